import { execFileSync } from 'node:child_process'
import { afterEach, expect, test } from 'vitest'
import { exampleCycle } from '../../../tests/support/example-cycle.ts'
import { preparedExample } from '../../../tests/support/example-report.ts'
import { createDocumentMaker, type DocumentMaker } from './document-maker.server.ts'
import { createPdfRenderer } from './pdf/pdf-renderer.server.ts'
import { renderReport } from './render-report.server.ts'
import { REPORT_FORMATS } from './report.domain.ts'

const cycle = exampleCycle()
const prepared = preparedExample()
let maker: DocumentMaker
afterEach(() => maker.close())

const workers = () =>
  execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(process.pid)], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes('document-worker'))
    .map((line) => Number.parseInt(line, 10))

test('every format comes out of the process as it does without one, asked for all at once', async () => {
  maker = createDocumentMaker({ processes: 1 })
  const made = await Promise.all(REPORT_FORMATS.map((format) => maker.render({ prepared, cycle, format })))
  expect(workers()).toHaveLength(1)
  const pdf = createPdfRenderer({ processes: 1 })
  for (const [at, format] of REPORT_FORMATS.entries()) {
    const here = await renderReport({ prepared, cycle, format, pdf })
    if (!here.ok) throw new Error(here.error.detail)
    const there = made[at]
    if (!there?.ok) throw new Error(there?.error.detail)
    expect(there.value.map(({ fileName }) => fileName)).toEqual(here.value.map(({ fileName }) => fileName))
    for (const [index, file] of here.value.entries())
      expect(Buffer.compare(there.value[index]?.bytes ?? new Uint8Array(), file.bytes), format).toBe(0)
  }
  pdf.close()
})

test('a refusal of the PDF is handed on', async () => {
  maker = createDocumentMaker({ processes: 1, timeLimitMs: 1 })
  expect(await maker.render({ prepared, cycle, format: 'pdf' })).toMatchObject({
    ok: false,
    error: { code: 'pdf.timeout' },
  })
})

test('a process that dies refuses what it was making, and the next request works', async () => {
  maker = createDocumentMaker({ processes: 1 })
  const lost = maker.render({ prepared, cycle, format: 'pdf' })
  await expect.poll(() => workers().length).toBe(1)
  process.kill(workers()[0] as number, 'SIGKILL')
  expect(await lost).toMatchObject({ ok: false, error: { code: 'document.failed' } })
  expect(await maker.render({ prepared, cycle, format: 'json' })).toMatchObject({ ok: true })
})

test('a process that is ending takes nothing away from the next one', async () => {
  maker = createDocumentMaker({ processes: 1 })
  const given = maker.render({ prepared, cycle, format: 'pdf' })
  await expect.poll(() => workers().length).toBe(1)
  maker.close()
  const next = maker.render({ prepared, cycle, format: 'docx' })
  expect(await given).toMatchObject({ ok: false, error: { code: 'document.failed' } })
  expect(await next).toMatchObject({ ok: true })
})
