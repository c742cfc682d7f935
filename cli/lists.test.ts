import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { freshDatabase, type TestDatabase } from '../tests/support/database.ts'

const EXAMPLE = 'examples/dga-2567/report-2567.txt'
// Each call is a process of its own.
vi.setConfig({ testTimeout: 120_000 })

let database: TestDatabase
let folder: string
beforeAll(async () => {
  database = await freshDatabase()
  folder = mkdtempSync(path.join(os.tmpdir(), 'prongsai-lists-'))
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await database.drop()
})

type Done = Readonly<{ code: number; out: string; err: string }>
const call = (env: Readonly<Record<string, string>>, args: readonly string[]): Promise<Done> =>
  new Promise((resolve) => {
    const options = { encoding: 'utf8', maxBuffer: 50_000_000, env: { ...process.env, ...env } } as const
    execFile(process.execPath, ['cli/main.ts', ...args], options, (error, out, err) =>
      resolve({ code: Number(error?.code ?? 0), out, err }),
    )
  })
/** The command of one agency of the test's database. */
const commandOf =
  (agency: string) =>
  (...args: string[]): Promise<Done> => {
    return call({ DATABASE_URL: database.url, AGENCY_CODE: agency }, args)
  }
/** The command where no database was ever made, and whether it made one. */
const alone = (...args: string[]): Promise<Done> =>
  call({ DATABASE_URL: '', DATA_DIR: path.join(folder, 'no-database') }, args)

const at = (name: string) => path.join(folder, name)
function file(name: string, content: string | Uint8Array): string {
  writeFileSync(at(name), content)
  return at(name)
}
const kept = async (): Promise<number> =>
  Number((await database.owner.query('select count(*) from catalogue_library')).rows[0].count)
async function expectRefused(done: Done, ...words: RegExp[]) {
  expect([done.code, done.out]).toEqual([2, ''])
  expect(done.err.trim().split('\n')).toHaveLength(1)
  for (const word of words) expect(done.err).toMatch(word)
}

describe('the way of a list out, through a hand that corrects it, and in', () => {
  test.each(['2568', '2566-2567'])(
    '%s goes out without a database, and comes in as what stands already',
    async (part) => {
      const printed = await alone('export', part)
      expect(printed).toMatchObject({ code: 0, err: '' })
      expect((await alone('export', part, '--out', at('out.yaml'))).code).toBe(0)
      expect(readFileSync(at('out.yaml'), 'utf8')).toBe(printed.out)
      expect(readdirSync(folder)).not.toContain('no-database')

      const again = await commandOf('round')('import', at('out.yaml'), '--json')
      expect(JSON.parse(again.out)).toMatchObject({ part, status: 'unchanged', version: null })
      expect(await kept()).toBe(0)
    },
  )

  test('a corrected list is known by its content, says what it changes, and is what goes out from then on', async () => {
    const agency = commandOf('office')
    const text = (await alone('export', '2568')).out.replace(
      'name: โครงสร้างและอำนาจหน้าที่',
      'name: โครงสร้างหน่วยงาน',
    )
    const list = file('จากสำนักงาน.txt', text)
    const dry = await agency('import', list, '--dry-run', '--lang', 'en')
    expect(dry.out).toMatch(/items 28 .*Other wording: 2568:O1 \(title\).*was not saved/s)
    expect(await kept()).toBe(0)

    const brought = JSON.parse((await agency('import', list, '--json')).out)
    expect(brought).toMatchObject({
      part: '2568',
      status: 'saved',
      version: 1,
      counts: { items: 28, indicators: 17 },
      differences: { changed: [{ row: '2568:O1', fields: ['title'], reworded: true }] },
    })
    expect((await agency('export', '2568')).out).toBe(text)
    expect((await commandOf('other')('export', '2568')).out).not.toBe(text)
    expect(await kept()).toBe(1)
  })

  test('a report is read with the lists of its agency, and says with which', async () => {
    const agency = commandOf('reader')
    const list = (await alone('export', '2567')).out.replace('"version":"2567.2"', '"version":"2567.9"')
    await agency('import', file('list.yaml', list))
    const imported = await agency('import', EXAMPLE, '--json')
    expect(JSON.parse(imported.out)).toMatchObject({
      catalogue: { frameworks: { '2567': '2567.9', '2566': '2566.2' } },
      saved: { status: 'saved', version: 1 },
    })
    const { rows } = await database.owner.query('select catalogue from import_run')
    expect(rows).toEqual([{ catalogue: JSON.parse(imported.out).catalogue }])
  })

  test('without a database --catalogue puts lists into one command, in their order', async () => {
    const cycle = at('cycle.json')
    const plain = await alone('import', EXAMPLE, '--out', cycle, '--json')
    const list = (await alone('export', '2568')).out
    const renumbered = file('renumbered.yaml', list.replaceAll('2568', '2570'))
    const check = (...more: string[]) => alone('check', cycle, '--item', '2570:O28', '--lang', 'en', ...more)
    await expectRefused(await check(), /2570:O28.*in no framework/)
    await expectRefused(await check('--catalogue', renumbered), /no completeness rule for 2570:O28/)

    const other = file('other.yaml', list.replace('"version":"2568.1"', '"version":"2568.2"'))
    const lists = ['--catalogue', renumbered, '--catalogue', other]
    const read = await alone('import', EXAMPLE, '--out', cycle, '--json', ...lists)
    const { catalogue } = JSON.parse(read.out)
    expect(catalogue.frameworks).toMatchObject({ '2568': '2568.2', '2570': '2570.1' })
    expect(catalogue.hash).not.toBe(JSON.parse(plain.out).catalogue.hash)

    const renamed = file(
      'renamed.yaml',
      (await alone('export', '2566')).out.replace(/^( +ref_id: e1\n +)name: .*$/m, '$1name: ถ้อยคำที่แก้แล้ว'),
    )
    expect(
      (await alone('report', cycle, '--out', at('made'), '--format', 'html', '--catalogue', renamed)).code,
    ).toBe(0)
    expect(readFileSync(at('made/report-2567.html'), 'utf8').includes('ถ้อยคำที่แก้แล้ว')).toBe(true)
    expect(readdirSync(folder)).not.toContain('no-database')
  })
})

