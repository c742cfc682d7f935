import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

/**
 * `deploy/prongsai` with its places changed to a folder of the test, called by the user whom it takes for its own: a program that
 * says what reached it stands for the real one. How root becomes that user is not tried here.
 */
const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'prongsai-installed-')))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
mkdirSync(path.join(folder, 'cli'))
writeFileSync(
  path.join(folder, 'cli', 'prongsai.mjs'),
  `console.log(JSON.stringify({ env: process.env, words: process.argv.slice(2), cwd: process.cwd(), mask: process.umask() }))
process.exitCode = Number(process.argv[2])`,
)
const isRoot = process.getuid?.() === 0

function scriptFor(user: string): string {
  const places = { user, program: folder, node: process.execPath, settings: folder, data: '/data-of-it' }
  let script = readFileSync('deploy/prongsai', 'utf8')
  for (const [name, place] of Object.entries(places)) {
    expect(script).toMatch(new RegExp(`^${name}=/?[\\w/]+$`, 'm'))
    script = script.replace(new RegExp(`^${name}=.*$`, 'm'), `${name}='${place}'`)
  }
  return script
}

function call(settings: string | null, words: readonly string[], env: Record<string, string> = {}) {
  const file = path.join(folder, 'environment')
  rmSync(file, { force: true })
  if (settings !== null) writeFileSync(file, settings)
  const { status, stdout, stderr } = spawnSync(
    'sh',
    ['-c', scriptFor(os.userInfo().username), 'prongsai', ...words],
    { cwd: path.join(folder, 'cli'), env: { PATH: process.env.PATH, ...env }, encoding: 'utf8' },
  )
  return { status, said: stderr, reached: stdout === '' ? null : JSON.parse(stdout) }
}

describe('the command of an installation', () => {
  test('reads settings as systemd does, and its exit code, words and folder are those of the command', () => {
    const { status, reached } = call(
      [
        '# a remark of C:\\folders',
        '; another',
        'MAIL_FROM=ITA กรม <ita@example.go.th>  ',
        'SECRET_KEY=a+b/c==',
        'SMTP_URL=smtps://user:pa#ss$1`x`@mail',
        '  BACKUP_DIR = "/var/backups/two words" \r',
        "CLAMAV='/run/clamd'",
        'OTEL_SERVICE_NAME=it\'s "one"',
        'LOG_LEVEL=info',
        '',
        'LOG_LEVEL=debug',
        'FILES_QUOTA_MB=',
        'ORIGIN=https://last.example',
      ].join('\n'),
      ['1', 'two words', '--lang', 'en'],
    )
    expect(status).toBe(1)
    expect(reached.words).toEqual(['1', 'two words', '--lang', 'en'])
    expect(reached).toMatchObject({ cwd: path.join(folder, 'cli'), mask: 0o077 })
    expect(reached.env).toMatchObject({
      MAIL_FROM: 'ITA กรม <ita@example.go.th>',
      SECRET_KEY: 'a+b/c==',
      SMTP_URL: 'smtps://user:pa#ss$1`x`@mail',
      BACKUP_DIR: '/var/backups/two words',
      CLAMAV: '/run/clamd',
      OTEL_SERVICE_NAME: 'it\'s "one"',
      LOG_LEVEL: 'debug',
      FILES_QUOTA_MB: '',
      ORIGIN: 'https://last.example',
      NODE_ENV: 'production',
      DATA_DIR: '/data-of-it',
    })
  })

  test('what the caller sets stands above the file, and what the file sets above what the unit says', () => {
    const settings = 'DATABASE_URL=postgres://file\nDATABASE_URL=postgres://later\nDATA_DIR=/elsewhere\n'
    const { reached } = call(settings, ['0'], {
      DATABASE_URL: 'postgres://caller',
      DATABASE_OWNER_URL: 'postgres://owner of one command',
    })
    expect(reached.env).toMatchObject({
      DATABASE_URL: 'postgres://caller',
      DATABASE_OWNER_URL: 'postgres://owner of one command',
      DATA_DIR: '/elsewhere',
    })
  })

  test.each([
    'SECRET_KEY=a\\b',
    'SECRET_KEY="a" b',
    'SECRET_KEY="a',
    '# goes on \\',
    'export SECRET_KEY=a',
    'SECRET_KEY',
    '=a',
  ])('a line that could be read in two ways is refused, with its number: %s', (line) => {
    const { status, said, reached } = call(`\n${line}\n`, ['0'])
    expect({ status, reached }).toEqual({ status: 2, reached: null })
    expect(said).toMatch(/environment บรรทัดที่ 2 .+\n.+environment, line 2, cannot be read for certain\..+\n$/)
  })

  test('without settings it says one sentence', () => {
    const { status, said } = call(null, ['0'])
    expect(status).toBe(2)
    expect(said).toMatch(/^ผู้ใช้ .+\nThe user .+ cannot read .+environment\. .+\n$/)
  })

  test('anybody else is told who may call it', () => {
    const stranger = isRoot ? { uid: 65_534, gid: 65_534 } : {}
    const script = scriptFor('prongsai-of-nobody')
    const { status, stderr } = spawnSync('sh', ['-c', script, 'prongsai', '0'], {
      ...stranger,
      cwd: '/',
      encoding: 'utf8',
    })
    expect(status).toBe(2)
    expect(stderr).toMatch(/^.+\nRun this command as root or as the user prongsai-of-nobody\.\n$/)
  })
})
