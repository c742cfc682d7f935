import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clockAt } from '../../../tests/support/clock.ts'
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { exampleCycle, exampleFaults } from '../../../tests/support/example-cycle.ts'
import { itemRef } from '../../kernel/item-ref.ts'
import type { Ctx } from '../../platform/ctx.server.ts'
import { withoutAgency } from '../../platform/db/tenant.server.ts'
import { createDiskStore } from '../../platform/files/disk-store.server.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import {
  catalogueStamp,
  exportLibrary,
  importCatalogueLibrary,
  loadCatalogue,
} from '../catalogue/index.server.ts'
import { findPart } from '../catalogue/index.ts'
import { findItemStanding } from '../disclosure/item-standing.queries.server.ts'
import { findCurrentCycle } from '../improvement/index.server.ts'
import { countCycle } from '../improvement/index.ts'
import { findAgencyByCode } from '../people/index.server.ts'
import { createDocumentMaker } from './document-maker.server.ts'
import { findIssuePage } from './issue-page.queries.server.ts'
import { findReportVersion } from './published-report.queries.server.ts'
import { publicationFiles } from './publishing/publication-files.server.ts'
import { bringInReport } from './publishing/usecases/bring-in-report.server.ts'

const catalogue = loadCatalogue()
const cycle = exampleCycle()
const cited = itemRef(2566, 'e1')
const program = { actor: { kind: 'command', name: 'tester' }, now: clockAt('2025-03-01T03:00:00Z') } as const
const documents = createDocumentMaker({ processes: 1 })
let database: TestDatabase
let folder: string
let store: FileStore
let mine: Ctx
let theirs: Ctx

beforeAll(async () => {
  database = await freshDatabase()
  folder = mkdtempSync(path.join(os.tmpdir(), 'prongsai-catalogue-'))
  store = createDiskStore(folder)
  mine = await agencyWithTheExample('mine')
  theirs = await agencyWithTheExample('theirs')
})
afterAll(async () => {
  documents.close()
  rmSync(folder, { recursive: true })
  await database.drop()
})

async function agencyWithTheExample(code: string): Promise<Ctx> {
  const ctx = { ...program, db: database.db }
  const brought = await bringInReport(ctx, {
    agencyCode: code,
    outcome: {
      cycle,
      catalogue: catalogueStamp(catalogue),
      counts: countCycle(cycle),
      notes: [],
      suspectedFaults: exampleFaults(),
    },
  })
  const agency = await withoutAgency(database.db, (tx) => findAgencyByCode(tx, code))
  if (!brought.ok || !brought.value.publication || !agency) throw new Error(`${code} was not published`)
  return { ...ctx, agency }
}

/** Brings the framework of that item's year with another wording of it. */
async function bringCorrected(ctx: Ctx, item: string, wording: string) {
  const part = findPart(catalogue, item.slice(0, 4))
  if (part?.kind !== 'framework') throw new Error(`no framework of ${item}`)
  const items = part.framework.items.map((row) =>
    row.ref === item ? { ...row, title: { th: wording, en: wording }, wording } : row,
  )
  const list = exportLibrary({ kind: 'framework', framework: { ...part.framework, items } })
  const brought = await importCatalogueLibrary(ctx, {
    agencyCode: ctx.agency.code,
    file: { fileName: 'list.yaml', bytes: Buffer.from(list) },
    dryRun: false,
  })
  expect(brought).toMatchObject({ ok: true, value: { status: 'saved' } })
}

test('the corrected wording stands on the pages and in the documents of the agency that brought it, nowhere else', async () => {
  const files = async (ctx: Ctx) => {
    const found = await findReportVersion(ctx, { fiscalYear: cycle.fiscalYear })
    if (!found) throw new Error('no report')
    const made = await publicationFiles(ctx, found.publication, {
      store,
      folder,
      originOf: () => 'https://ita.agency.example',
      madeWith: 'test',
      render: documents.render,
    })
    if (!made.ok) throw new Error('no documents')
    return made.value
  }
  const htmlOf = async (ctx: Ctx) => {
    const { sha256 = '' } = (await files(ctx)).find(({ format }) => format === 'html') ?? {}
    const bytes = await store.open({ agencyId: ctx.agency.id, sha256 })
    return bytes ? (await buffer(bytes)).toString() : ''
  }
  const titlesOf = async (ctx: Ctx) => {
    const pages = await Promise.all(
      cycle.issues.map((issue) =>
        findIssuePage(ctx, { fiscalYear: cycle.fiscalYear, issue: issue.number, lang: 'th' }),
      ),
    )
    return pages.flatMap((page) => page?.cited ?? []).filter(({ ref }) => ref === cited)
  }
  const before = await files(theirs)
  expect(await titlesOf(mine)).not.toEqual([])

  await bringCorrected(mine, cited, 'ถ้อยคำที่แก้แล้ว')
  for (const { title } of await titlesOf(mine)) expect(title?.th).toBe('ถ้อยคำที่แก้แล้ว')
  expect(await titlesOf(theirs)).not.toEqual([])
  for (const { title } of await titlesOf(theirs)) expect(title?.th).not.toBe('ถ้อยคำที่แก้แล้ว')

  expect(await htmlOf(mine)).toContain('ถ้อยคำที่แก้แล้ว')
  expect(await htmlOf(theirs)).not.toContain('ถ้อยคำที่แก้แล้ว')
  // What was handed out before a correction stays what it was.
  await bringCorrected(theirs, cited, 'แก้หลังจัดทำ')
  expect(await files(theirs)).toEqual(before)
  expect(await htmlOf(theirs)).not.toContain('แก้หลังจัดทำ')
})

test('the page of a disclosure item shows it too; who has no agency yet sees the program’s own', async () => {
  const item = itemRef(2568, 'O1')
  const asked = { year: 2568, code: 'O1', lang: 'th' } as const
  await bringCorrected(mine, item, 'ข้อที่แก้แล้ว')
  expect((await findItemStanding(mine, asked))?.title?.th).toBe('ข้อที่แก้แล้ว')
  const own = (await findItemStanding(null, asked))?.title?.th
  expect(own).not.toBe('ข้อที่แก้แล้ว')
  expect((await findItemStanding(theirs, asked))?.title?.th).toBe(own)
})

test('a cycle says with which catalogue it was read, whatever is brought later', async () => {
  const found = await findCurrentCycle(mine, cycle.fiscalYear)
  expect(found?.importRun.catalogue).toEqual(catalogueStamp(catalogue))
  expect(found?.importRun.catalogue?.frameworks['2566']).toBe('2566.2')
})
