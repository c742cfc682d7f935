import { afterEach, beforeEach, expect, test } from 'vitest'
import { ORIGIN, openSignInDesk, type SignInDesk } from '../../../../../tests/support/sign-in-desk.ts'
import { findLink } from '../account.queries.server.ts'
import { askForReset } from './ask-for-reset.server.ts'

let desk: SignInDesk
let personId: string

beforeEach(async () => {
  desk = await openSignInDesk()
  personId = await desk.addPerson()
})
afterEach(() => desk.close())

const ask = (email = 'somchai@agency.example', network = '192.0.2.7') =>
  askForReset(desk.ctx, desk.tools, { email, network, origin: ORIGIN })

const letters = async () =>
  (
    await desk.database.owner.query<{ to_address: string; kind: string; agency_id: string; all: string }>(
      'select mail_outbox.*, mail_outbox::text as all from mail_outbox order by created_at',
    )
  ).rows

test('the answer is the same for nobody, for somebody who was disabled, and for somebody', async () => {
  const disabled = await desk.addPerson({ email: 'malee@agency.example' })
  await desk.disable(disabled)
  const answers = [
    await ask('nobody@agency.example'),
    await ask('malee@agency.example'),
    await ask('no address'),
    await ask('a\u0000b@agency.example'),
  ]
  expect(await letters()).toEqual([])
  expect(await desk.audited('link.issued')).toEqual([])
  answers.push(await ask(' SOMCHAI@agency.example'))
  expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
    new Set(['{"ok":true,"value":null}']),
  )
})

test('somebody gets one letter with a link that is good, and an entry of the audit log', async () => {
  await ask()
  const sent = await letters()
  expect(sent).toHaveLength(1)
  const [, token = ''] = /\/sign-in\/link\/([A-Za-z0-9_-]{43})/.exec(sent[0]?.all ?? '') ?? []
  expect(await findLink(desk.ctx, token)).toMatchObject({ purpose: 'password-reset' })
  expect(sent[0]).toMatchObject({ agency_id: desk.ctx.agency.id, kind: 'password-reset' })
  expect(await desk.audited('link.issued')).toEqual([{ on: personId, purpose: 'password-reset' }])
})

test('a mailbox is not flooded: three letters an hour, from how many networks so ever', async () => {
  for (let times = 0; times < 6; times++) expect((await ask(undefined, `192.0.2.${times}`)).ok).toBe(true)
  expect(await letters()).toHaveLength(3)
})

test('a network that asked too often uses up nobody’s own asking', async () => {
  for (let times = 0; times < 30; times++) await ask(`nobody-${times}@agency.example`)
  for (let times = 0; times < 4; times++) await ask()
  expect(await letters()).toEqual([])
  await ask(undefined, '203.0.113.5')
  expect(await letters()).toHaveLength(1)
})
