import { addressOf } from '../../../web/addresses.ts'

/** Path of the permanent address of a version, as answers for machines name it. */
export const versionAddress = (fiscalYear: number, version: number): string =>
  addressOf.reportVersion('th', fiscalYear, version)
