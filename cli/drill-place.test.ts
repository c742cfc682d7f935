import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { processMark } from '../app/platform/db/embedded/processes.server.ts'
import { makeDrillPlace } from './commands/drill-place.ts'

const before = process.env.TMPDIR
let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'd-'))
  process.env.TMPDIR = folder
})
afterEach(() => {
  process.env.TMPDIR = before
  rmSync(folder, { recursive: true, force: true })
})

function put(name: string, owner: string | null): string {
  const place = path.join(folder, name)
  mkdirSync(place)
  writeFileSync(path.join(place, 'plain'), 'rows')
  if (owner !== null) writeFileSync(path.join(place, 'drill.owner'), owner)
  return place
}

test('what a drill that was killed left behind goes when the next begins, and nothing else does', async () => {
  const killed = put('prongsai-drill-killed', '999999999 1')
  const working = put('prongsai-drill-working', processMark(process.pid))
  const beginning = put('prongsai-drill-beginning', null)
  const others = put('somebody-else', '999999999 1')
  const elsewhere = put('elsewhere', '999999999 1')
  const link = path.join(folder, 'prongsai-drill-link')
  symlinkSync(elsewhere, link)
  const nameless = put('prongsai-drill-nameless', null)
  utimesSync(nameless, 0, 0)
  const { directory, remove } = await makeDrillPlace()
  expect(
    [killed, nameless, working, beginning, others, elsewhere, link, directory].map((place) =>
      existsSync(place),
    ),
  ).toEqual([false, false, true, true, true, true, true, true])
  await remove()
  expect(existsSync(directory)).toBe(false)
})
