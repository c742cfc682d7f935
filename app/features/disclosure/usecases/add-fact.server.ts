import { randomUUID } from 'node:crypto'
import { refusalOf } from '../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { writeAudit } from '../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../platform/ctx.server.ts'
import type { DisclosureError } from '../disclosure.errors.ts'
import { DISCLOSURE_POLICY } from '../disclosure.policy.ts'
import { cleanFact, type TypedFact } from '../fact.domain.ts'
import { insertFact } from '../fact.repo.server.ts'
import { readFactFile } from '../fact-file.server.ts'
import { type AtElement, holdElement } from '../hold-item.server.ts'
import { isOpenUnit } from '../item.repo.server.ts'
import { auditAnswer, replaceAnswer } from '../saving-answer.server.ts'

export type AddFact = Readonly<{
  fact: TypedFact
  /** Whose it is; null: the coordinators'. */
  unitId: string | null
  /** Paths of the public pages, in their Thai form, among which that of a 'page' must be. */
  pages: readonly string[]
  /** An element that it answers, after what answers it already; a declared absence gives way to it. */
  answers?: AtElement
}>

/** Adds something that the agency discloses, and gives its identifier. */
export const addFact = (
  ctx: Ctx,
  { fact, unitId, pages, answers }: AddFact,
): Promise<Result<string, DisclosureError>> =>
  inTransaction<string, DisclosureError>(ctx, async (tx) => {
    const agencyId = ctx.agency.id
    const held = answers && (await holdElement(tx, ctx, { ...answers, seen: null }))
    if (held && !held.ok) return held
    const unitIds = unitId === null ? [] : [unitId]
    const refusal = refusalOf(DISCLOSURE_POLICY, 'disclosure.change', ctx.actor, { unitIds })
    if (refusal) return err(refusal)
    const cleaned = cleanFact(fact, (path) => pages.includes(path))
    if (!cleaned.ok) return err({ code: cleaned.error })
    if (unitId !== null && !(await isOpenUnit(tx, { agencyId, id: unitId, now: ctx.now() })))
      return err({ code: 'item.unknown-unit' })
    const file = await readFactFile(tx, ctx, fact.kind === 'file' ? fact.evidenceId : null)
    if (!file.ok) return err({ code: file.error })
    const id = randomUUID()
    await insertFact(tx, {
      agencyId,
      id,
      unitId,
      content: cleaned.value,
      file: file.value,
      byName: ctx.actor.name,
      at: ctx.now(),
    })
    if (held) {
      const { place, entered } = held.value
      const answer = { factIds: [...(entered?.answer.facts ?? []).map((one) => one.id), id] }
      await replaceAnswer(tx, ctx, { place, answer })
      await auditAnswer(tx, ctx, { place, answer })
    }
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'disclosure-fact.added',
      object: { kind: 'disclosure-fact', id },
      detail: { kind: cleaned.value.kind },
    })
    return ok(id)
  })
