import { describe, expect, test } from 'vitest'
import { loadCatalogue } from '../../catalogue/index.server.ts'
import { frameworkOf } from '../../catalogue/index.ts'
import { answerCounter } from './answer-counter.server.ts'
import { answerForm } from './answer-form.domain.ts'
import { countedAnswers } from './counted-agencies.domain.ts'
import { foldBatches, noSums } from './fold-answers.domain.ts'
import { readAnswers } from './read-answers.server.ts'
import { resultOfCounts } from './result-of-counts.domain.ts'

const { FRAMEWORK, FORM } = surveyYear()

function surveyYear() {
  const framework = frameworkOf(loadCatalogue(), 2567)
  const form = framework && answerForm(framework)
  if (!framework || !form || typeof form === 'string') throw new Error('no questions')
  return { FRAMEWORK: framework, FORM: form }
}

type Faults = readonly Readonly<{ row: number; column: number; code: string; value: string; other: string }>[]
const placed = (faults: Faults) =>
  faults.map(({ row, column, code, value, other }) => [row, column, code, value, other].join(' | '))

/** What a file gives when it is read whole: why it is refused, its wrong cells, or the scores of each agency. */
async function whole(bytes: Uint8Array): Promise<unknown> {
  const read = await readAnswers(bytes, FRAMEWORK)
  if (!read.ok) return read.error.cells.length > 0 ? placed(read.error.cells) : read.error.code
  const { agencies } = read.value
  const sums = noSums(
    FORM,
    agencies.map(({ code }) => code),
  )
  foldBatches(
    sums,
    agencies.flatMap(({ batches }, agency) => batches.map((batch) => ({ agency, batch }))),
  )
  const disclosure = new Map(agencies.map((one, agency) => [agency, one.disclosure]))
  return scoresOf({ ...sums, disclosure })
}

/** The same when it comes in pieces of that many bytes. */
function inPieces(bytes: Uint8Array, size: number): unknown {
  const counter = answerCounter(FRAMEWORK, FORM)
  for (let at = 0; at < bytes.length; at += size) counter.push(bytes.slice(at, at + size))
  const { counted, refusal, faults } = counter.end()
  if (refusal !== null) return refusal
  return faults.length > 0 ? placed(faults) : scoresOf(counted)
}

const scoresOf = (counted: Parameters<typeof countedAnswers>[0]) =>
  Object.fromEntries(
    counted.codes.map((code, at) => [code, resultOfCounts(FRAMEWORK, countedAnswers(counted, at))]),
  )

const bytesOf = (text: string) => new TextEncoder().encode(text)
const joined = (...parts: readonly (string | readonly number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...bytesOf(part)] : [...part])))
const HEAD = 'agency,instrument,i1,i2\n'

