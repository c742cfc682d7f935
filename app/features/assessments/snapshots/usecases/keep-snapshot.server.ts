import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { contentHash } from '../../../../platform/hash/content-hash.ts'
import { catalogueIn, catalogueStamp } from '../../../catalogue/index.server.ts'
import { holdAgency } from '../../../people/index.server.ts'
import { ASSESSMENTS_POLICY } from '../../assessments.policy.ts'
import { resultYearsIn, yearResultsIn } from '../../results/year-results.queries.server.ts'
import { contentOf } from '../snapshot.domain.ts'
import type { SnapshotError } from '../snapshot.errors.ts'
import { hasSnapshotNamed, insertSnapshot } from '../snapshot.repo.server.ts'

const LONGEST_NAME = 120

/** Keeps all results that now stand, with where each comes from and by which catalogue, under a name that no other has. */
export function keepSnapshot(
  ctx: Ctx,
  { name: typed }: Readonly<{ name: string }>,
): Promise<Result<Readonly<{ id: string }>, SnapshotError>> {
  return inTransaction<Readonly<{ id: string }>, SnapshotError>(ctx, async (tx) => {
    const refusal = refusalOf(ASSESSMENTS_POLICY, 'snapshot.make', ctx.actor)
    if (refusal) return err(refusal)
    const name = nameOf(typed)
    if (name === '') return err({ code: 'snapshot.no-name' })
    if (name.length > LONGEST_NAME) return err({ code: 'snapshot.name-too-long' })
    const agencyId = ctx.agency.id
    // Figures come in under the same hold: a snapshot never sees half of a file.
    await holdAgency(tx, agencyId)
    if (await hasSnapshotNamed(tx, agencyId, name)) return err({ code: 'snapshot.name-taken' })
    const years = await resultYearsIn(tx, agencyId)
    if (years.length === 0) return err({ code: 'snapshot.no-results' })
    const results = []
    for (const year of years) results.push(await yearResultsIn(tx, agencyId, year))
    const content = contentOf(results, catalogueStamp(await catalogueIn(tx, agencyId)))
    const hash = contentHash(content)
    const id = await insertSnapshot(tx, {
      agencyId,
      name,
      content,
      contentHash: hash,
      at: ctx.now(),
      by: ctx.actor.name,
    })
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'snapshot.made',
      object: { kind: 'score-snapshot', id },
      detail: { name, contentHash: hash, years: years.join(', ') },
    })
    return ok({ id })
  })
}

const nameOf = (typed: string): string =>
  typed
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
