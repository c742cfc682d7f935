import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAgency, aPerson, as, auditOf } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { aPdf, openUploadDesk, type UploadDesk } from '../../../../tests/support/uploading.ts'
import { aUnit } from '../../../../tests/support/working-builders.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { sha256Hex } from '../../../platform/hash/content-hash.ts'

let database: TestDatabase
let desk: UploadDesk
beforeAll(async () => {
  database = await freshDatabase()
  desk = openUploadDesk()
})
afterAll(async () => {
  desk.remove()
  await database.drop()
})

/** A unit owner at work in an agency of their own. */
async function anOwner(): Promise<{ ctx: Ctx; agency: Ctx; unitId: string }> {
  const agency = await anAgency(database)
  const unitId = await aUnit(agency, 'u1')
  const { id } = await aPerson(agency)
  return { agency, unitId, ctx: as(agency, id, [{ role: 'unit-owner', unitId }]) }
}

const evidenceOf = async (ctx: Ctx) =>
  (
    await database.owner.query(
      `select e.id, e.title, e.note, e.evidence_date, e.is_confidential, e.unit_id, v.number, v.file_name, v.sha256, f.size, f.media_type, f.scan
       from evidence e join evidence_version v using (agency_id) left join stored_file f using (agency_id, sha256)
       where e.agency_id = $1 and v.evidence_id = e.id order by e.added_at, v.number`,
      [ctx.agency.id],
    )
  ).rows

const waiting = () => readdirSync(path.join(desk.dataDir, 'uploads'))
const fileOf = (ctx: Ctx, sha256: string) =>
  path.join(desk.dataDir, 'files', ctx.agency.id, sha256.slice(0, 2), sha256)

test('a file that comes whole becomes evidence of the unit of whoever sent it, kept under its hash', async () => {
  const { ctx, unitId } = await anOwner()
  const pdf = aPdf()
  const answer = await desk.upload(ctx, {
    bytes: pdf,
    name: 'รายงานผล.pdf',
    fields: { note: 'ฉบับลงนาม', evidenceDate: '1 ต.ค. 2567', confidential: 'on' },
  })
  expect(answer).toMatchObject({ status: 204, offset: pdf.length })
  expect(await evidenceOf(ctx)).toEqual([
    {
      id: answer.evidenceId,
      title: 'รายงานผล',
      note: 'ฉบับลงนาม',
      evidence_date: '2024-10-01',
      is_confidential: true,
      unit_id: unitId,
      number: 1,
      file_name: 'รายงานผล.pdf',
      sha256: sha256Hex(pdf),
      size: String(pdf.length),
      media_type: 'application/pdf',
      scan: 'not-scanned',
    },
  ])
  expect(readFileSync(fileOf(ctx, sha256Hex(pdf))).equals(pdf)).toBe(true)
  expect(waiting()).toEqual([])
  expect(await auditOf(database, ctx)).toMatchObject([
    { action: 'evidence.added', object_id: answer.evidenceId },
  ])
})
