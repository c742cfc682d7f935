/** Front door of the room for pure code. */
export { SITE_POLICY } from './site.policy.ts'
export { siteActsText } from './text/index.ts'
