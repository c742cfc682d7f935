import type { Language } from '../../../../i18n/language.ts'
import { thaiDay, thaiTime } from '../../../../kernel/thai-day.ts'
import { withAgency } from '../../../../platform/db/tenant.server.ts'
import { isMailAddress } from '../../../../platform/mail/mail-address.ts'
import { outdateMail } from '../../../../platform/mail/outbox.repo.server.ts'
import { queueMail } from '../../../../platform/mail/queue-mail.server.ts'
import { listMailReaders } from '../../../people/index.server.ts'
import type { ProtectedCtx } from '../../channel.server.ts'
import { withProtected } from '../../database/protected-db.server.ts'
import { findChannelSettings } from '../../settings/channel-settings.repo.server.ts'
import { protectedDigestEn } from '../../text/digest.en.ts'
import { protectedDigestTh } from '../../text/digest.th.ts'
import { claimRound, giveRoundBack, listAppointedPersons } from '../digest.repo.server.ts'

const KIND = 'protected-digest'
const LIFETIME_MS = 24 * 3_600_000

/**
 * Sends the letter of the round that has come to everybody appointed, each once, every day and whether or not there is anything:
 * no number, no case, always the same words, so that neither that it came nor when says anything. Rounds that were missed are
 * not made up for, but the last of the day. Answers how many letters were written. `home`: address of the room's first page.
 */
export async function sendRounds(
  ctx: ProtectedCtx,
  { home }: Readonly<{ home: (lang: Language) => string }>,
): Promise<number> {
  const agencyId = ctx.agency.id
  const now = ctx.now()
  const day = thaiDay(now)
  const thisHour = Number(thaiTime(now).slice(0, 2))
  const due = await withProtected(ctx.channel.db, agencyId, async (tx) => {
    const { settings } = await findChannelSettings(tx, agencyId)
    const hour = settings.digestHours.filter((one) => one <= thisHour).at(-1)
    if (hour === undefined) return null
    const personIds = await listAppointedPersons(tx, agencyId)
    if (personIds.length === 0 || !(await claimRound(tx, { agencyId, day, hour }))) return null
    return { hour, personIds }
  })
  if (!due) return 0
  try {
    return await withAgency(ctx.db, agencyId, async (tx) => {
      const readers = (await listMailReaders(tx, { agencyId, personIds: due.personIds })).filter(
        ({ email }) => isMailAddress(email),
      )
      for (const { personId, name, email, lang } of readers) {
        const text = lang === 'th' ? protectedDigestTh : protectedDigestEn
        // While mail is off one letter waits, not one of each round.
        await outdateMail(tx, { agencyId, personId, kind: KIND, at: now })
        await queueMail(tx, {
          agencyId,
          to: { address: email, name },
          lang,
          kind: KIND,
          message: {
            subject: text.subject,
            paragraphs: [text.greeting(name), text.body],
            action: { label: text.action, url: home(lang) },
            closing: text.closing,
          },
          expiresAt: new Date(now.getTime() + LIFETIME_MS),
          personId,
          at: now,
        })
      }
      return readers.length
    })
  } catch (error) {
    await withProtected(ctx.channel.db, agencyId, (tx) =>
      giveRoundBack(tx, { agencyId, day, hour: due.hour }),
    )
    throw error
  }
}
