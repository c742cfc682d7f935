import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ROLES } from '../../app/kernel/actor.ts'
import { plural } from '../../app/kernel/plural.ts'
import { JOB_NAMES } from '../../app/platform/jobs/jobs.table.ts'

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'app', 'cli'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && existsSync(file))
/** What is read nearly always looks so; whatever does not is looked for by the rule itself. */
const NAMED = /[.'"]([A-Za-z_][\w.-]*)/g
const textOf = (file: string) => readFileSync(file, 'utf8')
const isWords = (file: string) => /\.(th|en)\.ts$/.test(file)
/** Dictionaries of the interface: the Thai files that have an English twin. */
const dictionaries = files.filter(
  (file) => file.endsWith('.th.ts') && files.includes(file.replace(/\.th\.ts$/, '.en.ts')),
)
const readers = files
  .filter((file) => !isWords(file))
  .map((file) => {
    const text = textOf(file)
    return { file, text, named: new Set([...text.matchAll(NAMED)].map(([, name = '']) => name)) }
  })

/** The part of the project whose code may read the words of a file: its room, the command line, or all of the pages. */
const placeOf = (file: string): string =>
  /^(app\/features\/[^/]+|cli)\//.exec(file)?.[0] ?? `${file.split('/')[0]}/`

const keysOf = (file: string): string[] =>
  [...textOf(file).matchAll(/^ {2,}(?:'([^']+)'|([A-Za-z_]\w*)|(\d+)): /gm)].map((match) =>
    String(match[1] ?? match[2] ?? match[3]),
  )

/**
 * `.key` or `'key'`: a state is read through its name, and the code of an error, with a dot in it, wherever it is given. The
 * code of a notice stands in the address that shows it, and rooms hand their words to parts that all pages share.
 */
const isRead = (key: string, place: string): boolean => {
  const escaped = key.replaceAll('.', '\\.')
  const access = /^\d+$/.test(key)
    ? new RegExp(`\\b${key}\\b`)
    : new RegExp(`\\.${escaped}\\b|['"]${escaped}['"]|\\bdone=${escaped}\\b`)
  const mayRead = (file: string) => key.includes('.') || file.startsWith(place) || file.startsWith('app/ui/')
  return (
    readers.some(({ file, named, text }) => named.has(key) && mayRead(file) && access.test(text)) ||
    readers.some(({ file, text }) => mayRead(file) && access.test(text))
  )
}

/** Words that wait for the page that will say them. */
const WAITING = ['noRuleBody']
/** Names that every room looks up its words by: of roles, and of what the program does by itself. */
const OF_KERNEL: readonly string[] = [...ROLES, ...JOB_NAMES]
/** Codes that the operating system gives, looked up by whatever code it gave. */
const BY_SYSTEM = /^E[A-Z]+$/

test('every word of the dictionaries is read somewhere', () => {
  const dead = dictionaries.flatMap((file) =>
    keysOf(file)
      .filter(
        (key) =>
          !WAITING.includes(key) &&
          !OF_KERNEL.includes(key) &&
          !BY_SYSTEM.test(key) &&
          !isRead(key, placeOf(file)),
      )
      .map((key) => `${file}: ${key}`),
  )
  expect(dictionaries.length).toBeGreaterThan(10)
  expect(dead).toEqual([])
})

describe('one term for one thing', () => {
  const found = (pattern: RegExp) =>
    dictionaries.flatMap((file) =>
      textOf(file)
        .split('\n')
        .filter((line) => pattern.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    )
  test('a remedy is asked for with โปรด', () => expect(found(/กรุณา|ลองอีกครั้ง/u)).toEqual([]))
  test('declared none is ระบุว่าไม่มี', () => expect(found(/ประกาศว่าไม่มี|ประกาศโดย/u)).toEqual([]))
  test('unverified is ยังไม่ยืนยัน', () => expect(found(/ยังไม่ตรวจสอบ|ยังไม่ได้ยืนยัน/u)).toEqual([]))
  test('a year of a sentence says its era', () => expect(found(/ปี \$\{/u)).toEqual([]))
})

describe('English counts', () => {
  test('agree with their nouns', () => {
    expect([plural(0, 'issue'), plural(1, 'issue'), plural(2, 'issue')]).toEqual([
      '0 issues',
      '1 issue',
      '2 issues',
    ])
    expect(plural(1, 'point to check', 'points to check')).toBe('1 point to check')
  })
  test('are written by the one helper, wherever the noun follows its number', () => {
    const loose =
      /\$\{\w+\} (?:\w+ )?(?:issues|measures|points to|items|elements|pairs|places|cells|rows|columns)\b/
    const found = dictionaries
      .map((file) => file.replace(/\.th\.ts$/, '.en.ts'))
      .flatMap((file) =>
        textOf(file)
          .split('\n')
          .filter((line) => loose.test(line)),
      )
    expect(found).toEqual([])
  })
})
