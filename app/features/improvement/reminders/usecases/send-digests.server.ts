import { err, ok, type Result } from '../../../../kernel/result.ts'
import type { IsoDay } from '../../../../kernel/thai-date.ts'
import { thaiDay, thaiTime } from '../../../../kernel/thai-day.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { type Tx, withAgency } from '../../../../platform/db/tenant.server.ts'
import { isMailAddress } from '../../../../platform/mail/mail-address.ts'
import { outdateMail } from '../../../../platform/mail/outbox.repo.server.ts'
import { queueMail } from '../../../../platform/mail/queue-mail.server.ts'
import { listExpiring } from '../../../evidence/index.server.ts'
import {
  type DigestReader,
  insertDigest,
  listDigestReaders,
  listReachable,
  listUnitHeads,
} from '../../../people/index.server.ts'
import { coordinatorsOn } from '../../measures/responsible.queries.server.ts'
import { type DigestFacts, digestFor, isQuiet } from '../digest.domain.ts'
import { listOpenMeasures } from '../open-measures.queries.server.ts'
import { digestMail } from '../text/index.ts'

/** Longest time ahead that somebody may ask for. */
const MOST_DAYS_BEFORE = 60
/** A letter about a day is not sent when that day is long over. */
const LIFETIME_MS = 24 * 3_600_000

export type SentDigests = Readonly<{ written: number; failed: readonly Error[] }>

/**
 * Writes to everybody of the agency who has chosen this hour, or an earlier one of this day, what they are reminded of; once
 * a day for each, whoever of several programs comes first, and no letter where there is nothing to say. One that fails keeps
 * nobody else from theirs. `isStopped`: asked before each letter.
 */
export async function sendDigests(
  ctx: Ctx,
  { origin, isStopped = () => false }: Readonly<{ origin: string; isStopped?: () => boolean }>,
): Promise<SentDigests> {
  const now = ctx.now()
  const day = thaiDay(now)
  const hour = Number(thaiTime(now).slice(0, 2))
  const agencyId = ctx.agency.id
  const due = await withAgency(ctx.db, agencyId, async (tx) => {
    const readers = await listDigestReaders(tx, { agencyId, day, hour })
    return readers.length === 0 ? null : { readers, facts: await factsOf(tx, { agencyId, day }) }
  })
  let written = 0
  const failed: Error[] = []
  for (const reader of due?.readers ?? []) {
    if (!due || isStopped()) break
    try {
      const sent = await writeDigest(ctx, { reader, facts: due.facts, day, origin })
      if (sent.ok && sent.value) written += 1
    } catch (error) {
      failed.push(error instanceof Error ? error : new Error(String(error)))
    }
  }
  return { written, failed }
}

async function factsOf(tx: Tx, at: { agencyId: string; day: IsoDay }): Promise<DigestFacts> {
  const heads = await listUnitHeads(tx, at.agencyId)
  return {
    measures: await listOpenMeasures(tx, at),
    expiring: await listExpiring(tx, { ...at, within: MOST_DAYS_BEFORE }),
    heads: new Map([...heads].map(([unitId, { id }]) => [unitId, id])),
    reachableIds: await listReachable(tx, at.agencyId),
    coordinatorIds: new Set((await coordinatorsOn(tx, at)).map(({ personId }) => personId)),
  }
}

type OneDigest = Readonly<{ reader: DigestReader; facts: DigestFacts; day: IsoDay; origin: string }>

/** True when a letter was written. The letter and the note of it are one transaction: who comes second writes neither. */
function writeDigest(
  ctx: Ctx,
  { reader, facts, day, origin }: OneDigest,
): Promise<Result<boolean, 'digest.written-before'>> {
  return inTransaction<boolean, 'digest.written-before'>(ctx, async (tx) => {
    const agencyId = ctx.agency.id
    const { personId, name, email, lang } = reader
    const digest = digestFor(reader, facts, day)
    // While mail is off, one letter of a person waits to be read, not one of each day.
    const kind = 'reminder-digest'
    await outdateMail(tx, { agencyId, personId, kind, at: ctx.now() })
    const isSilent = isQuiet(digest) || !isMailAddress(email)
    const mailId = isSilent
      ? null
      : await queueMail(tx, {
          agencyId,
          to: { address: email, name },
          lang,
          kind,
          message: digestMail(lang, { name, digest, origin }),
          expiresAt: new Date(ctx.now().getTime() + LIFETIME_MS),
          personId,
          at: ctx.now(),
        })
    const isFirst = await insertDigest(tx, { agencyId, personId, day, mailId })
    return isFirst ? ok(mailId !== null) : err('digest.written-before')
  })
}
