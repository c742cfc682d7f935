import { readFileSync } from 'node:fs'
import path from 'node:path'
import {
  findAnswersYear,
  importAnswers,
  importPeers,
  importScores,
  keepSnapshot,
  previewAnswers,
  previewPeers,
  previewScores,
  setAnswerTarget,
  takeComputedScores,
} from '../app/features/assessments/index.server.ts'
import { findWorkingCycle, openCycle } from '../app/features/improvement/index.server.ts'
import { changeAgency, ensureAgency, findAgencyForForm } from '../app/features/people/index.server.ts'
import type { Result } from '../app/kernel/result.ts'
import { readConfig } from '../app/platform/config/config.server.ts'
import type { Ctx } from '../app/platform/ctx.server.ts'
import { openDatabase } from '../app/platform/db/database.server.ts'
import { withoutAgency } from '../app/platform/db/tenant.server.ts'
import { projectRoot } from '../app/platform/project-root.server.ts'
import { isLoopback } from '../app/web/public-origin.ts'
import { demoWords } from './demo-words.th.ts'

/**
 * The invented agency of the demo, by the use cases that everybody uses: answers of two years become scores, beside them
 * disclosure scores, what a source might print, and results of other agencies. What is there already stays as it is.
 */
const YEARS = [2566, 2567] as const
const AT_WORK = 2568
const REQUIRED = { IIT: 120, EIT: 400 } as const

const config = readConfig()
if (!config.ok)
  throw new Error(config.error.map((fault) => `${fault.setting}: ${fault.message.en}`).join('\n'))
const { agencyCode, origin } = config.value
const database = await openDatabase(config.value, { log: () => {} })
try {
  const agency = await withoutAgency(database.db, (tx) => ensureAgency(tx, { code: agencyCode }))
  const ctx: Ctx = {
    db: database.db,
    actor: { kind: 'command', name: 'npm run demo' },
    now: () => new Date(),
    agency,
  }
  await nameIt(ctx)
  if ((await findWorkingCycle(ctx, AT_WORK)) === null) {
    for (const year of YEARS) {
      await bringInScores(ctx, `disclosure-${year}.csv`)
      await bringInAnswers(ctx, year)
    }
    done(await keepSnapshot(ctx, { name: demoWords.imagined.snapshot }))
    await bringInScores(ctx, 'announced-2566.csv')
    await bringInPeers(ctx)
    done(await openCycle(ctx, { fiscalYear: AT_WORK, resultsYear: 2567 }))
  }
} finally {
  await database.close()
}

/** Its name says what it is, and it answers under a host name of its own beside the example. */
async function nameIt(ctx: Ctx): Promise<void> {
  const { hostname } = new URL(origin)
  const facts = {
    ...(await findAgencyForForm(ctx)),
    nameTh: demoWords.imagined.nameTh,
    nameEn: demoWords.imagined.nameEn,
    agencyType: 'public-organisation',
    ministry: demoWords.imagined.ministry,
    hostName: `imagined.${isLoopback(hostname) ? 'localhost' : hostname}`,
  }
  done(await changeAgency(ctx, { facts, hostConfirmed: true }))
}

async function bringInAnswers(ctx: Ctx, year: number): Promise<void> {
  const fileName = `answers-${year}.csv`
  const file = { bytes: bytesOf(fileName), year, agency: null }
  for (const instrument of ['IIT', 'EIT'] as const)
    done(await setAnswerTarget(ctx, { year, instrument, nRequired: REQUIRED[instrument] }))
  const { seen } = done(await previewAnswers(ctx, file))
  done(await importAnswers(ctx, { ...file, fileName, sourceNote: demoWords.imagined.source, seen }))
  const computed = await findAnswersYear(ctx, year)
  if (computed) done(await takeComputedScores(ctx, { year, seen: computed.seen }))
}

async function bringInScores(ctx: Ctx, fileName: string): Promise<void> {
  const bytes = bytesOf(fileName)
  const { seen } = done(await previewScores(ctx, { bytes }))
  done(await importScores(ctx, { bytes, fileName, sourceNote: demoWords.imagined.source, seen }))
}

async function bringInPeers(ctx: Ctx): Promise<void> {
  const fileName = 'peers.csv'
  const bytes = bytesOf(fileName)
  const { seen } = done(await previewPeers(ctx, { bytes }))
  done(await importPeers(ctx, { bytes, fileName, sourceNote: demoWords.imagined.source, seen }))
}

function bytesOf(fileName: string): Uint8Array {
  return readFileSync(path.join(projectRoot, 'examples', 'imagined-agency', fileName))
}

function done<T>(result: Result<T, Readonly<{ code: string }>>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
