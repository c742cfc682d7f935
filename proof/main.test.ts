import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { expect, test } from 'vitest'
import { PROOFS } from './index.ts'

const MAIN = path.join(import.meta.dirname, 'main.ts')
const run = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], { encoding: 'utf8' })
  return { status, stdout, stderr }
}

test('without a name every proof is listed, with what it needs', () => {
  const { status, stdout } = run()
  expect(status).toBe(0)
  for (const { name, about } of PROOFS) {
    expect(stdout).toContain(name)
    expect(stdout).toContain(about)
  }
})

test('what there is not is told in a sentence, and ends with 2', () => {
  for (const [args, said] of [
    [['no-such-proof'], "there is no proof 'no-such-proof'"],
    [['kill-rounds', '--database', 'other'], '--database is own or server'],
    [['kill-rounds', '--rounds', '0'], '--rounds is a whole number from 1'],
    [['kill-rounds', '--often'], '--often'],
  ] as const) {
    const { status, stderr } = run(...args)
    expect([status, stderr.includes(said)], stderr).toEqual([2, true])
  }
})
