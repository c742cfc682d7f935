import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { anAgency, as, at } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { aTicket, type DeskAtWork, deskTools, idOf } from '../../../../tests/support/desk-builders.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { DEFAULT_DESK_SETTINGS } from '../settings/desk-settings.domain.ts'
import { settingsValues } from '../settings/settings-form.domain.ts'
import { saveDeskSettings } from '../settings/usecases/save-desk-settings.server.ts'
import { markJunk } from '../tickets/usecases/mark-junk.server.ts'
import { releaseTicket } from '../tickets/usecases/release-ticket.server.ts'
import { answerGeoRead, answerGeoWrite } from './answer-geo.server.ts'
import { listSenders } from './senders.queries.server.ts'
import { addSender } from './usecases/add-sender.server.ts'
import { endSender } from './usecases/end-sender.server.ts'
import { writeGeo } from './write-geo.domain.ts'

let database: TestDatabase
let tools: DeskAtWork
let ctx: Ctx
let visitor: Ctx

beforeAll(async () => {
  database = await freshDatabase()
  tools = deskTools(database)
})
afterAll(() => database.drop())
beforeEach(async () => {
  ctx = await anAgency(database)
  visitor = { ...ctx, actor: { kind: 'system', name: 'visitor' } }
  await saved({ isOpen311On: 'on' })
})

const saved = async (given: Record<string, string>, seenVersion = 0) => {
  const typed = {
    ...settingsValues(DEFAULT_DESK_SETTINGS),
    'topic.0.key': 'lamp',
    'topic.0.th': 'ไฟส่องสว่าง',
    'topic.0.en': 'Street lamps',
    'topic.0.hasPlace': 'on',
    'topic.1.key': 'counter',
    'topic.1.th': 'จุดให้บริการ',
    'topic.1.en': 'Counters',
    ...given,
  }
  const result = await saveDeskSettings(ctx, { typed, seenVersion })
  expect(result).toEqual({ ok: true, value: null })
}
const read = (path: string, query = '', who = visitor) =>
  answerGeoRead(who, {
    path,
    params: new URLSearchParams(query),
    origin: 'https://ita.example',
    agencyName: 'หน่วยงาน',
  })
const json = async (path: string, query = '') => JSON.parse((await read(path, query)).body)
const lamp = (body = 'ไฟดับ โทร 081-234-5678', more = {}) =>
  aTicket(visitor, tools, {
    typed: { topic: 'lamp', body, latitude: '13.75', longitude: '100.5', place: 'หน้าบ้านเลขที่ 9', ...more },
  })

describe('reading', () => {
  test('services are the topics with places, as JSON and as XML', async () => {
    expect(await json('services.json')).toEqual([
      {
        service_code: 'lamp',
        service_name: 'ไฟส่องสว่าง',
        description: 'Street lamps',
        metadata: false,
        type: 'realtime',
        keywords: '',
        group: '',
      },
    ])
    expect(await read('services.xml')).toEqual({
      status: 200,
      type: 'text/xml; charset=utf-8',
      body: '<?xml version="1.0" encoding="utf-8"?><services><service><service_code>lamp</service_code><service_name>ไฟส่องสว่าง</service_name><description>Street lamps</description><metadata>false</metadata><type>realtime</type><keywords></keywords><group></group></service></services>',
    })
    expect(await json('services/lamp.json')).toEqual({ service_code: 'lamp', attributes: [] })
    expect(await read('services/counter.json')).toMatchObject({ status: 404 })
    expect((await json('discovery.json')).endpoints[0].url).toBe('https://ita.example/open311/v2')
    expect((await read('discovery.xml')).body).toContain('<formats><format>application/json</format>')
  })

  test('of a request place and days are public, and neither who came nor what they wrote', async () => {
    const { reference } = await lamp()
    const [request] = await json(`requests/${reference}.json`)
    expect(request).toEqual({
      service_request_id: reference,
      status: 'open',
      service_name: 'ไฟส่องสว่าง',
      service_code: 'lamp',
      requested_datetime: '2024-10-01T03:00:00Z',
      updated_datetime: '2024-10-01T03:00:00Z',
      expected_datetime: expect.stringMatching(/^2024-10-\d\dT23:59:59\+07:00$/),
      lat: 13.75,
      long: 100.5,
    })
  })

  test('words that staff released are read, and no longer once they take them back', async () => {
    const { id, reference } = await lamp()
    const desk = as(ctx, '00000000-0000-4000-8000-000000000001', ['desk-officer'])
    await releaseTicket(
      { ...desk, actor: ctx.actor },
      { id, seenVersion: 1, text: 'ไฟดับ <หน้าอาคาร>', confirmed: false },
    )
    expect(await json(`requests/${reference}.json`)).toMatchObject([
      { description: 'ไฟดับ <หน้าอาคาร>', address: 'หน้าบ้านเลขที่ 9' },
    ])
    expect((await read(`requests/${reference}.xml`)).body).toContain(
      '<description>ไฟดับ &lt;หน้าอาคาร&gt;</description>',
    )
    await releaseTicket(ctx, { id, seenVersion: 2, text: '', confirmed: false })
    expect(JSON.stringify(await json('requests.json'))).not.toMatch(/ไฟดับ|หน้าบ้าน/)
  })

  test('junk, what has no point on the map and what is of another topic is not there', async () => {
    const { id } = await lamp('โฆษณา')
    await markJunk(ctx, { id, seenVersion: 1, reason: '' })
    await lamp('ไม่มีพิกัด', { latitude: '', longitude: '' })
    await aTicket(visitor, tools, { typed: { topic: 'counter', latitude: '13', longitude: '100' } })
    expect(await json('requests.json')).toEqual([])
  })

  test('requests are chosen by identifier, service, status and days; ninety days back unless days are given', async () => {
    const old = await aTicket(at(visitor, '2024-05-01T03:00:00Z'), tools, {
      typed: { topic: 'lamp', latitude: '13', longitude: '100', body: 'เก่า' },
    })
    const now = await lamp()
    const ids = async (query: string) =>
      (await json('requests.json', query)).map(
        (one: { service_request_id: string }) => one.service_request_id,
      )
    expect(await ids('')).toEqual([now.reference])
    expect(await ids('start_date=2024-01-01T00:00:00Z')).toEqual([now.reference, old.reference])
    expect(await ids('start_date=2024-01-01T00:00:00Z&end_date=2024-06-01T00:00:00%2B07:00')).toEqual([
      old.reference,
    ])
    expect(await ids(`service_request_id=${old.reference.toLowerCase()},R-2567-0000000`)).toEqual([
      old.reference,
    ])
    expect(await ids('status=closed')).toEqual([])
    expect(await ids('status=open,closed&service_code=lamp')).toEqual([now.reference])
    expect(await ids('service_code=other')).toEqual([])
    for (const bad of ['start_date=yesterday', 'status=lost', 'end_date=2024-13-45T00:00:00Z'])
      expect(await read('requests.json', bad), bad).toMatchObject({ status: 400 })
  })

  test('nothing is read while it is switched off, of another agency, or under an address that is none', async () => {
    const { reference } = await lamp()
    const other = { ...(await anAgency(database)), actor: visitor.actor }
    expect(await read(`requests/${reference}.json`, '', other)).toMatchObject({ status: 404 })
    for (const path of [
      'requests',
      'requests/../x.json',
      'a/b/c.json',
      'services.html',
      'requests/x.json',
      '',
    ])
      expect((await read(path)).status, path).toBe(404)
    expect((await read('nothing.json')).body).toBe(
      '[{"code":404,"description":"there is nothing under this address"}]',
    )
    await saved({ isOpen311On: '' }, 1)
    expect(await read('services.json')).toMatchObject({ status: 404 })
  })
})

