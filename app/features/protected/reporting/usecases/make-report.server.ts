import { err, ok, type Result } from '../../../../kernel/result.ts'
import type { IsoDay } from '../../../../kernel/thai-date.ts'
import type { ItemContent, KnownHolder } from '../../cases/case.domain.ts'
import type { StoredCaseFile } from '../../cases/case.repo.server.ts'
import { base64 } from '../../cases/case-tools.server.ts'
import type { AlreadyMade } from '../../cases/make-case.server.ts'
import { type CaseStart, makeCase } from '../../cases/open-case.server.ts'
import type { ProtectedCtx } from '../../channel.server.ts'
import { inProtected } from '../../database/protected-db.server.ts'
import { type DueDays, dueDaysOf } from '../../deadlines/deadlines.domain.ts'
import { noteReceived } from '../../deadlines/progress.repo.server.ts'
import { type Holder, listHolders } from '../../receiving/holder.repo.server.ts'
import { leftOutFacts } from '../../receiving/left-out.domain.ts'
import type { ReceiptKeys } from '../../sealing/derivation.server.ts'
import { findChannelSettings } from '../../settings/channel-settings.repo.server.ts'
import {
  hasIdentity,
  partakersOf,
  personsLeftOut,
  readersOf,
  type TypedReport,
} from '../report-form.domain.ts'

export type NewReport = Readonly<{
  report: TypedReport
  start: CaseStart
  keys: ReceiptKeys
  submissionHash: Uint8Array
  content: ItemContent
  files: readonly StoredCaseFile[]
  day: IsoDay
  holidays: ReadonlySet<IsoDay>
}>

type ReportMade = Result<
  Readonly<{ due: DueDays }>,
  AlreadyMade | Readonly<{ code: 'readers' | 'custodians' }>
>

/**
 * Makes the case of a report, durable when this ends. Who reads is decided here, by who is appointed at this moment. Refused
 * where the same form has made one already, where nobody may read, or where an identity has no two keepers.
 */
export const makeReport = (
  ctx: ProtectedCtx,
  { report, day, holidays, ...made }: NewReport,
): Promise<ReportMade> =>
  inProtected(ctx, async (tx): Promise<ReportMade> => {
    const agencyId = ctx.agency.id
    const { settings, recovery } = await findChannelSettings(tx, agencyId)
    const holders = await listHolders(tx, agencyId)
    const readers = readersOf(holders, report)
    if (readers.length === 0) return err({ code: 'readers' as const })
    const custodians = partakersOf(holders, report).filter(({ kind }) => kind === 'custodian')
    const [outer, inner] = custodians
    if (hasIdentity(report) && !(outer && inner)) return err({ code: 'custodians' as const })
    const due = dueDaysOf(day, settings.times, holidays)
    const result = await makeCase(tx, ctx.channel, {
      agencyId,
      ...made,
      // Sealed with the words: who was left out stays so, also where the case gets other readers later.
      content: {
        ...made.content,
        facts: leftOutFacts({ persons: personsLeftOut(holders, report), offices: report.offices }),
      },
      channel: 'web',
      category: report.category,
      holders: [...readers, ...custodians].map(knownHolder),
      recoveryKey: settings.isRecoveryOn ? recovery : null,
      identity:
        hasIdentity(report) && outer && inner
          ? {
              plain: JSON.stringify({ name: report.name, contact: report.contact }),
              outerKeyId: outer.keyId,
              innerKeyId: inner.keyId,
            }
          : null,
      reporter: { by: 'receipt', keys: made.keys },
      day,
      due,
    })
    if (!result.ok) return result
    await noteReceived(tx, { agencyId, channel: 'web', category: report.category, day })
    return ok({ due })
  })

/** As the chain of a case makes a holder known. */
const knownHolder = (holder: Holder): KnownHolder => ({
  keyId: holder.keyId,
  kind: holder.kind,
  sealing: base64(holder.sealingKey),
  signing: base64(holder.signingKey),
  role: { th: holder.roleTh, en: holder.roleEn },
  endorsement: base64(holder.endorsement),
})
