/** Front door of the complaint desk for the server. */
export { deskDatasets } from './desk-datasets.server.ts'
export { deskPages } from './desk-pages.server.ts'
export { keepDesk } from './desk-round.server.ts'
export { type DeskTools, deskContext, openDesk } from './desk-tools.server.ts'
export { type WrongDoor, wrongDoorContext } from './wrong-door.server.ts'
