import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

function check(...args: string[]) {
  const done = spawnSync(process.execPath, ['cli/main.ts', 'check', ...args], { encoding: 'utf8' })
  return { code: done.status, out: done.stdout, err: done.stderr }
}

test('an address of this machine is refused as one that the public cannot open, with what to do', () => {
  const { code, out } = check('--url', 'http://127.0.0.1:9/oit', '--json', '--lang', 'en')
  expect(code).toBe(1)
  expect(JSON.parse(out)).toMatchObject({
    address: 'http://127.0.0.1:9/oit',
    passes: false,
    findings: [
      {
        code: 'address.private',
        weight: 'fails',
        remedy: 'Move the content to a site that the public can open',
      },
    ],
  })
})

test('the words are Thai where no other language is asked for', () => {
  const { code, out } = check('--url', 'http://[::1]/')
  expect(code).toBe(1)
  expect(out).toContain('✗ http://[::1]/ ผู้ประเมินจะพบปัญหา')
  expect(out).toContain('เครือข่ายภายใน')
})

test.each([
  ['what is no address of the web', ['--url', 'file:///etc/passwd']],
  ['an address and a file at once', ['a.json', '--url', 'https://a.example/']],
  ['an address and an item at once', ['--url', 'https://a.example/', '--item', '2568:O28']],
])('%s is bad input, in one sentence', (_what, args) => {
  const { code, out, err } = check(...args)
  expect(code).toBe(2)
  expect(out).toBe('')
  expect(err.trim().split('\n')).toHaveLength(1)
})
