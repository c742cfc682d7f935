import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSignInDesk, type SignInDesk } from '../../../../tests/support/sign-in-desk.ts'
import { findKept, keepSentForm } from './kept-form.server.ts'

const ADDRESS = '/office/people/new'
let desk: SignInDesk
let personId: string

beforeEach(async () => {
  desk = await openSignInDesk()
  personId = await desk.addPerson()
})
afterEach(() => desk.close())

const post = async (body: FormData | URLSearchParams | string, headers: Record<string, string> = {}) => {
  const probe = new Request('http://localhost/', { method: 'POST', body, headers })
  const bytes = await probe.clone().arrayBuffer()
  return new Request('http://localhost/', {
    method: 'POST',
    body: bytes,
    headers: {
      'content-type': probe.headers.get('content-type') ?? '',
      'content-length': String(bytes.byteLength),
      ...headers,
    },
  })
}
const keep = (request: Request, by = personId) =>
  keepSentForm(desk.ctx, { personId: by, address: ADDRESS, request })
const kept = (id: string | null, which: { personId?: string; address?: string } = {}, ctx = desk.ctx) =>
  findKept(ctx, { personId, address: ADDRESS, id: id as string, ...which })
const typed = () =>
  new URLSearchParams([
    ['name', 'มาลี'],
    ['unit', 'CSR'],
    ['unit', 'IT'],
  ])

test('what was typed is found again, in its order and with repeated fields', async () =>
  expect(await kept(await keep(await post(typed())))).toEqual([
    ['name', 'มาลี'],
    ['unit', 'CSR'],
    ['unit', 'IT'],
  ]))

test('secrets and files are left out, a code of a unit is not', async () => {
  const form = new FormData()
  form.append('name', 'มาลี')
  form.append('unitCode', 'CSR')
  for (const secret of ['password', 'currentPassword', 'code', 'clientSecret', 'token'])
    form.append(secret, 'hidden')
  form.append('file', new Blob(['hidden']), 'roster.csv')
  expect(await kept(await keep(await post(form)))).toEqual([
    ['name', 'มาลี'],
    ['unitCode', 'CSR'],
  ])
  const { rows } = await desk.database.owner.query('select kept_form::text as all from kept_form')
  expect(JSON.stringify(rows)).not.toContain('hidden')
})

test('only that person finds it, on that page, in that agency', async () => {
  const id = await keep(await post(typed()))
  const other = await desk.addPerson({ email: 'malee@agency.example' })
  expect(await kept(id, { personId: other })).toBeNull()
  expect(await kept(id, { address: '/office/people' })).toBeNull()
  expect(await kept(id, {}, desk.otherCtx)).toBeNull()
  expect(await kept(id)).not.toBeNull()
})

test.each(['', 'x', '-'.repeat(36), "' or true", randomUUID()])('under %j nothing is found', async (id) =>
  expect(await kept(id)).toBeNull(),
)

test('it is gone after a day, from the table too once something else is kept', async () => {
  const id = await keep(await post(typed()))
  desk.setClock(24 * 60)
  expect(await kept(id)).not.toBeNull()
  desk.setClock(24 * 60 + 1)
  expect(await kept(id)).toBeNull()
  await keep(await post(typed()))
  expect((await desk.database.owner.query('select from kept_form')).rowCount).toBe(1)
})

test('a session that is over does not fill the database: the latest twenty of a person stay', async () => {
  const other = await desk.addPerson({ email: 'malee@agency.example' })
  await keep(await post(typed()), other)
  const ids: (string | null)[] = []
  for (let minute = 0; minute < 22; minute++) {
    desk.setClock(minute)
    ids.push(await keep(await post(typed())))
  }
  expect((await desk.database.owner.query('select from kept_form')).rowCount).toBe(21)
  expect([await kept(ids[1] as string), await kept(ids[2] as string)]).toEqual([null, expect.anything()])
})

test('nothing is kept of what is too large, has no length, is no form, or is a file alone', async () => {
  const file = new FormData()
  file.append('file', new Blob(['x']), 'x')
  for (const request of [
    await post(new URLSearchParams({ text: 'a'.repeat(1_000_001) })),
    await post(typed(), { 'content-length': '' }),
    await post(typed(), { 'content-length': 'many' }),
    await post('{"name":"x"}', { 'content-type': 'application/json' }),
    await post('--x', { 'content-type': 'multipart/form-data; boundary=y' }),
    await post(file),
    await post(new URLSearchParams()),
  ])
    expect(await keep(request)).toBeNull()
  expect((await desk.database.owner.query('select from kept_form')).rowCount).toBe(0)
})

test('a zero character, which the database takes in no text, breaks nothing', async () =>
  expect(await kept(await keep(await post(new URLSearchParams({ 'na\u0000me': 'มา\u0000ลี' }))))).toEqual([
    ['name', 'มาลี'],
  ]))

test.each(['/office/protected', '/en/office/protected/cases/1', '/whistleblow/report'])(
  'nothing that was sent to the protected channel is kept: %s',
  async (address) => {
    expect(await keepSentForm(desk.ctx, { personId, address, request: await post(typed()) })).toBeNull()
    expect((await desk.database.owner.query('select from kept_form')).rowCount).toBe(0)
  },
)
