/** For the program alone: no room calls this one. */
export {
  openProtectedChannel,
  type ProtectedChannel,
  protectedContext,
  protectedVisitorContext,
} from './channel.server.ts'
export { acceptRestored } from './custody/usecases/accept-restored.server.ts'
export { tendChannel } from './deadlines/tend-channel.server.ts'
export { protectedDatasets } from './protected-datasets.server.ts'
export { endVaultSession } from './receiving/holder-session.server.ts'
export { protectedWrongDoor } from './receiving/wrong-door.server.ts'
