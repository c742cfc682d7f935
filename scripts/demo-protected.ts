import { ensureAgency, listPeople } from '../app/features/people/index.server.ts'
import {
  appoint,
  changeSettings,
  draftPolicy,
  findSettingsToChange,
  makeVault,
  openProtectedChannel,
  type ProtectedCtx,
  typedOf,
} from '../app/features/protected/index.server.ts'
import { findWorkPage, publishPage } from '../app/features/site/index.server.ts'
import type { RoleName } from '../app/kernel/actor.ts'
import type { Result } from '../app/kernel/result.ts'
import { readConfig } from '../app/platform/config/config.server.ts'
import { openDatabase } from '../app/platform/db/database.server.ts'
import { withAgency, withoutAgency } from '../app/platform/db/tenant.server.ts'
import { demoHolders, demoPassphrase } from './demo-protected-words.th.ts'

/**
 * The protected channel of the example agency, opened: recipients and custodians among the people of the demo, each with a
 * vault under one passphrase that everybody can read here, so it is for looking at and for nothing else. Prints it. A channel
 * that somebody has set up already stays as it is.
 */
const config = readConfig()
if (!config.ok)
  throw new Error(config.error.map((fault) => `${fault.setting}: ${fault.message.en}`).join('\n'))
const database = await openDatabase(config.value, { log: () => {} })
try {
  const agency = await withoutAgency(database.db, (tx) => ensureAgency(tx, { code: config.value.agencyCode }))
  const now = () => new Date()
  const channel = openProtectedChannel(config.value, { db: database.db, now })
  const ctx: ProtectedCtx = {
    db: database.db,
    actor: { kind: 'command', name: 'npm run demo' },
    now,
    agency,
    channel,
  }
  const { settings, version } = await findSettingsToChange(ctx)
  if (version === 0) await fill(ctx, typedOf(settings))
  console.log(demoPassphrase)
} finally {
  await database.close()
}

async function fill(ctx: ProtectedCtx, typed: ReturnType<typeof typedOf>): Promise<void> {
  const { rows } = await listPeople(ctx, { text: '.example', unitId: null, role: null, state: null, page: 1 })
  const idOf = (role: RoleName) =>
    rows.find(({ roles }) => roles.some((held) => held.role === role))?.id ?? ''
  for (const { role, ...facts } of demoHolders) {
    const personId = idOf(role)
    const appointmentId = done(await appoint(ctx, { personId, officeKey: '', ...facts }))
    const holder: ProtectedCtx = { ...ctx, actor: { kind: 'person', id: personId, name: role, roles: [] } }
    done(
      await makeVault(holder, {
        appointmentId,
        passphrase: demoPassphrase,
        again: demoPassphrase,
        personal: [],
      }),
    )
  }
  const pageId = done(await draftPolicy(ctx))
  done(await changeSettings(ctx, { typed: { ...typed, isOpen: 'on' }, seenVersion: 0 }))
  const page = await withAgency(ctx.db, ctx.agency.id, (tx) =>
    findWorkPage(tx, { agencyId: ctx.agency.id, id: pageId }),
  )
  done(await publishPage(ctx, { pageId, seenHash: page?.contentHash ?? '' }))
}

function done<T>(result: Result<T, Readonly<{ code: string }>>): T {
  if (result.ok) return result.value
  throw new Error(JSON.stringify(result.error))
}
