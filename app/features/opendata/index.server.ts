/** Front door of the room for the server: what a room gives to be open data. */
export { type DatasetSource, datasetsContext } from './dataset-source.server.ts'
export { openDataPages } from './open-data-pages.server.ts'
