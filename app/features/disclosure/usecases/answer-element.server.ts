import { err, ok, type Result } from '../../../kernel/result.ts'
import { isUuid } from '../../../kernel/uuid.ts'
import { type Ctx, inTransaction } from '../../../platform/ctx.server.ts'
import { seenOf } from '../answers.repo.server.ts'
import type { DisclosureError } from '../disclosure.errors.ts'
import { readFacts } from '../fact.repo.server.ts'
import { type AtElement, holdElement } from '../hold-item.server.ts'
import { auditAnswer, replaceAnswer } from '../saving-answer.server.ts'

/** `seen`: what stood there when the form was made, as `ElementWork.seen`. Facts in the order in which they are shown. */
export type AnswerElement = AtElement & Readonly<{ factIds: readonly string[]; seen: string }>

/** Answers an element with facts, in place of what answered it; false when it was answered so already. */
export const answerElement = (
  ctx: Ctx,
  { factIds, ...asked }: AnswerElement,
): Promise<Result<boolean, DisclosureError>> =>
  inTransaction<boolean, DisclosureError>(ctx, async (tx) => {
    const held = await holdElement(tx, ctx, asked)
    if (!held.ok) return held
    const ids = [...new Set(factIds)]
    if (ids.length === 0) return err({ code: 'element.no-facts' })
    const known = ids.every(isUuid) ? await readFacts(tx, { agencyId: ctx.agency.id, ids }) : new Map()
    if (known.size < ids.length) return err({ code: 'fact.unknown' })
    const { place, entered } = held.value
    const answer = { factIds: ids }
    if (entered?.seen === seenOf(answer)) return ok(false)
    await replaceAnswer(tx, ctx, { place, answer })
    await auditAnswer(tx, ctx, { place, answer })
    return ok(true)
  })
