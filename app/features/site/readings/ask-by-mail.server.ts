import { formatDay, type IsoDay } from '../../../kernel/thai-date.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import { isMailAddress } from '../../../platform/mail/mail-address.ts'
import { queueMail } from '../../../platform/mail/queue-mail.server.ts'
import { addNotices } from '../../people/index.server.ts'
import { readingsText } from '../text/readings.ts'
import type { Asked } from './readings.queries.server.ts'

type Letter = Readonly<{
  title: Readonly<{ th: string; en: string | null }>
  dueOn: IsoDay
  /** Where the pages of this program are, without a slash at the end. */
  origin: string
  readers: readonly Asked[]
  isReminder: boolean
}>

/** Where everybody reads what they were asked to read, behind `/office/`. */
export const READINGS_PART = 'policies-to-read'

/** Asks people to read a policy, in the bell and by mail, in the transaction that keeps that they were asked. */
export async function askByMail(
  tx: Tx,
  ctx: Ctx,
  { title, dueOn, origin, readers, isReminder }: Letter,
): Promise<void> {
  const agencyId = ctx.agency.id
  const at = ctx.now()
  await addNotices(
    tx,
    readers.map(({ personId, lang }) => ({
      agencyId,
      personId,
      kind: 'policy.to-read' as const,
      part: READINGS_PART,
      detail: { title: (lang === 'en' && title.en) || title.th, day: dueOn },
      at,
    })),
  )
  for (const { personId, name, email, lang } of readers) {
    if (email === null || !isMailAddress(email)) continue
    const letter = readingsText(lang).letter
    const called = (lang === 'en' && title.en) || title.th
    await queueMail(tx, {
      agencyId,
      to: { address: email, name },
      lang,
      kind: 'policy-to-read',
      message: {
        subject: isReminder ? letter.reminder(called) : letter.subject(called),
        paragraphs: [letter.hello(name), letter.lead(called), letter.due(formatDay(dueOn, lang))],
        action: { label: letter.open, url: `${origin}${lang === 'en' ? '/en' : ''}/office/${READINGS_PART}` },
        closing: letter.closing,
      },
      expiresAt: null,
      personId,
      at,
    })
  }
}
