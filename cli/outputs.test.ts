import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { freshDatabase, type TestDatabase } from '../tests/support/database.ts'

const EXAMPLE = 'examples/dga-2567/report-2567.txt'
vi.setConfig({ testTimeout: 60_000 })

let database: TestDatabase
let folder: string
let cycle: string
let broken: string
beforeAll(async () => {
  database = await freshDatabase()
  const made = mkdtempSync(path.join(os.tmpdir(), 'prongsai-outputs-'))
  cycle = path.join(made, 'cycle.json')
  broken = path.join(made, 'broken.json')
  prongsai('import', EXAMPLE, '--out', cycle)
  const content = JSON.parse(readFileSync(cycle, 'utf8'))
  content.issues[6].measures[1].summary = { state: 'missing' }
  writeFileSync(broken, JSON.stringify(content))
})
beforeEach(() => {
  folder = mkdtempSync(path.join(path.dirname(cycle), 'case-'))
})
afterAll(async () => {
  rmSync(path.dirname(cycle), { recursive: true, force: true })
  await database.drop()
})

type Done = Readonly<{ code: number | null; out: string; err: string }>
const doneOf = ({ status, stdout, stderr }: SpawnSyncReturns<string>): Done => ({
  code: status,
  out: stdout,
  err: stderr,
})
function prongsai(...args: string[]): Done {
  return doneOf(
    spawnSync(process.execPath, ['cli/main.ts', ...args], {
      encoding: 'utf8',
      maxBuffer: 50_000_000,
      // A database of its own: the one of this folder is somebody's, and may be of another day.
      env: { ...process.env, DATABASE_URL: database.url },
    }),
  )
}
const at = (name: string) => path.join(folder, name)

/** Refused: exit code 2, one sentence, no draft left behind. */
function expectRefused(done: Done, ...words: RegExp[]) {
  expect([done.code, done.out]).toEqual([2, ''])
  expect(done.err.trim().split('\n')).toHaveLength(1)
  for (const word of words) expect(done.err).toMatch(word)
  expect(readdirSync(folder).filter((name) => name.endsWith('.draft'))).toEqual([])
}

describe('where --out leads', () => {
  test('a pipe and a socket are refused and stay what they are', async () => {
    spawnSync('mkfifo', [at('pipe')])
    const server = net.createServer().listen(at('socket'))
    await new Promise((resolve) => server.once('listening', resolve))
    for (const name of ['pipe', 'socket'])
      expectRefused(
        prongsai('export', '2568', '--out', at(name), '--lang', 'en'),
        new RegExp(name),
        /not a plain file/,
      )
    expect([lstatSync(at('pipe')).isFIFO(), lstatSync(at('socket')).isSocket()]).toEqual([true, true])
    server.close()
  })

  test('a link is followed, also to a file that is not there yet, and stays a link', () => {
    mkdirSync(at('real'))
    writeFileSync(at('real/there.yaml'), 'old')
    symlinkSync('real', at('way'))
    symlinkSync('../real/there.yaml', at('real/round.yaml'))
    symlinkSync('real/new.yaml', at('new.yaml'))
    for (const [link, target] of [
      ['way/round.yaml', 'real/there.yaml'],
      ['new.yaml', 'real/new.yaml'],
    ] as const) {
      expect(prongsai('export', '2568', '--out', at(link)).code).toBe(0)
      expect(lstatSync(at(link)).isSymbolicLink()).toBe(true)
      expect(readFileSync(at(target), 'utf8')).toContain('objects')
    }
    symlinkSync('circle', at('circle'))
    expectRefused(prongsai('export', '2568', '--out', at('circle')), /circle/, /วงกลม/)
  })

  test('a file that is written again keeps its rights', () => {
    writeFileSync(at('list.yaml'), 'old')
    chmodSync(at('list.yaml'), 0o600)
    expect(prongsai('export', '2568', '--out', at('list.yaml')).code).toBe(0)
    expect(statSync(at('list.yaml')).mode & 0o777).toBe(0o600)
  })

  test('where one of several documents cannot be written none is, and the message names it', () => {
    mkdirSync(at('report-2567.json'))
    writeFileSync(at('report-2567.html'), 'old')
    expectRefused(
      prongsai('report', cycle, '--out', folder, '--format', 'html,json'),
      /report-2567\.json/,
      /โฟลเดอร์/,
    )
    expect(readFileSync(at('report-2567.html'), 'utf8')).toBe('old')
    expectRefused(
      prongsai('report', cycle, '--out', at('report-2567.html/x'), '--format', 'json', '--lang', 'en'),
      /not a folder/,
    )
  })
})

