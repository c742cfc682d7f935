import { ok, type Result } from '../../../kernel/result.ts'
import { type Ctx, inTransaction } from '../../../platform/ctx.server.ts'
import type { DisclosureError } from '../disclosure.errors.ts'
import { type AtElement, holdElement } from '../hold-item.server.ts'
import { auditAnswer, replaceAnswer } from '../saving-answer.server.ts'

/** Takes away what answers an element, which is missing from then on; its facts stay. False when nothing answered it. */
export const clearElement = (
  ctx: Ctx,
  asked: AtElement & Readonly<{ seen: string }>,
): Promise<Result<boolean, DisclosureError>> =>
  inTransaction<boolean, DisclosureError>(ctx, async (tx) => {
    const held = await holdElement(tx, ctx, asked)
    if (!held.ok) return held
    const { place, entered } = held.value
    if (!entered) return ok(false)
    const answer = { factIds: [] }
    await replaceAnswer(tx, ctx, { place, answer })
    await auditAnswer(tx, ctx, { place, answer })
    return ok(true)
  })
