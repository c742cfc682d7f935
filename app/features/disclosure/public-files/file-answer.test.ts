import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAgency, aPerson, as, auditOf } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { anEvidenceFile } from '../../../../tests/support/evidence-builders.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { log } from '../../../platform/log/log.server.ts'
import { endPublicFile } from '../usecases/end-public-file.server.ts'
import { fileAnswer } from './file-answer.server.ts'
import { openPublicFile } from './public-file.repo.server.ts'

const NAME = 'แผนปฏิบัติการ 2568 (ฉบับจริง).pdf'
const CONTENT = Buffer.from('0123456789'.repeat(100))

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

/** A store in which every file of this agency lies. */
const filesOf = (ctx: Ctx, { isScanning = false, isGone = false } = {}) => ({
  isScanning,
  log,
  store: {
    put: async () => {},
    remove: async () => {},
    list: async function* () {},
    removeOlder: async () => false,
    open: async ({ agencyId }: { agencyId: string }, span?: { first: number; last: number }) =>
      isGone || agencyId !== ctx.agency.id
        ? null
        : Readable.from([CONTENT.subarray(span?.first ?? 0, (span?.last ?? CONTENT.length) + 1)]),
  },
})

async function aPublicFile(ctx: Ctx, facts: Parameters<typeof anEvidenceFile>[1] = {}) {
  const { id, sha256 } = await anEvidenceFile(ctx, { fileName: NAME, size: CONTENT.length, ...facts })
  await withAgency(ctx.db, ctx.agency.id, (tx) =>
    openPublicFile(tx, ctx, { agencyId: ctx.agency.id, evidenceId: id }),
  )
  return { id, sha256 }
}

type Asked = { sha256: string; fileName?: string; headers?: Record<string, string>; method?: string }
const ask = (ctx: Ctx, { sha256, fileName = NAME, ...init }: Asked, files = filesOf(ctx)) =>
  fileAnswer(ctx, files, { sha256, fileName, request: new Request('http://localhost/f', init) })
async function answered(answer: Promise<unknown>): Promise<Response> {
  const got = await answer
  if (!(got instanceof Response)) throw new Error(JSON.stringify(got))
  return got
}
const infect = (ctx: Ctx, sha256: string) =>
  withAgency(ctx.db, ctx.agency.id, (tx) =>
    tx.updateTable('stored_file').set({ scan: 'infected' }).where('sha256', '=', sha256).execute(),
  )

test('a file comes under its Thai name, for ever, locked up, and with the hash by which it is known', async () => {
  const ctx = await anAgency(database)
  const { sha256 } = await aPublicFile(ctx)
  const answer = await answered(ask(ctx, { sha256 }))
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'cache-control': 'public, max-age=31536000, s-maxage=3600, immutable',
    'content-type': 'application/pdf',
    'content-length': '1000',
    etag: `"${sha256}"`,
    'x-content-sha256': sha256,
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining("default-src 'none'"),
    'content-disposition': expect.stringMatching(/^inline; .*filename\*=UTF-8''%E0%B9%81/),
  })
  expect(await answer.text()).toBe(CONTENT.toString())
})

test('a part of it, a head, and that the visitor has it', async () => {
  const ctx = await anAgency(database)
  const { sha256 } = await aPublicFile(ctx)
  const part = await answered(ask(ctx, { sha256, headers: { Range: 'bytes=2-4' } }))
  expect([part.status, await part.text()]).toEqual([206, '234'])
  const head = await answered(ask(ctx, { sha256, method: 'HEAD' }))
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '1000', ''])
  const known = await answered(ask(ctx, { sha256, headers: { 'If-None-Match': `"${sha256}"` } }))
  expect(known.status).toBe(304)
})

test.each(['text/html', 'image/svg+xml', 'application/xhtml+xml', 'text/xml'])(
  '%s is a download that runs nothing',
  async (mediaType) => {
    const ctx = await anAgency(database)
    const { sha256 } = await aPublicFile(ctx, { mediaType })
    const { headers } = await answered(ask(ctx, { sha256 }))
    expect(headers.get('content-disposition')).toMatch(/^attachment;/)
    expect(headers.get('content-security-policy')).toContain('sandbox')
  },
)

test('only the very name and the very hash are answered', async () => {
  const ctx = await anAgency(database)
  const { sha256 } = await aPublicFile(ctx)
  for (const fileName of [
    '',
    '..',
    '../secret',
    `${NAME}\0`,
    NAME.toUpperCase(),
    `${NAME} `,
    '%',
    "' or 1=1",
  ])
    expect(await ask(ctx, { sha256, fileName }), fileName).toEqual({ code: 'unknown' })
  for (const other of ['', '..', sha256.toUpperCase(), sha256.slice(1), `${sha256}0`, '0'.repeat(64)])
    expect(await ask(ctx, { sha256: other }), other).toEqual({ code: 'unknown' })
})

test('a file of evidence that nobody made public, and one of another agency, are unknown', async () => {
  const [ctx, other] = [await anAgency(database), await anAgency(database)]
  const inside = await anEvidenceFile(ctx, { fileName: NAME })
  expect(await ask(ctx, inside)).toEqual({ code: 'unknown' })
  expect(await ask(other, await aPublicFile(ctx))).toEqual({ code: 'unknown' })
})

test('what the scanner finds later, or has not seen, is held back', async () => {
  const ctx = await anAgency(database)
  const { sha256 } = await aPublicFile(ctx)
  await infect(ctx, sha256)
  expect(await ask(ctx, { sha256 })).toEqual({ code: 'held-back', fileName: NAME })
  const waiting = await aPublicFile(ctx, { scan: 'not-scanned' })
  expect(await ask(ctx, waiting, filesOf(ctx, { isScanning: true }))).toMatchObject({ code: 'held-back' })
  expect((await answered(ask(ctx, waiting))).status).toBe(200)
})

test('bytes that are not where they should be are said to be so', async () => {
  const ctx = await anAgency(database)
  expect(await ask(ctx, await aPublicFile(ctx), filesOf(ctx, { isGone: true }))).toEqual({
    code: 'not-there',
  })
})

test('a file that was taken from the public says since when and why, with one entry in the log; who may not is refused', async () => {
  const keeper = await anAgency(database)
  const { sha256 } = await aPublicFile(keeper)
  const { id } = await aPerson(keeper, { role: 'ita-coordinator' })
  const ctx = as(keeper, id, ['ita-coordinator'])
  const ending = { sha256, fileName: NAME, reason: ' มีข้อมูลส่วนบุคคล ' }
  const refused = await endPublicFile(as(keeper, id, ['unit-owner']), ending)
  expect(refused).toMatchObject({ ok: false, error: { code: 'permission.refused' } })
  const asked = [{ ...ending, reason: ' ' }, { ...ending, fileName: 'x' }, ending, ending]
  const answers = []
  for (const one of asked) answers.push(await endPublicFile(ctx, one))
  expect(answers.map((answer) => (answer.ok ? 'ended' : answer.error.code))).toEqual([
    'file.no-reason',
    'file.unknown',
    'ended',
    'file.ended',
  ])
  expect(await ask(ctx, { sha256 })).toMatchObject({ code: 'ended', reason: 'มีข้อมูลส่วนบุคคล', at: ctx.now() })
  const entries = (await auditOf(database, ctx)).filter(({ action }) => action === 'public-file.ended')
  expect(entries).toHaveLength(1)
})
