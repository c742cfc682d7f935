import { createHash, randomBytes } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { openPublicFile } from '../app/features/disclosure/index.server.ts'
import { ensureAgency } from '../app/features/people/index.server.ts'
import { readConfig } from '../app/platform/config/config.server.ts'
import type { Ctx } from '../app/platform/ctx.server.ts'
import { openDatabase } from '../app/platform/db/database.server.ts'
import { withAgency, withoutAgency } from '../app/platform/db/tenant.server.ts'
import { openStore } from '../app/platform/files/open-store.server.ts'
import { addressOf } from '../app/web/addresses.ts'
import { anEvidenceFile } from '../tests/support/evidence-builders.ts'

/** Gives everybody a file of so many bytes in the data of a program that does not run, and tells its address. */
export async function keepPublicFile(dataDir: string, size: number): Promise<string> {
  const config = readConfig({ ...process.env, DATA_DIR: dataDir })
  if (!config.ok) throw new Error('the settings of this run are refused')
  const bytes = randomBytes(size)
  const file = { fileName: 'report.bin', sha256: createHash('sha256').update(bytes).digest('hex') }
  const database = await openDatabase(config.value, { log: () => {} })
  const source = path.join(dataDir, 'public-file')
  try {
    const agency = await withoutAgency(database.db, (tx) =>
      ensureAgency(tx, { code: config.value.agencyCode }),
    )
    const ctx: Ctx = {
      db: database.db,
      actor: { kind: 'command', name: 'npm run bench' },
      now: () => new Date(),
      agency,
    }
    const kept = { ...file, size, mediaType: 'application/octet-stream' }
    writeFileSync(source, bytes)
    const store = openStore({ dataDir: config.value.dataDir, s3: null })
    await store.put({ agencyId: agency.id, path: source, ...kept })
    const { id } = await anEvidenceFile(ctx, kept)
    const opened = await withAgency(database.db, agency.id, (tx) =>
      openPublicFile(tx, ctx, { agencyId: agency.id, evidenceId: id }),
    )
    if (!opened.ok) throw new Error(opened.error)
    return addressOf.publicFile(file.sha256, file.fileName)
  } finally {
    rmSync(source, { force: true })
    await database.close()
  }
}
