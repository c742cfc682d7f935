/** Front door of the complaint desk for the server. */
export { type WrongDoor, wrongDoorContext } from './wrong-door.server.ts'
