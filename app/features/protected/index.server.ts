/** For the program alone: no room calls this one. */
export {
  openProtectedChannel,
  type ProtectedChannel,
  protectedContext,
  protectedVisitorContext,
} from './channel.server.ts'
export { tendChannel } from './deadlines/tend-channel.server.ts'
