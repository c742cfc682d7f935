import { err, ok, type Result } from '../../../kernel/result.ts'
import { sha256Hex } from '../../../platform/hash/content-hash.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import type { FiguresRefusal } from '../reading/figure.domain.ts'
import type { ColumnMapping } from '../reading/mapping.domain.ts'
import { readFigures } from '../reading/read-figures.server.ts'
import { type PeerPlan, type PeerResult, type PeerRow, peerRowsOf, planPeers } from './peer.domain.ts'

export type ReadPeers = Readonly<{
  sha256: string
  mapping: ColumnMapping
  rows: readonly PeerRow[]
  years: readonly number[]
}>

/** What a file of published results would do. `seen` names the file and what it does together. */
export type PreviewedPeers = Readonly<{
  plan: PeerPlan
  rows: number
  years: readonly number[]
  mapping: ColumnMapping
  seen: string
}>

/** Reads published results, whole or not at all; a file without names of agencies has none. */
export async function readPeers(
  bytes: Uint8Array,
  { catalogue, mapping }: Readonly<{ catalogue: Catalogue; mapping: ColumnMapping | null }>,
): Promise<Result<ReadPeers, FiguresRefusal>> {
  const read = await readFigures(bytes, { catalogue, mapping })
  if (!read.ok) return read
  const { rows, faults } = peerRowsOf(read.value.records)
  if (faults.length > 0) return err({ code: 'figures.refused', cells: faults })
  if (rows.length === 0) return err({ code: 'figures.ask-agency', cells: [] })
  return ok({
    ...{ sha256: read.value.sha256, mapping: read.value.mapping, rows },
    years: [...new Set(rows.map(({ year }) => year))].sort((a, b) => b - a),
  })
}

export function previewOfPeers(read: ReadPeers, there: readonly PeerResult[]): PreviewedPeers {
  const plan = planPeers(read.rows, there)
  return {
    ...{ plan, rows: read.rows.length, years: read.years, mapping: read.mapping },
    seen: sha256Hex(`${read.sha256} ${JSON.stringify(plan)}`),
  }
}
