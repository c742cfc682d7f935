import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '' && existsSync(file))
const sources = files.filter((file) => /^(app|cli|bench|proof|scripts)\/.*\.(ts|tsx|mjs)$/.test(file))
/** Tests, and what helps those of one room in its folder `testing`. */
const isTest = (file: string) => /\.test\.tsx?$|\/testing\//.test(file)
const THAI = /[\u0e01-\u0e5b]/u

test('Thai words live in *.th.ts files, so that every one of them has an English twin beside it', () => {
  const allowed = (file: string) =>
    isTest(file) || file.endsWith('.th.ts') || file.startsWith('scripts/') || file === 'cli/prongsai.mjs'
  // Comments may quote the manual; what the program says may not hide in code.
  const code = (file: string) => readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gmu, '$1')
  // A language is named in itself.
  const selfNamed = /otherLanguage: 'ภาษาไทย',/u
  const found = sources.filter((file) => !allowed(file) && THAI.test(code(file).replace(selfNamed, '')))
  expect(found).toEqual([])
})

test('no file of code is longer than 400 lines, and none of words longer than 300', () => {
  const lines = (file: string) => readFileSync(file, 'utf8').split('\n').length
  const tooLong = sources
    .filter((file) => !isTest(file) && !file.endsWith('.generated.ts'))
    .filter((file) => lines(file) > (/\.(th|en)\.ts$/.test(file) ? 300 : 400))
    .map((file) => `${file} ${lines(file)}`)
  expect(tooLong).toEqual([])
})

test('every room has a README and is entered in the graph of rooms', async () => {
  const rooms = readdirSync('app/features')
  const graph = (await import(path.resolve('feature-graph.cjs'))).default as Record<string, string[]>
  expect(Object.keys(graph).sort()).toEqual([...rooms].sort())
  expect(rooms.filter((room) => !existsSync(`app/features/${room}/README.md`))).toEqual([])
})

test('decisions are numbered without a gap, and each says its state', () => {
  const records = readdirSync('docs/decisions').sort()
  expect(records.map((name) => Number(name.slice(0, 4)))).toEqual(records.map((_name, index) => index + 1))
  for (const record of records)
    expect(readFileSync(`docs/decisions/${record}`, 'utf8'), record).toMatch(
      /^Status: (accepted|superseded by \d{4})$/m,
    )
})

test('nothing in the project names a machine, a registry or a folder outside it', () => {
  const texts = files.filter(
    (file) =>
      /\.(ts|tsx|mjs|cjs|md|yaml|yml|json|css|sql|typ)$/.test(file) && !file.startsWith('tests/house/'),
  )
  const pattern = /(^|[\s'"`(])\/(work|root|home)\/|\.\.\/shared\/|registry\.npmjs|"resolved": "http/m
  expect(texts.filter((file) => pattern.test(readFileSync(file, 'utf8')))).toEqual([])
})

test('settings come from one reader of the environment', () => {
  const readers = sources.filter(
    (file) => file.startsWith('app/') && !isTest(file) && /process\.env/.test(readFileSync(file, 'utf8')),
  )
  expect(readers.filter((file) => !file.startsWith('app/platform/config/'))).toEqual([])
})
