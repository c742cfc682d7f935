/** Front door of the public site for parts that pages of other rooms show. */
export { Channels, hasChannels } from './parts/channels.tsx'
export { PublicHead } from './parts/public-head.tsx'
export { SitePageBody } from './parts/site-page-body.tsx'
export { StaffWords } from './parts/staff-words.tsx'