describe('a list that is refused: exit code 2, one sentence, nothing written', () => {
  const agency = commandOf('refused')
  test('broken, harmful, huge, and no list at all', async () => {
    const before = await kept()
    const good = (await alone('export', '2568')).out
    const bomb = `urn: x\nobjects: &a [x, x]\n${Array.from({ length: 60 }, (_, at) => `k${at}: *a`).join('\n')}`
    await expectRefused(
      await agency(
        'import',
        file('broken.yaml', good.replace('ref_id: ITA-2568', 'ref_id: [ITA')),
        '--lang',
        'en',
      ),
      /^broken\.yaml, line 4/,
      /Correct this place/,
    )
    await expectRefused(
      await agency('import', file('wrong.yaml', good.replace('ref_id: O28', 'ref_id: X28'))),
      /^wrong\.yaml, บรรทัดที่ \d+ \(objects\.framework\.requirement_nodes\.\d+\.ref_id\)/,
      /โปรดแก้/,
    )
    await expectRefused(await agency('import', file('bomb.yaml', bomb)), /^bomb\.yaml/, /aliases/)
    await expectRefused(
      await agency(
        'import',
        file('huge.yaml', Buffer.concat([Buffer.from(good), Buffer.alloc(3_000_000, 0x23)])),
      ),
      /^huge\.yaml/,
      /1048576/,
    )
    await expectRefused(
      await agency('import', file('other.yaml', 'services:\n  web:\n    image: x\n')),
      /^other\.yaml/,
    )
    await expectRefused(
      await agency(
        'import',
        file('gone.yaml', (await alone('export', '2568-2569')).out.replaceAll('2569', '2571')),
      ),
      /2571/,
      /โปรดแก้ปี/,
    )
    expect(await kept()).toBe(before)
    expect((await database.owner.query("select from agency where code = 'refused'")).rowCount).toBe(0)
  })

  test('options that do not go together, and years that are not there', async () => {
    const list = file('good.yaml', (await alone('export', '2568')).out)
    await expectRefused(await alone('import', list, '--out', at('x.json')), /--out/, /--dry-run/)
    await expectRefused(await alone('import', list, '--replace'), /--replace/)
    await expectRefused(await alone('import', list, '--catalogue', list), /--catalogue/)
    await expectRefused(await alone('import', EXAMPLE, '--catalogue', list), /--catalogue/, /--out/)
    await expectRefused(await alone('import', EXAMPLE, '--dry-run'), /--dry-run/)
    await expectRefused(
      await alone('check', EXAMPLE, '--item', '2568:O28', '--catalogue', EXAMPLE),
      /report-2567\.txt/,
    )
    await expectRefused(await alone('check', EXAMPLE, '--item', '2568:O28', '--catalogue'), /--catalogue/)
    await expectRefused(await alone('export', '2599'), /2599/, /2564, 2566/)
    await expectRefused(await alone('export', '2564-2569'), /2564-2569/)
    await expectRefused(await alone('export'), /export 2568/)
    await expectRefused(await alone('export', '2568', '2567'), /2567/)
    const refused = await alone('export', '2599', '--json')
    expect([refused.code, JSON.parse(refused.out).error.exitCode]).toEqual([2, 2])
    expect(readdirSync(folder).filter((name) => name === 'x.json' || name === 'no-database')).toEqual([])
  })
})
