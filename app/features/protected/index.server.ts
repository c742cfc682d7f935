/** For the program alone: no room calls this one. */
export {
  openProtectedChannel,
  type ProtectedChannel,
  type ProtectedCtx,
  protectedContext,
  protectedVisitorContext,
} from './channel.server.ts'
export { holdCeremony } from './custody/ceremony.server.ts'
export { checkRoomLog, listChannelHolders } from './custody/channel-keepers.queries.server.ts'
export { sweepSealedFiles } from './custody/sweep-sealed-files.server.ts'
export { acceptRestored } from './custody/usecases/accept-restored.server.ts'
export { recoverCases } from './custody/usecases/recover-cases.server.ts'
export { tendChannel } from './deadlines/tend-channel.server.ts'
export { draftPolicy } from './policy/policy-page.server.ts'
export { protectedDatasets } from './protected-datasets.server.ts'
export { protectedPages } from './protected-pages.server.ts'
export { endVaultSession } from './receiving/holder-session.server.ts'
export { appoint } from './receiving/usecases/appoint.server.ts'
export { makeVault } from './receiving/usecases/make-vault.server.ts'
export { protectedWrongDoor } from './receiving/wrong-door.server.ts'
export { findSettingsToChange } from './settings/channel-settings.queries.server.ts'
export { typedOf } from './settings/settings-form.domain.ts'
export { changeSettings } from './settings/usecases/change-settings.server.ts'
