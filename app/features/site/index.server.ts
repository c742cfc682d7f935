/** Front door of the public site's frame. */
export { findSiteMenu } from './site-menu.queries.server.ts'