describe('writing', () => {
  const write = (fields: Record<string, string>, path = 'requests.json') =>
    answerGeoWrite(visitor, tools, { path, fields })
  const aKey = async () => {
    const added = await addSender(ctx, { name: 'แอปแจ้งเหตุ' })
    if (!added.ok) throw new Error(added.error.code)
    return added.value.key
  }
  const request = {
    service_code: 'lamp',
    description: 'ไฟดับ',
    lat: '13.7',
    long: '100.6',
    email: 'a@example.org',
  }

  test('a request with a key becomes a ticket, with its reference as identifier', async () => {
    const made = await write({ ...request, api_key: await aKey() })
    expect(made.status).toBe(201)
    const [{ service_request_id: reference }] = JSON.parse(made.body)
    const { rows } = await database.owner.query(
      'select channel, state, email, latitude, kind from desk_ticket where id = $1',
      [await idOf(visitor, reference)],
    )
    expect(rows).toEqual([
      { channel: 'open311', state: 'new', email: 'a@example.org', latitude: 13.7, kind: 'complaint' },
    ])
    expect((await read(`tokens/${reference}.json`)).status).toBe(200)
  })

  test('without a key, with a key that was ended or is of another agency nothing is taken', async () => {
    const key = await aKey()
    expect(await write(request)).toMatchObject({ status: 403 })
    expect(await write({ ...request, api_key: 'x' }, 'requests.xml')).toMatchObject({
      status: 403,
      body: '<?xml version="1.0" encoding="utf-8"?><errors><error><code>403</code><description>api_key is missing or not valid</description></error></errors>',
    })
    const other = { ...(await anAgency(database)), actor: visitor.actor }
    await database.owner.query(
      `insert into desk_settings (agency_id, content, changed_at, changed_by_name)
       select $1, content, now(), 'test' from desk_settings where agency_id = $2`,
      [other.agency.id, ctx.agency.id],
    )
    expect(
      await answerGeoWrite(other, tools, { path: 'requests.json', fields: { ...request, api_key: key } }),
    ).toMatchObject({ status: 403 })
    const [sender] = await listSenders(ctx)
    await endSender(ctx, { id: sender?.id ?? '' })
    expect(await write({ ...request, api_key: key })).toMatchObject({ status: 403 })
  })

  test('what is missing or wrong is said as the standard says it', async () => {
    const api_key = await aKey()
    expect(await write({ api_key })).toMatchObject({ status: 400 })
    expect(JSON.parse((await write({ api_key })).body)).toEqual([
      { code: 400, description: 'service_code was not provided' },
      { code: 400, description: 'description was not provided' },
    ])
    expect(await write({ ...request, api_key, service_code: 'other' })).toMatchObject({ status: 404 })
    expect(await write({ ...request, api_key, lat: 'north' })).toMatchObject({ status: 400 })
    expect(await write({ ...request, api_key, lat: '', long: '' })).toMatchObject({ status: 400 })
    expect(await write({ ...request, api_key }, 'services.json')).toMatchObject({ status: 404 })
  })
})

test('XML takes no control characters and no tags of anybody', () => {
  expect(writeGeo([{ a: '<b>&"\u0000\u0008\uffff' }], 'xml', { root: 'r', item: 'i' })).toBe(
    '<?xml version="1.0" encoding="utf-8"?><r><i><a>&lt;b&gt;&amp;&quot;</a></i></r>',
  )
})
