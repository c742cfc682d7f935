/** Front door of the public site's frame. */
export { findSiteMenu } from './site-menu.server.ts'
