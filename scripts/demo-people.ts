import { readFileSync } from 'node:fs'
import path from 'node:path'
import {
  ensureAgency,
  findAgencyForForm,
  importRoster,
  issueSignInLink,
  listPeople,
  previewRoster,
} from '../app/features/people/index.server.ts'
import { linkAddress } from '../app/features/people/index.ts'
import { readConfig } from '../app/platform/config/config.server.ts'
import { openDatabase } from '../app/platform/db/database.server.ts'
import { withoutAgency } from '../app/platform/db/tenant.server.ts'
import { projectRoot } from '../app/platform/project-root.server.ts'
import { publicOrigin } from '../app/web/public-origin.ts'

/**
 * People for the demo, invented ones in the units of the example report, by the same importer that everybody uses. Prints,
 * as JSON, a one-time sign-in link for each. `demo-people.ts [ROSTER.csv]`.
 */
const ROSTER = process.argv[2] ?? path.join('examples', 'dga-2567', 'roster.csv')

const config = readConfig()
if (!config.ok)
  throw new Error(config.error.map((fault) => `${fault.setting}: ${fault.message.en}`).join('\n'))
const { agencyCode, origin } = config.value
const database = await openDatabase(config.value, { log: () => {} })
try {
  const agency = await withoutAgency(database.db, (tx) => ensureAgency(tx, { code: agencyCode }))
  const ctx = {
    db: database.db,
    actor: { kind: 'command', name: 'npm run demo' },
    now: () => new Date(),
    agency,
  } as const
  const { hostName } = await findAgencyForForm(ctx)
  const site = publicOrigin({ origin, hostName, host: undefined })

  const bytes = readFileSync(path.join(projectRoot, ROSTER))
  const previewed = await previewRoster(ctx, { bytes })
  if (!previewed.ok) throw new Error(JSON.stringify(previewed.error))
  const { seen } = previewed.value
  const imported = await importRoster(ctx, { bytes, seen, invites: false, origin: site })
  if (!imported.ok) throw new Error(JSON.stringify(imported.error))

  const people = await listPeople(ctx, {
    text: '.example',
    unitId: null,
    role: null,
    state: null,
    page: 1,
  })
  const links = []
  for (const { id, name, roles } of people.rows) {
    const issued = await issueSignInLink(ctx, { personId: id })
    if (issued.ok)
      links.push({ name, role: roles[0]?.role, link: linkAddress(site, 'th', issued.value.token) })
  }
  console.log(JSON.stringify(links))
} finally {
  await database.close()
}