describe('what a file that is named may be', () => {
  test('a file that may not be read is refused in words', () => {
    writeFileSync(at('secret.txt'), 'x')
    chmodSync(at('secret.txt'), 0)
    const asNobody = process.getuid?.() === 0 ? { uid: 65_534 } : {}
    for (const dir of [path.dirname(cycle), folder]) chmodSync(dir, 0o755)
    for (const [lang, word] of [
      ['th', /อ่านไฟล์.*secret\.txt.*ไม่มีสิทธิ์/],
      ['en', /Cannot read.*secret\.txt.*denied/],
    ] as const) {
      const options = { encoding: 'utf8', ...asNobody } as const
      const args = ['cli/main.ts', 'import', at('secret.txt'), '--lang', lang]
      expectRefused(doneOf(spawnSync(process.execPath, args, options)), word)
    }
  })

  test('a file beyond every limit is refused by its true size, and not read for it', () => {
    writeFileSync(at('huge.txt'), '')
    truncateSync(at('huge.txt'), 8 * 2 ** 30)
    expectRefused(prongsai('import', at('huge.txt'), '--out', at('x.json')), /huge\.txt/, /8589\.9 MB.* 5 MB/)
    writeFileSync(at('huge.yaml'), 'urn: x\nobjects: x\n')
    truncateSync(at('huge.yaml'), 8 * 2 ** 30)
    expectRefused(prongsai('import', at('huge.yaml'), '--dry-run'), /huge\.yaml/, /8589934592/)
  })
})

describe('exit codes when nobody listens', () => {
  /** Runs a command whose reader closes the pipe at once. */
  const unheard = (pipe: 'stdout' | 'stderr', ...args: string[]): Promise<number | null> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, ['cli/main.ts', ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
      child[pipe].destroy()
      child[pipe === 'stdout' ? 'stderr' : 'stdout'].resume()
      child.on('exit', resolve)
    })
  test('the verdict stays the exit code', async () => {
    expect(await unheard('stdout', 'check', broken, '--item', '2568:O28')).toBe(1)
    expect(await unheard('stdout', 'check', cycle, '--item', '2568:O28')).toBe(0)
  })
  test('a refusal that nobody hears is still a refusal', async () => {
    expect(await unheard('stderr', 'check', at('not-there'), '--item', '2568:O28')).toBe(2)
    expect(await unheard('stdout', 'check', at('not-there'), '--item', '2568:O28', '--json')).toBe(2)
  })
})

describe('options', () => {
  test('an option that the command does not have, or cannot have here, is refused', () => {
    const check = ['check', cycle, '--item', '2568:O28']
    expectRefused(prongsai(...check, '--out', at('x')), /check/, /--out/)
    expectRefused(prongsai(...check, '--replace'), /--replace/)
    expectRefused(prongsai('report', cycle, '--out', at('x'), '--item', '2568:O28'), /report/, /--item/)
    expectRefused(prongsai('export', '2568', '--format', 'json'), /export/, /--format/)
    expectRefused(prongsai('import', EXAMPLE, '--out', at('x'), '--replace'), /--replace/, /--out/)
    expectRefused(prongsai('import', EXAMPLE, '--out', at('x'), '--agency-name', 'ก'), /--agency-name/)
    expectRefused(prongsai('import', EXAMPLE, '--toString'), /--toString/)
    expectRefused(prongsai('import', EXAMPLE, '--replace=no'), /--replace/)
    expectRefused(prongsai('config', 'x'), /“x”/)
    expect(existsSync(at('x'))).toBe(false)
  })
  test('an option given twice is refused, or means both', () => {
    expectRefused(prongsai('export', '2568', '--out', at('x'), '--out', at('y')), /--out/)
    expectRefused(prongsai('export', '2568', '--lang', 'en', '--lang', 'th'), /--lang/)
    expect(prongsai('report', cycle, '--out', folder, '--format', 'json', '--format', 'csv').code).toBe(0)
    expect(readdirSync(folder).sort()).toEqual(['measures-2567.csv', 'report-2567.json', 'scores-2567.csv'])
  })
})

test('the limits of the settings hold for a PDF, and the refusal names the setting', () => {
  const done = spawnSync(
    process.execPath,
    ['cli/main.ts', 'report', cycle, '--out', folder, '--format', 'pdf'],
    {
      encoding: 'utf8',
      env: { ...process.env, PDF_MEMORY_MB: '128' },
    },
  )
  expect([done.status, readdirSync(folder)]).toEqual([3, []])
  expect(done.stderr).toMatch(/PDF_MEMORY_MB/)
})
