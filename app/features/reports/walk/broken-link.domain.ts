import type { ItemRef } from '../../../kernel/item-ref.ts'
import type { IsoDay } from '../../../kernel/thai-date.ts'
import { type Catalogue, isKnownRef } from '../../catalogue/index.ts'
import type { ReportCellId } from './cells.domain.ts'
import type { CellProof, WalkProof } from './walk-proof.domain.ts'

/** How a link of the walk no longer holds. The names are contracts: they stand in the database and in the public walk. */
export const BROKEN_CODES = [
  'evidence.expired',
  'evidence.removed',
  'evidence.file-missing',
  'evidence.file-infected',
  'resolution.withdrawn',
  'item.unknown',
] as const
export type BrokenCode = (typeof BROKEN_CODES)[number]
export const isBrokenCode = (code: string): code is BrokenCode =>
  (BROKEN_CODES as readonly string[]).includes(code)

export type BrokenLink = Readonly<{
  code: BrokenCode
  /** Empty for the report as a whole. */
  cell: ReportCellId | ''
  /** Identifier of the evidence or of the resolution, or the reference of the item. */
  objectId: string
  /** The last day on which expired evidence held; null for the others. */
  since: IsoDay | null
}>

/** What is known now of everything that a proof rests on. */
export type PresentState = Readonly<{
  today: IsoDay
  /** By identifier; what is not in it is gone. */
  evidence: ReadonlyMap<string, Readonly<{ expiresOn: IsoDay | null; isRemoved: boolean }>>
  /** Hashes of files that the store no longer has, and of those in which the scanner found something. */
  missingFiles: ReadonlySet<string>
  infectedFiles: ReadonlySet<string>
  resolutions: readonly Readonly<{ id: string; isWithdrawn: boolean }>[]
  catalogue: Catalogue
}>

/** Every link of a walk that no longer holds. Evidence is told once for each thing that it proves, not for each of its cells. */
export function brokenLinks(proof: WalkProof, now: PresentState): readonly BrokenLink[] {
  return [
    ...now.resolutions
      .filter(({ isWithdrawn }) => isWithdrawn)
      .map(({ id }): BrokenLink => ({ code: 'resolution.withdrawn', cell: '', objectId: id, since: null })),
    ...provingCells(proof.cells).flatMap((cell) =>
      cell.evidence.flatMap((id) => brokenEvidence(proof, { cell: cell.cell, id, now })),
    ),
    ...proof.cells.flatMap((cell) =>
      cell.items.filter((ref) => !isKnownRef(now.catalogue, ref)).map((ref) => unknownItem(cell.cell, ref)),
    ),
  ]
}

const unknownItem = (cell: ReportCellId, ref: ItemRef): BrokenLink => ({
  code: 'item.unknown',
  cell,
  objectId: ref,
  since: null,
})

/** Of the cells of one measure or issue the one that its evidence proves: what was done, or the analysis. */
function provingCells(cells: readonly CellProof[]): readonly CellProof[] {
  const byObject = Map.groupBy(
    cells.filter(({ object }) => object !== null),
    ({ object }) => object?.id ?? '',
  )
  return [...byObject.values()].flatMap(
    (of) => of.find(({ cell }) => /\.(summary|analysis)$/.test(cell)) ?? of[0] ?? [],
  )
}

function brokenEvidence(
  { evidence }: WalkProof,
  { cell, id, now }: Readonly<{ cell: ReportCellId; id: string; now: PresentState }>,
): readonly BrokenLink[] {
  const piece = evidence.find((one) => one.id === id)
  const state = now.evidence.get(id)
  const broken = (code: BrokenCode, since: IsoDay | null = null): BrokenLink => ({
    code,
    cell,
    objectId: id,
    since,
  })
  if (!state || state.isRemoved) return [broken('evidence.removed')]
  const sha256 = piece?.sha256 ?? null
  const isExpired = state.expiresOn !== null && state.expiresOn < now.today
  return [
    ...(isExpired ? [broken('evidence.expired', state.expiresOn)] : []),
    ...(sha256 !== null && now.missingFiles.has(sha256) ? [broken('evidence.file-missing')] : []),
    ...(sha256 !== null && now.infectedFiles.has(sha256) ? [broken('evidence.file-infected')] : []),
  ]
}

/** One finding of a publication: two checks that find the same find it once. */
export const linkKey = ({ code, cell, objectId }: Pick<BrokenLink, 'code' | 'cell' | 'objectId'>): string =>
  `${code} ${cell} ${objectId}`
