import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import {
  addFact,
  answerElement,
  changeItem,
  declareNone,
  findItemWork,
  publishItem,
} from '../app/features/disclosure/index.server.ts'
import { addUploadedFile } from '../app/features/evidence/index.server.ts'
import { ensureAgency } from '../app/features/people/index.server.ts'
import type { Result } from '../app/kernel/result.ts'
import { daysAfter, thaiDay } from '../app/kernel/thai-day.ts'
import { readConfig } from '../app/platform/config/config.server.ts'
import type { Ctx } from '../app/platform/ctx.server.ts'
import { openDatabase } from '../app/platform/db/database.server.ts'
import { withoutAgency } from '../app/platform/db/tenant.server.ts'
import { openStore } from '../app/platform/files/open-store.server.ts'
import { type DemoItem, demoItems, demoStatistics } from './demo-disclosure-words.th.ts'

/**
 * What the example agency discloses for 2568, by the use cases that everybody uses: pages of this site that hold it, a file and
 * words that say of themselves that they are examples, declared absences, and much that is missing. Items of which something
 * was entered already stay as they are.
 */
const YEAR = 2568
const DUE_IN_DAYS = 60

const read = readConfig()
if (!read.ok) throw new Error(read.error.map((fault) => `${fault.setting}: ${fault.message.en}`).join('\n'))
const config = read.value
const database = await openDatabase(config, { log: () => {} })
try {
  const agency = await withoutAgency(database.db, (tx) => ensureAgency(tx, { code: config.agencyCode }))
  const ctx: Ctx = {
    db: database.db,
    actor: { kind: 'command', name: 'npm run demo' },
    now: () => new Date(),
    agency,
  }
  for (const item of demoItems) await disclose(ctx, item)
} finally {
  await database.close()
}

async function disclose(ctx: Ctx, { code, isPublished, answers }: DemoItem): Promise<void> {
  const before = await findItemWork(ctx, { year: YEAR, code })
  if (!before || before.elements.some(({ state }) => state !== 'missing')) return
  const dueOn = daysAfter(thaiDay(ctx.now()), DUE_IN_DAYS)
  done(await changeItem(ctx, { year: YEAR, code, unitId: null, dueOn, seenVersion: before.version }))
  for (const answer of answers) {
    const place = { year: YEAR, code, seen: '' }
    if ('none' in answer) {
      for (const element of answer.elements)
        done(await declareNone(ctx, { ...place, element, text: answer.none }))
      continue
    }
    const page = 'page' in answer ? answer.page : null
    const id = done(
      await addFact(ctx, {
        fact: {
          kind: page !== null ? 'page' : 'file' in answer ? 'file' : 'text',
          title: { th: answer.titleTh, en: answer.titleEn },
          words: 'words' in answer ? answer.words : null,
          address: page,
          evidenceId: 'file' in answer ? await storeStatistics(ctx) : null,
          date: null,
        },
        unitId: null,
        pages: page === null ? [] : [page],
      }),
    )
    for (const element of answer.elements)
      done(await answerElement(ctx, { ...place, element, factIds: [id] }))
  }
  if (!isPublished) return
  const now = await findItemWork(ctx, { year: YEAR, code })
  done(await publishItem(ctx, { year: YEAR, code, seenHash: now?.contentHash ?? '' }))
}

/** Puts the example table among the evidence, and gives its identifier. */
async function storeStatistics(ctx: Ctx): Promise<string> {
  const bytes = Buffer.from(demoStatistics.text)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const folder = await mkdtemp(path.join(os.tmpdir(), 'prongsai-demo-'))
  try {
    const file = path.join(folder, demoStatistics.fileName)
    await writeFile(file, bytes)
    const store = openStore({ dataDir: config.dataDir, ...config.files })
    await store.put({
      path: file,
      size: bytes.length,
      mediaType: 'text/csv',
      agencyId: ctx.agency.id,
      sha256,
    })
  } finally {
    await rm(folder, { recursive: true })
  }
  const added = done(
    await addUploadedFile(ctx, {
      uploadId: null,
      fileName: demoStatistics.fileName,
      mediaType: 'text/csv',
      sha256,
      size: bytes.length,
      location: null,
      facts: {
        title: demoStatistics.fileName,
        note: null,
        evidenceDate: null,
        expiresOn: null,
        isConfidential: false,
        evidenceId: null,
      },
      defaultQuota: null,
    }),
  )
  return added.evidenceId
}

/** What a use case answered; the demo is not made of refusals. */
function done<T, E extends { code: string }>(result: Result<T, E>): T {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}
