import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { anAgency } from '../../../../tests/support/agency-at-work.ts'
import { resolveWithdrawal } from '../../../../tests/support/approved.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { aPublishedReport } from '../../../../tests/support/example-at-work.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { createDiskStore } from '../../../platform/files/disk-store.server.ts'
import { findPublications, withdrawPublication } from '../../approvals/index.server.ts'
import type { RenderDocument } from '../document-maker.server.ts'
import {
  type DocumentMaking,
  makeMissingFiles,
  offeredFiles,
  publicationFiles,
} from './publication-files.server.ts'

let database: TestDatabase
let folder: string
let ctx: Ctx
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'prongsai-documents-'))
  ctx = await anAgency(database)
  await aPublishedReport(ctx)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A program of that version. Stands in for the process of documents: a real PDF takes seconds. */
function program(madeWith: string, wait: Promise<void> = Promise.resolve()) {
  const asked: string[] = []
  const render: RenderDocument = async ({ format }) => {
    asked.push(format)
    await wait
    const bytes = new TextEncoder().encode(`${format} of ${madeWith}`)
    return { ok: true, value: [{ fileName: `report-2567.${format}`, mediaType: 'text/plain', bytes }] }
  }
  const by: DocumentMaking = {
    store: createDiskStore(path.join(folder, 'files')),
    folder: path.join(folder, 'files'),
    originOf: () => 'https://ita.agency.example',
    madeWith,
    render,
  }
  return { by, asked }
}

const found = async () => {
  const [publication] = await findPublications(ctx, { kind: 'report' })
  if (!publication) throw new Error('no report')
  return publication
}
const textOf = async ({ by }: ReturnType<typeof program>, sha256: string) => {
  const bytes = await by.store.open({ agencyId: ctx.agency.id, sha256 })
  return bytes && (await buffer(bytes)).toString()
}
const filesBy = async ({ by }: ReturnType<typeof program>) => {
  const files = await publicationFiles(ctx, await found(), by)
  if (!files.ok) throw new Error(files.error.code)
  return files.value
}

describe('the files of a publication', () => {
  test('a page waits for none: they are made once behind it, and offered when they are there', async () => {
    const gate = Promise.withResolvers<void>()
    const told = Promise.withResolvers<void>()
    const one = program('1.0', gate.promise)
    const by = { ...one.by, onMade: () => told.resolve() }
    const report = await found()
    expect(await Promise.all([offeredFiles(ctx, report, by), offeredFiles(ctx, report, by)])).toEqual([
      null,
      null,
    ])
    await expect.poll(() => one.asked).toEqual(['pdf'])
    expect(await offeredFiles(ctx, report, by)).toBeNull()
    gate.resolve()
    await told.promise
    expect((await offeredFiles(ctx, report, by))?.map(({ format }) => format)).toContain('pdf')
    expect(one.asked).toHaveLength(new Set(one.asked).size)
  })

  test('are those bytes for ever, under the name of their version, whatever the program becomes', async () => {
    const first = program('1.0')
    const made = await filesBy(first)
    expect(made.map(({ fileName }) => fileName)).toContain('report-2567-v1.pdf')
    const later = program('2.0')
    expect(await filesBy(later)).toEqual(made)
    expect(later.asked).toEqual([])
    const pdf = made.find(({ format }) => format === 'pdf')
    expect(await textOf(later, pdf?.sha256 ?? '')).toBe('pdf of 1.0')
  })

  test('of two processes that make them at once, the first to note them decides for both', async () => {
    // Another instance of the module is another process, which knows nothing of the work of this one.
    vi.resetModules()
    const other = await import('./publication-files.server.ts')
    const gate = Promise.withResolvers<void>()
    const slow = program('slow', gate.promise)
    const fast = program('fast')
    const report = await found()
    const slowly = publicationFiles(ctx, report, slow.by)
    await expect.poll(() => slow.asked.length).toBe(1)
    const quickly = await other.publicationFiles(ctx, report, fast.by)
    gate.resolve()
    expect(await slowly).toEqual(quickly)
    const pdf = quickly.ok ? quickly.value.find(({ format }) => format === 'pdf') : undefined
    expect(await textOf(slow, pdf?.sha256 ?? '')).toBe('pdf of fast')
  })

  test('are made at the next request where a program died after the publication and before them', async () => {
    vi.resetModules()
    const died = await import('./publication-files.server.ts')
    const never = program('died', new Promise<void>(() => {}))
    void died.publicationFiles(ctx, await found(), never.by)
    await expect.poll(() => never.asked.length).toBe(1)
    const next = program('next')
    await makeMissingFiles(ctx, next.by)
    expect((await filesBy(program('later'))).map(({ fileName }) => fileName)).toContain('report-2567-v1.json')
    expect(next.asked).not.toEqual([])
  })

  test('leave nothing beside the store, and where they cannot be made nothing is noted', async () => {
    const refusing = program('1.0')
    const render: RenderDocument = async () => ({ ok: false, error: { code: 'pdf.timeout', detail: '1 ms' } })
    expect(await publicationFiles(ctx, await found(), { ...refusing.by, render })).toMatchObject({
      error: { code: 'pdf.timeout' },
    })
    writeFileSync(path.join(folder, 'no-folder'), '')
    expect(
      await publicationFiles(ctx, await found(), {
        ...refusing.by,
        folder: path.join(folder, 'no-folder', 'files'),
      }),
    ).toMatchObject({ error: { code: 'files.not-kept' } })
    await filesBy(program('1.0'))
    const names = readdirSync(path.join(folder, 'files'), { recursive: true, encoding: 'utf8' })
    expect(names.filter((name) => name.endsWith('.unfinished'))).toEqual([])
  })

  test('are not made of a version that was withdrawn', async () => {
    const report = await found()
    const publicationId = report.id
    await resolveWithdrawal(ctx, publicationId)
    await withdrawPublication(ctx, { publicationId, reason: 'ถอน' })
    const one = program('1.0')
    await makeMissingFiles(ctx, one.by)
    expect(await publicationFiles(ctx, report, one.by)).toMatchObject({ error: { code: 'files.not-kept' } })
    expect(one.asked).toEqual([])
  })
})
