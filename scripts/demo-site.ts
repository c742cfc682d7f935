import { ensureAgency } from '../app/features/people/index.server.ts'
import {
  addPage,
  changeProfile,
  findProfileForForm,
  findWorkPage,
  publishPage,
  saveBanner,
  saveExecutive,
} from '../app/features/site/index.server.ts'
import type { Result } from '../app/kernel/result.ts'
import { daysAfter, thaiDay } from '../app/kernel/thai-day.ts'
import { dayAsTyped } from '../app/kernel/typed-day.ts'
import { readConfig } from '../app/platform/config/config.server.ts'
import type { Ctx } from '../app/platform/ctx.server.ts'
import { openDatabase } from '../app/platform/db/database.server.ts'
import { withAgency, withoutAgency } from '../app/platform/db/tenant.server.ts'
import { demoBanner, demoExecutives, demoPages, demoProfile, demoPublisher } from './demo-site-words.th.ts'

/**
 * The public site of the example agency, by the use cases that everybody uses: contact, policies, a service, news, questions,
 * executives and a banner. A site of which somebody has said something already stays as it is.
 */
const A_YEAR = 365

const config = readConfig()
if (!config.ok)
  throw new Error(config.error.map((fault) => `${fault.setting}: ${fault.message.en}`).join('\n'))
const database = await openDatabase(config.value, { log: () => {} })
try {
  const { agencyCode } = config.value
  const agency = await withoutAgency(database.db, (tx) => ensureAgency(tx, { code: agencyCode }))
  const ctx: Ctx = {
    db: database.db,
    actor: { kind: 'command', name: demoPublisher },
    now: () => new Date(),
    agency,
  }
  if ((await findProfileForForm(ctx)) === null) await fill(ctx)
} finally {
  await database.close()
}

async function fill(ctx: Ctx): Promise<void> {
  const today = thaiDay(ctx.now())
  const nextYear = dayAsTyped(daysAfter(today, A_YEAR))
  for (const { kind, typed } of demoPages) {
    const reviewOn = kind === 'policy' ? nextYear : ''
    const pageId = done(await addPage(ctx, { kind, typed: { ...typed, reviewOn } }))
    const page = await withAgency(ctx.db, ctx.agency.id, (tx) =>
      findWorkPage(tx, { agencyId: ctx.agency.id, id: pageId }),
    )
    done(await publishPage(ctx, { pageId, seenHash: page?.contentHash ?? '' }))
  }
  for (const typed of demoExecutives) done(await saveExecutive(ctx, { typed, picture: 'none', of: null }))
  const days = { startsOn: dayAsTyped(today), endsOn: nextYear }
  done(await saveBanner(ctx, { typed: { ...demoBanner, ...days }, picture: 'none', of: null }))
  // Last: by it the next run knows that the site is whole.
  done(await changeProfile(ctx, { typed: demoProfile, mark: 'none', seenVersion: null }))
}

function done<T>(result: Result<T, Readonly<{ code: string }>>): T {
  if (result.ok) return result.value
  throw new Error(JSON.stringify(result.error))
}
