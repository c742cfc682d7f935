import { formatDay, type IsoDay } from '../../../../kernel/thai-date.ts'
import type { Ctx } from '../../../../platform/ctx.server.ts'
import type { Tx } from '../../../../platform/db/tenant.server.ts'
import { isMailAddress } from '../../../../platform/mail/mail-address.ts'
import type { MailMessage } from '../../../../platform/mail/mail-message.ts'
import { queueMail } from '../../../../platform/mail/queue-mail.server.ts'
import { addNotices, type NewNotice } from '../../../people/index.server.ts'
import { workAddress } from '../../work-address.domain.ts'
import { bulkMailText } from './text/index.ts'
import { noticesFor, type ToldPerson } from './told-measures.domain.ts'

export type ManyNews = Readonly<{
  kind: NewNotice['kind']
  /** Which letter says it; null for the bell alone. The names are contracts: the outbox is filtered by them. */
  letter: 'assignment' | 'reminder' | null
  people: readonly ToldPerson[]
  /** B.E. */
  fiscalYear: number
  note: string | null
  /** A new day, where it is about one. */
  day: IsoDay | null
  /** Where letters lead: scheme and host. */
  origin: string
}>

const MOST_LINES = 20

/**
 * Tells people of many measures, in the transaction of what they are told of: one letter for each person, however many measures.
 * Gives how many were told; nobody is told what they did themselves.
 */
export async function tellMany(tx: Tx, ctx: Ctx, news: ManyNews): Promise<number> {
  const { actor, agency } = ctx
  const at = ctx.now()
  const people = news.people.filter(({ personId }) => actor.kind !== 'person' || personId !== actor.id)
  await addNotices(
    tx,
    people.flatMap(({ personId, measures }) =>
      noticesFor(measures, news.fiscalYear).map(({ title, part }) => ({
        agencyId: agency.id,
        personId,
        kind: news.kind,
        part,
        detail: {
          title,
          by: actor.name,
          ...(news.note === null ? {} : { reason: news.note }),
          ...(news.day === null ? {} : { day: news.day }),
        },
        at,
      })),
    ),
  )
  const { letter } = news
  if (letter === null) return people.length
  for (const person of people) {
    const { personId, name, email, lang } = person
    if (email === null || !isMailAddress(email)) continue
    await queueMail(tx, {
      agencyId: agency.id,
      to: { address: email, name },
      lang,
      kind: letter,
      message: messageTo(person, { ...news, letter, by: actor.name }),
      expiresAt: null,
      personId,
      at,
    })
  }
  return people.length
}

function messageTo(
  { name, lang, measures }: ToldPerson,
  {
    letter,
    by,
    note,
    origin,
    fiscalYear,
  }: Pick<ManyNews, 'note' | 'origin' | 'fiscalYear'> & { letter: 'assignment' | 'reminder'; by: string },
): MailMessage {
  const text = bulkMailText(lang)
  const { subject, lines } = text[letter]
  const listed = measures
    .slice(0, MOST_LINES)
    .map(({ title, dueOn }) =>
      dueOn === null ? text.lineNoDay(title) : text.line(title, formatDay(dueOn, lang)),
    )
  const more = measures.length - listed.length
  return {
    subject: subject(measures.length),
    paragraphs: [
      ...lines(name, by, measures.length).split('\n'),
      ...listed,
      ...(more > 0 ? [text.more(more)] : []),
      ...(note === null ? [] : [text.note(note)]),
    ],
    action: { label: text.action, url: workAddress(origin, lang, `cycles/${fiscalYear}/measures?mine=1`) },
    closing: text.closing,
  }
}
