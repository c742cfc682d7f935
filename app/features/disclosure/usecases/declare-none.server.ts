import { cleanText } from '../../../kernel/clean-text.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { type Ctx, inTransaction } from '../../../platform/ctx.server.ts'
import { seenOf } from '../answers.repo.server.ts'
import type { DisclosureError } from '../disclosure.errors.ts'
import { type AtElement, holdElement } from '../hold-item.server.ts'
import { auditAnswer, replaceAnswer } from '../saving-answer.server.ts'

const LONGEST = 2000

/** `text` says that there is none, and why: "ไม่มีค่าธรรมเนียม". */
export type DeclareNone = AtElement & Readonly<{ text: string; seen: string }>

/** Declares that there is nothing of an element, in the name of who declares it; false when so it stands already. */
export const declareNone = (
  ctx: Ctx,
  { text, ...asked }: DeclareNone,
): Promise<Result<boolean, DisclosureError>> =>
  inTransaction<boolean, DisclosureError>(ctx, async (tx) => {
    const held = await holdElement(tx, ctx, asked)
    if (!held.ok) return held
    const declared = cleanText(text).trim()
    if (declared === '') return err({ code: 'element.no-words' })
    if (declared.length > LONGEST) return err({ code: 'element.words-too-long' })
    const { place, entered } = held.value
    const answer = { declared }
    if (entered?.seen === seenOf(answer)) return ok(false)
    await replaceAnswer(tx, ctx, { place, answer })
    await auditAnswer(tx, ctx, { place, answer })
    return ok(true)
  })
