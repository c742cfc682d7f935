import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'prongsai-score-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function score(content: string, ...args: string[]) {
  const file = path.join(folder, 'answers.csv')
  writeFileSync(file, content)
  const done = spawnSync(process.execPath, ['cli/main.ts', 'score', file, ...args], {
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  })
  return { code: done.status, out: done.stdout, err: done.stderr }
}
const HEAD = 'agency,instrument,i2,i9\n'

describe('prongsai score', () => {
  test('gives the scores of every agency of a file, in the order of their codes', () => {
    const { code, out } = score(`${HEAD}10,IIT,4,1\n9,IIT,1,4\n10,IIT,,\n`, '--year', '2564', '--json')
    expect(code).toBe(0)
    const said = JSON.parse(out)
    expect(said).toMatchObject({
      year: 2564,
      catalogue: { hash: expect.any(String) },
      rule: { aggregation: 'mean-of-means', rounding: expect.any(String) },
    })
    expect(said.agencies.map((agency: { code: string }) => agency.code)).toEqual(['9', '10'])
    const [nine, ten] = said.agencies
    expect(ten.items['2564:i2']).toMatchObject({ mean: '100.00', n: 1, excluded: 0, unanswered: 1 })
    // Reversed: the least is the best.
    expect(ten.items['2564:i9'].mean).toBe('100.00')
    expect(nine.items['2564:i9'].mean).toBe('0.00')
    expect(ten.instruments.IIT.respondents).toBe(2)
    expect([ten.total, ten.level]).toEqual([null, null])
  })

  test('a file too large to be held is read in pieces and gives the same scores', () => {
    const rows = '9,IIT,1,4\n10,IIT,4,1\n10,IIT,ไม่เคยใช้บริการ,2\n'
    const small = score(HEAD + rows, '--year', '2564', '--json')
    const large = score(HEAD + rows.repeat(100_000), '--year', '2564', '--json')
    expect(large.code).toBe(0)
    const meansOf = (out: string) =>
      JSON.parse(out).agencies.map((agency: { items: Record<string, { mean: string | null }> }) => [
        agency.items['2564:i2']?.mean,
        agency.items['2564:i9']?.mean,
      ])
    expect(meansOf(large.out)).toEqual(meansOf(small.out))
    expect(JSON.parse(large.out).agencies[1].items['2564:i2']).toMatchObject({
      n: 100_000,
      excluded: 100_000,
    })
  })

  test('a person reads a table, with the year in words and every item of a single agency', () => {
    const { code, out } = score(`${HEAD}10,IIT,4,1\n`, '--year', '๒๕๖๔')
    expect(code).toBe(0)
    expect(out).toContain('คะแนนตามกรอบการประเมินปี พ.ศ. 2564 จำนวน 1 หน่วยงาน')
    expect(out).toMatch(/2564:i2 +100\.00 {2}นับคะแนน 1/u)
  })

  test('wrong cells are named by row and column, and nothing is computed', () => {
    const { code, out, err } = score(`${HEAD}A,IIT,9,1\nA,EIT,1,\n`, '--year', '2564', '--lang', 'en')
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(/2 cells need correcting; nothing was computed/u)
    expect(err).toMatch(/row 2, column 3: “9” is not an option/u)
    expect(err).toMatch(/row 3, column 3: This row is of EIT/u)
  })

  test('many wrong cells are counted and the first of them named', () => {
    const { code, out } = score(`${HEAD}${'A,IIT,9,1\n'.repeat(50)}`, '--year', '2564', '--json')
    expect(code).toBe(2)
    const { error } = JSON.parse(out)
    expect([error.count, error.cells.length]).toEqual([50, 20])
    expect(error.cells[0]).toMatchObject({ row: 2, column: 3 })
  })

  test('a year that is missing, unknown or without questions is refused with those that can be scored', () => {
    expect(score(HEAD).code).toBe(2)
    const unknown = score(HEAD, '--year', '2570')
    expect(unknown.code).toBe(2)
    expect(unknown.err).toContain('2564, 2566, 2567')
    expect(score(HEAD, '--year', '2569').code).toBe(2)
  })
})
