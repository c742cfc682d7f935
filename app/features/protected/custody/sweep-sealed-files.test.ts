import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAgency } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { aCase, aHolder, openSealedRoom } from '../../../../tests/support/sealed-room.ts'
import { sweepSealedFiles } from './sweep-sealed-files.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

test('sealed files that no case names go after a day; those of any agency, new ones and others’ stay', async () => {
  const [one, other] = [await anAgency(database), await anAgency(database)]
  const room = openSealedRoom(one)
  const { channel } = room.ctx
  const made = await aCase(room.ctx, { holders: [await aHolder(room.ctx, 'recipient')] })
  const put = async (name: string) => {
    const file = path.join(channel.filesFolder, name.slice(0, 2), name)
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, 'sealed')
    return file
  }
  const [named, orphan, notes] = [
    await put('ab'.repeat(16)),
    await put('cd'.repeat(16)),
    await put('ab-notes'),
  ]
  await database.owner.query(
    `insert into protected.sealed_file (agency_id, id, report_id, seq, path, padded_size, sealed_hash)
     values ($1, gen_random_uuid(), $2, 0, $3, 6, decode(repeat('00', 32), 'hex'))`,
    [one.agency.id, made.reportId, `ab/${'ab'.repeat(16)}`],
  )
  // Asked in the name of the other first: what one agency does not name may be another's.
  const agencyIds = [other.agency.id, one.agency.id]
  const sweep = (hours: number, ids = agencyIds) =>
    sweepSealedFiles({
      channel,
      agencyIds: ids,
      now: new Date(Date.now() + hours * 3_600_000),
      isStopped: () => false,
    })
  const there = () => [named, orphan, notes].map((file) => existsSync(file))
  await sweep(23)
  expect(there()).toEqual([true, true, true])
  await sweep(25, [])
  expect(there()).toEqual([true, true, true])
  // As a program does that was given a new database by mistake: not one of the files there is known.
  await sweep(25, [other.agency.id])
  expect(there()).toEqual([true, true, true])
  await sweep(25)
  expect(there()).toEqual([true, false, true])
  await room.close()
})
