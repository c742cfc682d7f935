import { findPublications } from '../../../app/features/approvals/index.server.ts'
import { ensureAgency } from '../../../app/features/people/index.server.ts'
import { readConfig } from '../../../app/platform/config/config.server.ts'
import { openDatabase } from '../../../app/platform/db/database.server.ts'
import { withoutAgency } from '../../../app/platform/db/tenant.server.ts'
import { approveForPublication, resolveWithdrawal } from '../../support/approved.ts'

/**
 * The meeting of executives approves the report of a year as its work now makes it, beside the program that runs, or that
 * what is public of it is withdrawn: `approve-report.ts YEAR [withdrawal]`, with the settings of the site in its
 * environment. The agency needs no chain before.
 */
const [fiscalYear = '', what] = process.argv.slice(2)
const config = readConfig()
if (!config.ok)
  throw new Error(config.error.map((fault) => `${fault.setting}: ${fault.message.en}`).join('\n'))
const database = await openDatabase(config.value, { log: () => {} })
try {
  const agency = await withoutAgency(database.db, (tx) => ensureAgency(tx, { code: config.value.agencyCode }))
  const ctx = {
    db: database.db,
    actor: { kind: 'command', name: 'a journey' },
    now: () => new Date(),
    agency,
  } as const
  if (what === 'withdrawal')
    for (const { id } of await findPublications(ctx, { kind: 'report', key: fiscalYear }))
      await resolveWithdrawal(ctx, id)
  else await approveForPublication(ctx, { fiscalYear: Number(fiscalYear) })
} finally {
  await database.close()
}
