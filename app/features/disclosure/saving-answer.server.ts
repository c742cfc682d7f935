import { writeAudit } from '../../platform/audit/audit.server.ts'
import type { Ctx } from '../../platform/ctx.server.ts'
import type { Tx } from '../../platform/db/tenant.server.ts'
import { deleteEntries, insertEntries } from './answers.repo.server.ts'
import { matterKeyOf } from './disclosure.domain.ts'
import type { AtElement } from './hold-item.server.ts'

type Answer = Readonly<{ factIds: readonly string[] }> | Readonly<{ declared: string }>

/** Puts an answer in the place of what answered an element that is held; no facts leave it unanswered. */
export async function replaceAnswer(
  tx: Tx,
  ctx: Ctx,
  { place, answer }: Readonly<{ place: AtElement & Readonly<{ agencyId: string }>; answer: Answer }>,
): Promise<void> {
  await deleteEntries(tx, place)
  await insertEntries(tx, { ...place, answer, byName: ctx.actor.name, at: ctx.now() })
}

/** The entry of the log; written last. */
export const auditAnswer = (
  tx: Tx,
  ctx: Ctx,
  { place, answer }: Readonly<{ place: AtElement; answer: Answer }>,
): Promise<void> =>
  writeAudit(tx, {
    agencyId: ctx.agency.id,
    actor: ctx.actor,
    action: 'disclosure-entry.changed',
    object: { kind: 'disclosure-item', id: matterKeyOf(place.year, place.code) },
    detail: {
      element: place.element,
      ...('declared' in answer
        ? { state: 'none' }
        : { state: answer.factIds.length > 0 ? 'value' : 'missing', facts: answer.factIds.length }),
    },
  })
