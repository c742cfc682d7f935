import { ensureAgency } from '../../../app/features/people/index.server.ts'
import { eraseCases } from '../../../app/features/protected/custody/usecases/erase-cases.server.ts'
import { readConfig } from '../../../app/platform/config/config.server.ts'
import { withoutAgency } from '../../../app/platform/db/tenant.server.ts'
import { inChannelOf } from '../../support/sealed-program.ts'
import { inDatabase } from '../../support/two-agencies.ts'

/** Erases what is due of the protected channel at the time of its argument, which no program can wait for. */
const env = process.env as Record<string, string>
const config = readConfig(env)
if (!config.ok) throw new Error('settings cannot be read')
const code = config.value.agencyCode
const { id } = await inDatabase(env, (db) => withoutAgency(db, (tx) => ensureAgency(tx, { code })))
const now = () => new Date(process.argv[2] ?? '')
const erased = await inChannelOf(env, { id, code }, (ctx) => eraseCases({ ...ctx, now }))
process.stdout.write(String(erased))
