import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ensureCurrent } from './ensure-built.ts'

let root: string
let source: string
let builds: number
let atOnce: number
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'prongsai-build-'))
  source = path.join(root, 'source.ts')
  writeFileSync(source, 'one')
  builds = 0
  atOnce = 0
})
afterEach(() => rmSync(root, { recursive: true }))

const build = (during: () => void | Promise<void> = () => {}) =>
  ensureCurrent({
    folder: path.join(root, 'build'),
    sources: [source],
    make: async () => {
      builds += 1
      atOnce += 1
      expect(atOnce).toBe(1)
      const read = readFileSync(source, 'utf8')
      await during()
      await sleep(20)
      writeFileSync(path.join(root, 'build', 'out.js'), read)
      atOnce -= 1
    },
  })
const built = () => readFileSync(path.join(root, 'build', 'out.js'), 'utf8')

test('what was built is built again when its content changed, not when only its clock did', async () => {
  await build()
  utimesSync(source, 1, 1)
  await build()
  expect(builds).toBe(1)
  writeFileSync(source, 'two')
  utimesSync(source, 1, 1)
  await build()
  expect([builds, built()]).toEqual([2, 'two'])
})

test('who starts together builds once', async () => {
  await Promise.all([build(), build(), build()])
  expect(builds).toBe(1)
})

test('a source that is saved while it is built is built again', async () => {
  await build(() => {
    if (builds === 1) writeFileSync(source, 'later')
  })
  expect([builds, built()]).toEqual([2, 'later'])
  await build()
  expect(builds).toBe(2)
})

test('a source that is saved all the time does not keep the program from starting', async () => {
  await build(() => writeFileSync(source, String(builds)))
  expect(builds).toBe(3)
})

test('a build that failed is not taken for current, not even when the sources are what they were', async () => {
  await build()
  writeFileSync(source, 'broken')
  await expect(build(() => Promise.reject(new Error('no build')))).rejects.toThrow('no build')
  atOnce = 0
  writeFileSync(source, 'one')
  await build()
  expect(builds).toBe(3)
})