describe('a file read whole and the same file counted piece by piece say the same', () => {
  test.each<readonly [string, Uint8Array, unknown]>([
    [
      'a letter that is broken',
      joined(`${HEAD}A,IIT,1,2\n`, [0xe0, 0xb8], ',IIT,1,2\n'),
      'answers.unknown-encoding',
    ],
    [
      'a letter that is broken at the very end',
      joined(`${HEAD}A,IIT,1,2\nก`, [0xe0, 0xb8]),
      'answers.unknown-encoding',
    ],
    [
      'a quotation mark that is never closed',
      bytesOf(`${HEAD}A,IIT,1,2\n"B,IIT,1,2\nC,IIT,1,2\n`),
      'answers.damaged-file',
    ],
    [
      'an open quotation mark in the heads',
      bytesOf(`agency,"instrument,i1\nA,IIT,1\n`),
      'answers.damaged-file',
    ],
    [
      'a mark within a cell, which is text',
      bytesOf(`${HEAD}A"B,IIT,1,x\nC,IIT,1,2\nD"D,IIT,2,2\n`),
      ['2 | 4 | answers.unknown-option | x | 6'],
    ],
    [
      'a formula as an agency',
      bytesOf(`${HEAD}=A1,IIT,1,2\n+A,IIT,1,2\n@x,IIT,,\n-A,IIT,,\n`),
      [
        '2 | 1 | answers.formula | =A1 | ',
        '3 | 1 | answers.formula | +A | ',
        '4 | 1 | answers.formula | @x | ',
        '5 | 1 | answers.formula | -A | ',
      ],
    ],
    ['a formula as an answer', bytesOf(`${HEAD}A,IIT,=1+1,2\n`), ['2 | 3 | answers.formula | =1+1 | ']],
    ['a dash as an agency', bytesOf(`${HEAD}-,IIT,1,2\n`), ['2 | 1 | answers.no-agency |  | ']],
    [
      'a row far too wide',
      bytesOf(`${HEAD}A,IIT,1,2\nB,IIT,1,2${','.repeat(300)}\n`),
      'answers.table-too-large',
    ],
    ['nothing but blank lines', bytesOf('\n \n,,\n'), 'answers.no-file'],
    ['heads alone, below blank lines', bytesOf(`\n\n${HEAD}\n\n`), ['3 | 1 | answers.no-rows |  | ']],
    [
      'a wrong cell below a line of the separator and blank lines',
      bytesOf(`sep=;\r\n\r\nagency;instrument;i1\r\nA;IIT;9\r\n`),
      ['4 | 3 | answers.unknown-option | 9 | 6'],
    ],
    [
      'three rows of disclosure of one agency',
      bytesOf(`agency,instrument,o1\nA,OIT,100\nA,OIT,0\nA,OIT,0\n`),
      ['3 | 1 | answers.disclosure-twice | A | 2', '4 | 1 | answers.disclosure-twice | A | 2'],
    ],
  ])('%s', async (_what, bytes, expected) => {
    expect(await whole(bytes)).toEqual(expected)
    for (const size of [1, 2, 3, 7, 50, 10_000]) expect(inPieces(bytes, size)).toEqual(expected)
  })

  test.each<readonly [string, string, readonly string[]]>([
    ['a line that names the separator', `\ufeffsep=;\nagency;instrument;i1\nA;IIT;1\n`, ['A']],
    ['blank lines before the heads', `\n\r\n${HEAD.replaceAll(',', '\t')}A\tIIT\t1\t2\n`, ['A']],
    ['dashes where nobody answered', `${HEAD}A,IIT,-,–\nA,IIT,1,—\n`, ['A']],
    ['one code written in several ways', `${HEAD}A 1,IIT,1,2\n A  1 ,IIT,2,2\n"A\u00a01",IIT,1,\n`, ['A 1']],
    [
      'codes that are guarded against formulas',
      `${HEAD}'=A,IIT,1,2\n"'=A",IIT,2,2\n'A,IIT,1,2\n`,
      ["'A", '=A'],
    ],
    [
      'control characters in a cell, few in a long file',
      `${HEAD}A\u0001,IIT,1,2\nA,IIT,\u00021,2\n${'B,IIT,1,2\n'.repeat(300)}`,
      ['A', 'B'],
    ],
    ['letters put together in two ways', `${HEAD}\u00e9,IIT,1,2\ne\u0301,IIT,2,2\n`, ['é']],
    ['line ends within quotation marks', `${HEAD}"A\nB",IIT,1,2\r"A\r\nB",IIT,2,2\n`, ['A\nB']],
  ])('%s', async (_what, text, codes) => {
    const bytes = bytesOf(text)
    const read = await whole(bytes)
    expect(Object.keys(read as object).sort()).toEqual([...codes].sort())
    for (const size of [1, 2, 3, 7, 50, 10_000]) expect(inPieces(bytes, size)).toEqual(read)
  })

  test('a mark that is never closed in a file without end is told as such', () => {
    const counter = answerCounter(FRAMEWORK, FORM)
    counter.push(bytesOf(`${HEAD}"A,IIT,1,2\n`))
    for (let piece = 0; piece < 12; piece += 1) counter.push(bytesOf('B,IIT,1,2\n'.repeat(10_000)))
    expect(counter.end().refusal).toBe('answers.damaged-file')
  })
})
