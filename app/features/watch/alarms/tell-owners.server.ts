import type { Language } from '../../../i18n/language.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import { isMailAddress } from '../../../platform/mail/mail-address.ts'
import type { MailMessage } from '../../../platform/mail/mail-message.ts'
import { queueMail } from '../../../platform/mail/queue-mail.server.ts'
import { addNotices } from '../../people/index.server.ts'
import { findingText, watchAlarmText } from '../text/index.ts'
import type { WatchFinding, WatchTarget } from '../watch.domain.ts'
import { countLetters, listOwners } from './owners.queries.server.ts'
import { addressPart } from './watch-addresses.domain.ts'

const LETTER = 'watch-alarm'
/** A site that is down has a finding at each of its addresses: nobody is to get a letter for every one. */
const MOST_LETTERS_AN_HOUR = 5
const MOST_FINDINGS_A_LETTER = 8
const HOUR_MS = 3_600_000

type Alarm = Readonly<{
  target: WatchTarget
  /** Findings that were not open before this check: each is told once. */
  raised: readonly WatchFinding[]
  /** Where the pages of this program are, without a slash at the end. */
  origin: string
}>

/**
 * Tells who answers for an address what an assessor would meet there, in the bell and by mail, in the transaction that keeps
 * the findings. What is only worth mending rings nobody, but for a certificate that is about to end.
 */
export async function tellOwners(tx: Tx, ctx: Ctx, { target, raised, origin }: Alarm): Promise<void> {
  const ringing = raised.filter(({ weight, code }) => weight === 'fails' || code === 'certificate.expiring')
  if (ringing.length === 0) return
  const agencyId = ctx.agency.id
  const at = ctx.now()
  const owners = await listOwners(tx, { agencyId, unitId: target.unitId, day: thaiDay(at) })
  await addNotices(
    tx,
    owners.map(({ personId, lang }) => ({
      agencyId,
      personId,
      kind: 'watch.alarm' as const,
      part: addressPart(target.address),
      detail: { title: target.title[lang], reason: findingText(lang, ringing[0]!).problem },
      at,
    })),
  )
  const before = await countLetters(tx, {
    agencyId,
    personIds: owners.map(({ personId }) => personId),
    kind: LETTER,
    since: new Date(at.getTime() - HOUR_MS),
  })
  for (const { personId, name, email, lang } of owners) {
    const nth = (before.get(personId) ?? 0) + 1
    if (email === null || !isMailAddress(email) || nth > MOST_LETTERS_AN_HOUR) continue
    await queueMail(tx, {
      agencyId,
      to: { address: email, name },
      lang,
      kind: LETTER,
      message: letterOf(
        { target, raised: ringing, origin },
        { name, lang, isLast: nth === MOST_LETTERS_AN_HOUR },
      ),
      expiresAt: null,
      personId,
      at,
    })
  }
}

function letterOf(
  { target, raised, origin }: Alarm,
  { name, lang, isLast }: Readonly<{ name: string; lang: Language; isLast: boolean }>,
): MailMessage {
  const text = watchAlarmText(lang)
  const title = target.title[lang]
  const shown = raised.slice(0, MOST_FINDINGS_A_LETTER)
  return {
    subject: text.subject(title),
    paragraphs: [
      ...text.lead({ name, title }).split('\n'),
      text.address(target.address),
      ...shown.map((finding) => {
        const { problem, remedy } = findingText(lang, finding)
        return text.found(problem, remedy)
      }),
      ...(raised.length > shown.length ? [text.more(raised.length - shown.length)] : []),
      ...(isLast ? [text.lastOfHour] : []),
    ],
    action: {
      label: text.open,
      url: `${origin}${lang === 'en' ? '/en' : ''}/office/${isLast ? 'watch' : addressPart(target.address)}`,
    },
    closing: text.closing,
  }
}
