import { err, ok, type Result } from '../../../kernel/result.ts'
import { sha256Hex } from '../../../platform/hash/content-hash.ts'
import type { RosterRefusal } from './roster.errors.ts'
import { readRosterFile } from './roster-file.server.ts'
import { type RosterRow, rosterRows } from './roster-rows.domain.ts'

/** A roster that was read but not yet held against the agency. `cells` are what is wrong already. */
export type ReadRoster = Readonly<{
  rows: readonly RosterRow[]
  cells: RosterRefusal['cells']
  sha256: string
}>

export async function readRoster(bytes: Uint8Array): Promise<Result<ReadRoster, RosterRefusal>> {
  if (bytes.length === 0) return err({ code: 'roster.no-file', cells: [] })
  const sheets = await readRosterFile(bytes)
  if (!sheets.ok) return err({ code: sheets.error, cells: [] })
  const { rows, faults } = rosterRows(sheets.value)
  return ok({ rows, cells: faults, sha256: sha256Hex(bytes) })
}
