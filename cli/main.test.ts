import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const EXAMPLE = 'examples/dga-2567/report-2567.txt'
let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'prongsai-cli-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function prongsai(...args: string[]) {
  const done = spawnSync(process.execPath, ['cli/main.ts', ...args], {
    encoding: 'utf8',
    maxBuffer: 50_000_000,
  })
  return { code: done.status, out: done.stdout, err: done.stderr }
}
const at = (name: string) => path.join(folder, name)
function file(name: string, content: string | Uint8Array): string {
  writeFileSync(at(name), content)
  return at(name)
}
/** Bad input: exit code 2, one sentence on standard error, and nothing written. */
function expectRefused(done: ReturnType<typeof prongsai>, ...words: RegExp[]) {
  expect(done.code).toBe(2)
  expect(done.err.trim().split('\n')).toHaveLength(1)
  for (const word of words) expect(done.err).toMatch(word)
  expect(readdirSync(folder).filter((name) => /out|draft/.test(name))).toEqual([])
}

describe('the way from a published report to its documents', () => {
  test('import, check and report work on the example as the README says', () => {
    const imported = prongsai('import', EXAMPLE, '--out', at('cycle.json'), '--json')
    expect(imported.code).toBe(0)
    const said = JSON.parse(imported.out)
    expect(said.counts).toMatchObject({
      issues: 7,
      measures: [2, 1, 1, 1, 1, 1, 3],
      scorePairs: 11,
      singleScores: 2,
      resolutions: 4,
    })
    expect(said.suspectedFaults.length).toBeGreaterThanOrEqual(12)

    const checked = prongsai('check', at('cycle.json'), '--item', '2568:O28', '--json', '--lang', 'en')
    expect(checked.code).toBe(0)
    const verdict = JSON.parse(checked.out)
    expect([verdict.item, verdict.score, verdict.elements.length]).toEqual(['2568:O28', 100, 40])
    expect(verdict.elements[0]).toEqual({
      issue: 1,
      measure: 1,
      element: 'measure',
      state: 'value',
      passes: true,
      reason: expect.any(String),
      remedy: null,
    })
    expect(verdict.findings[0]).toEqual({
      code: expect.any(String),
      where: expect.any(String),
      evidence: expect.any(Array),
      th: expect.any(String),
      en: expect.any(String),
    })

    const made = prongsai('report', at('cycle.json'), '--out', at('documents'), '--json')
    expect(made.err).toBe('')
    expect(readdirSync(at('documents')).sort()).toEqual([
      'measures-2567.csv',
      'measures-2567.xlsx',
      'report-2567.docx',
      'report-2567.html',
      'report-2567.json',
      'report-2567.pdf',
      'scores-2567.csv',
    ])
    const json = readFileSync(at('documents/report-2567.json'))
    expect(createHash('sha256').update(json).digest('hex')).toBe(JSON.parse(made.out).contentHash)
    rmSync(at('documents'), { recursive: true })
  })

  test('a report that lost one summary scores 0, exit code 1, and the check names it', () => {
    prongsai('import', EXAMPLE, '--out', at('cycle.json'))
    const cycle = JSON.parse(readFileSync(at('cycle.json'), 'utf8'))
    cycle.issues[6].measures[1].summary = { state: 'missing' }
    const done = prongsai('check', file('broken.json', JSON.stringify(cycle)), '--item', '2568:O28', '--json')
    expect(done.code).toBe(1)
    const failing = JSON.parse(done.out).elements.filter((element: { passes: boolean }) => !element.passes)
    expect(failing).toEqual([
      expect.objectContaining({
        issue: 7,
        measure: 2,
        element: 'summary',
        state: 'missing',
        remedy: expect.any(String),
      }),
    ])
  })
})

describe('bad input', () => {
  test('a file that is no report', () => {
    expectRefused(
      prongsai('import', file('letter.txt', 'เรียน ท่านผู้อำนวยการ\nขอเชิญประชุม'), '--out', at('out.json')),
      /letter\.txt/,
    )
  })
  test('a truncated DOCX', () => {
    const whole = Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(300, 7)])
    expectRefused(prongsai('import', file('cut.docx', whole), '--out', at('out.json')), /cut\.docx/)
  })
  test('a text of 200 MB is refused by its size', () => {
    expectRefused(
      prongsai('import', file('huge.txt', Buffer.alloc(200_000_000, 0x61)), '--out', at('out.json')),
      /huge\.txt/,
    )
    rmSync(at('huge.txt'))
  })
  test('UTF-16 is refused with the encodings that are read', () => {
    expectRefused(
      prongsai('import', file('wide.txt', Buffer.from('\ufeffรายงาน', 'utf16le')), '--out', at('out.json')),
      /wide\.txt/,
      /UTF-8/,
    )
  })
  test('a bare item code, an unknown item, and an item without a rule', () => {
    prongsai('import', EXAMPLE, '--out', at('cycle.json'))
    expectRefused(prongsai('check', at('cycle.json'), '--item', 'O28', '--lang', 'en'), /no year/)
    expectRefused(prongsai('check', at('cycle.json'), '--item', '2568:O99', '--lang', 'en'), /2568:O99/)
    expectRefused(prongsai('check', at('cycle.json'), '--item', '2568:O1', '--lang', 'en'), /2568:O28/)
    expectRefused(prongsai('check', at('cycle.json')), /--item/)
  })
  test('words that are no command, option, format or file', () => {
    expectRefused(prongsai('impört', 'x'), /impört/)
    expectRefused(prongsai('import', 'x', '--outt', 'y'), /--outt/)
    expectRefused(prongsai('import', at('not-there.txt')), /not-there\.txt/)
    expectRefused(prongsai('import', folder), /prongsai-cli-/)
    expectRefused(prongsai('import'), /import report\.docx/)
    expectRefused(prongsai('report', at('cycle.json'), '--out', at('out'), '--format', 'pdf,odt'), /odt/)
    expectRefused(prongsai('import', EXAMPLE, '--lang', 'fr'), /fr/)
  })
  test('with --json a refusal is one JSON document too', () => {
    const done = prongsai('import', at('not-there.txt'), '--json')
    expect([done.code, JSON.parse(done.out).error.exitCode]).toEqual([2, 2])
  })
})

test('config names every setting and withholds secrets', () => {
  const done = spawnSync(process.execPath, ['cli/main.ts', 'config', '--json'], {
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: 'postgres://user:very-secret@localhost/db' },
  })
  expect(done.status).toBe(0)
  expect(done.stdout).not.toContain('very-secret')
  expect(JSON.parse(done.stdout).settings.map((setting: { name: string }) => setting.name)).toContain(
    'DATA_DIR',
  )
})

test('the command starts on an old Node too, and says what to do where none serves', () => {
  expect(existsSync('cli/prongsai.mjs')).toBe(true)
  const done = spawnSync(process.execPath, ['cli/prongsai.mjs', '--help'], { encoding: 'utf8' })
  expect([done.status, done.stdout.includes('prongsai import')]).toEqual([0, true])
})
