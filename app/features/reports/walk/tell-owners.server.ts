import type { IsoDay } from '../../../kernel/thai-date.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import type { Publication } from '../../approvals/index.ts'
import { coordinatorsOn, responsibleFor } from '../../improvement/index.server.ts'
import { addNotices } from '../../people/index.server.ts'
import type { BrokenLink } from './broken-link.domain.ts'
import { walkPlace } from './text/index.ts'
import type { WalkProof } from './walk-proof.domain.ts'

type Told = Readonly<{
  agencyId: string
  publication: Publication
  proof: WalkProof | null
  raised: readonly Pick<BrokenLink, 'cell'>[]
  at: Date
  day: IsoDay
}>

/**
 * Tells who sees to a measure, in each one's language, in which cells of the report something no longer holds: one notice for
 * each cell. Of what is of no measure, or of a measure that nobody sees to, the coordinators are told.
 */
export async function tellOwners(tx: Tx, told: Told): Promise<void> {
  const { agencyId, publication, proof, at, day } = told
  const cells = [...new Set(told.raised.map(({ cell }) => cell))].map((cell) => ({
    cell,
    measureId: measureOf(proof, cell),
  }))
  const owners = await responsibleFor(tx, {
    agencyId,
    measureIds: [...new Set(cells.flatMap(({ measureId }) => measureId ?? []))],
    day,
  })
  const coordinators = await coordinatorsOn(tx, { agencyId, day })
  await addNotices(
    tx,
    cells.flatMap(({ cell, measureId }) =>
      (owners.get(measureId ?? '') ?? coordinators).map(({ personId, lang }) => ({
        agencyId,
        personId,
        kind: 'walk.broken' as const,
        part: `publications/${publication.id}`,
        detail: { title: walkPlace(cell, { lang, fiscalYear: Number(publication.key) }) },
        at,
      })),
    ),
  )
}

const measureOf = (proof: WalkProof | null, cell: string): string | null => {
  const object = proof?.cells.find((one) => one.cell === cell)?.object
  return object?.kind === 'measure' ? object.id : null
}
