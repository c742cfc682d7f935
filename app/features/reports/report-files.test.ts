import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { exampleCycle } from '../../../tests/support/example-cycle.ts'
import { preparedExample } from '../../../tests/support/example-report.ts'
import type { RenderDocument } from './document-maker.server.ts'
import { keptReportFiles, reportFiles } from './report-files.server.ts'

const cycle = exampleCycle()
const prepared = preparedExample()
let folder: string
let made: number
beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(os.tmpdir(), 'prongsai-files-')), 'agency', '2567')
  made = 0
})
afterEach(() => rmSync(path.join(folder, '..', '..'), { recursive: true, force: true }))

// Stands in for the process of documents: what is tested is when they are made, and a real PDF takes seconds.
const render: RenderDocument = async ({ format }) => {
  if (format === 'pdf') made += 1
  const bytes = new TextEncoder().encode(format)
  return { ok: true, value: [{ fileName: `report.${format}`, mediaType: 'text/plain', bytes }] }
}
const refusing: RenderDocument = async () => ({ ok: false, error: { code: 'pdf.timeout', detail: '1 ms' } })

const inputOf = (edition: string) => ({ folder, edition, render, prepared, cycle })
const setOf = (edition: string) => ({
  folder,
  edition,
  contentHash: prepared.contentHash,
  lang: 'th' as const,
})

test('files are there once they were made, once for all who ask together', async () => {
  expect(await keptReportFiles(setOf('1'))).toBeNull()
  let told = 0
  const input = { ...inputOf('1'), onMade: () => void told++ }
  const answers = await Promise.all([reportFiles(input), reportFiles(input), reportFiles(input)])
  await reportFiles(input)
  expect([made, told]).toEqual([1, 1])
  for (const answer of answers) expect(answer).toEqual({ ok: true, value: await keptReportFiles(setOf('1')) })
})

test.each([
  ['a file is missing', (file: string) => rmSync(file)],
  ['a file was cut off', (file: string) => writeFileSync(file, '')],
  ['its index is no index', (file: string) => writeFileSync(path.join(file, '..', 'files.json'), '{')],
])('a set is made again where %s', async (_what, damage) => {
  const first = await reportFiles(inputOf('1'))
  if (!first.ok) throw new Error('no files')
  damage(first.value.at(-1)?.path ?? '')
  expect(await keptReportFiles(setOf('1'))).toBeNull()
  expect(await reportFiles(inputOf('1'))).toEqual(first)
  expect(made).toBe(2)
  expect(await keptReportFiles(setOf('1'))).toEqual(first.value)
})

test('the newest two sets stay', async () => {
  for (const [at, edition] of ['1', '2', '3', '4'].entries()) {
    await reportFiles(inputOf(edition))
    for (const name of readdirSync(folder))
      if (name.endsWith(`-${edition}`)) utimesSync(path.join(folder, name), at, at)
  }
  expect(readdirSync(folder).map((name) => name.slice(-1))).toEqual(['3', '4'])
})

test('a folder that takes no files, or a PDF that cannot be made, is an answer and leaves nothing behind', async () => {
  writeFileSync(path.join(folder, '..', '..', 'agency'), '')
  expect(await reportFiles(inputOf('1'))).toMatchObject({ ok: false, error: { code: 'files.not-kept' } })
  rmSync(path.join(folder, '..', '..', 'agency'))
  const refused = await reportFiles({ ...inputOf('1'), render: refusing })
  expect(refused).toMatchObject({ ok: false, error: { code: 'pdf.timeout' } })
  expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([])
})
