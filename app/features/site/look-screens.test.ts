import { JSDOM } from 'jsdom'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anAgency, auditOf } from '../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { anEvidenceFile } from '../../../tests/support/evidence-builders.ts'
import { askOffice } from '../../../tests/support/office-screen.ts'
import type { RoleName } from '../../kernel/actor.ts'
import type { Ctx } from '../../platform/ctx.server.ts'
import type { TypedFields } from '../../web/visit.ts'
import { listBannerRows } from './banners/banners.queries.server.ts'
import { findExecutives } from './profile/executives.queries.server.ts'
import { findProfile } from './profile/site-profile.queries.server.ts'
import * as bannersPage from './screens/banners-page.tsx'
import * as executivesWork from './screens/executives-work.tsx'
import * as profilePage from './screens/profile-page.tsx'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

type Sent = Readonly<Record<string, string>>
/** Two screens of one kind: a list of what the site shows, and a form beside it. */
const SCREENS = [
  {
    name: 'banners',
    screen: bannersPage,
    part: 'site/banners',
    typed: { form: 'popup', titleTh: 'งดให้บริการ', startsOn: '1/10/2567', endsOn: '2/10/2567' },
    wrong: { endsOn: '1/9/2567' },
    says: { th: 'วันสุดท้ายที่แสดงต้องไม่มาก่อนวันแรก', at: 'endsOn' },
    gone: { act: 'remove', action: 'banner.removed' },
    clash: 'มีผู้แก้ไขป้ายประกาศนี้ระหว่างที่คุณแก้ไข',
    rows: async (ctx: Ctx) =>
      (await listBannerRows(ctx)).map(({ id, version, content }) => ({
        id,
        version,
        title: content.title.th,
      })),
  },
  {
    name: 'executives',
    screen: executivesWork,
    part: 'site/executives',
    typed: { nameTh: 'สมหญิง ตัวอย่าง', titleTh: 'ผู้อำนวยการ' },
    wrong: { telephone: 'โทร' },
    says: { th: 'อ่านหมายเลขโทรศัพท์นี้ไม่ได้', at: 'telephone' },
    gone: { act: 'out', action: 'executive.removed' },
    clash: 'มีผู้แก้ไขรายชื่อนี้ระหว่างที่คุณแก้ไข',
    rows: async (ctx: Ctx) =>
      (await findExecutives(ctx)).map(({ id, version, name }) => ({ id, version, title: name.th })),
  },
] as const

describe.each(SCREENS)('the screen of $name', ({ screen, part, typed, wrong, says, gone, clash, rows }) => {
  type Given = Readonly<{ sent?: Sent; query?: string; lang?: string; role?: RoleName; kept?: TypedFields }>
  const ask = (ctx: Ctx, { sent, query = '', lang = '', role = 'ita-coordinator', kept }: Given = {}) =>
    askOffice(ctx, screen, {
      address: `${lang}/office/${part}${query}`,
      roles: [role],
      ...(sent && { sent }),
      ...(kept && { kept }),
    })
  const save = (ctx: Ctx, sent: Sent = {}) => ask(ctx, { sent: { act: 'save', ...typed, ...sent } })
  const documentOf = (html: string) => new JSDOM(html).window.document
  const valuesOf = (html: string, form: string) =>
    Object.fromEntries(
      [...documentOf(html).querySelectorAll<HTMLInputElement>(`form:has(#${form}) [name]`)].map((field) => [
        field.name,
        field.value,
      ]),
    )
  const formId = `${part.endsWith('banners') ? 'banner' : 'executive'}-form`

  test.each<RoleName>(['auditor', 'unit-owner', 'executive'])(
    '%s may neither read it nor save with it, and both are kept in the log',
    async (role) => {
      const ctx = await anAgency(database)
      const refused = { status: 403, data: { refusedAct: 'profile.change' } }
      expect(await ask(ctx, { role })).toMatchObject(refused)
      expect(await ask(ctx, { role, sent: { act: 'save', ...typed } })).toMatchObject(refused)
      expect(await rows(ctx)).toEqual([])
      expect(new Set((await auditOf(database, ctx)).map(({ action }) => action))).toEqual(
        new Set(['permission.refused']),
      )
    },
  )

  test('what is added leads back to the list, which says so and shows it', async () => {
    const ctx = await anAgency(database)
    expect((await ask(ctx)).html).not.toContain('<table')
    expect(await save(ctx)).toMatchObject({ status: 303, location: `/office/${part}?done=added` })
    const { html } = await ask(ctx, { query: '?done=added' })
    expect(documentOf(html).querySelectorAll('tbody tr')).toHaveLength(1)
    expect(documentOf(html).querySelector('.notice.done')).not.toBeNull()
    expect(
      documentOf((await ask(ctx, { query: '?done=toString' })).html).querySelector('.notice.done'),
    ).toBeNull()
  })

  test('what was wrongly typed is shown again beside its field, with the reason, and nothing is kept', async () => {
    const ctx = await anAgency(database)
    const { status, html } = await save(ctx, wrong)
    expect(status).toBe(422)
    expect(html).toContain(says.th)
    expect(valuesOf(html, formId)).toMatchObject({ ...typed, ...wrong })
    expect(documentOf(html).querySelector(`[name="${says.at}"]`)?.getAttribute('aria-invalid')).toBe('true')
    expect(await rows(ctx)).toEqual([])
  })

  test('a row is opened in the form, saved from there, and the list is in the language of the page', async () => {
    const ctx = await anAgency(database)
    await save(ctx)
    const [row] = await rows(ctx)
    const opened = valuesOf((await ask(ctx, { query: `?change=${row?.id}` })).html, formId)
    expect(opened).toMatchObject({ id: row?.id, seenVersion: '1', ...typed })
    const sent = { ...opened, act: 'save', titleTh: 'ใหม่' }
    expect(await ask(ctx, { sent, lang: '/en' })).toMatchObject({
      status: 303,
      location: `/en/office/${part}?done=changed`,
    })
    expect(await rows(ctx)).toMatchObject([{ id: row?.id, version: 2 }])
    const { html } = await ask(ctx, { lang: '/en' })
    expect(documentOf(html).querySelector('tbody [lang=th]')).not.toBeNull()
  })

  test('who saves an old version is told; saved again over what they then see it is kept', async () => {
    const ctx = await anAgency(database)
    await save(ctx)
    const [row] = await rows(ctx)
    const sent = { id: row?.id ?? '', seenVersion: '1', act: 'save', ...typed }
    expect((await ask(ctx, { sent })).status).toBe(303)
    const { status, html } = await ask(ctx, { sent })
    expect(status).toBe(422)
    expect(html).toContain(clash)
    const again = valuesOf(html, formId)
    expect(again).toMatchObject({ ...typed, id: row?.id, seenVersion: '2' })
    expect((await ask(ctx, { sent: { ...again, act: 'save' } })).status).toBe(303)
    expect(await rows(ctx)).toMatchObject([{ version: 3 }])
  })

  test('a forged version is a clash and no fault', async () => {
    const ctx = await anAgency(database)
    await save(ctx)
    const [row] = await rows(ctx)
    for (const seenVersion of ['NaN', '99999999999', '-1'])
      expect((await save(ctx, { id: row?.id ?? '', seenVersion })).status).toBe(422)
    expect(await rows(ctx)).toMatchObject([{ version: 1 }])
  })

  test('what is taken out is gone from the list and in the log; again it is told that it is gone', async () => {
    const ctx = await anAgency(database)
    await save(ctx)
    const [row] = await rows(ctx)
    const sent = { id: row?.id ?? '', act: gone.act }
    expect(await ask(ctx, { sent })).toMatchObject({ status: 303, location: `/office/${part}?done=removed` })
    expect(await rows(ctx)).toEqual([])
    expect((await auditOf(database, ctx)).at(-1)).toMatchObject({ action: gone.action, object_id: row?.id })
    expect((await ask(ctx, { sent })).status).toBe(422)
    expect((await ask(ctx, { sent: { act: gone.act } })).status).toBe(422)
  })

  test('what was typed before a session ended is in the form again, over that which it was about', async () => {
    const ctx = await anAgency(database)
    await save(ctx)
    const [row] = await rows(ctx)
    const kept: TypedFields = Object.entries({
      ...typed,
      id: row?.id ?? '',
      seenVersion: '1',
      titleTh: 'พิมพ์ค้างไว้',
    })
    const { html } = await ask(ctx, { kept })
    expect(valuesOf(html, formId)).toMatchObject({ id: row?.id, seenVersion: '1', titleTh: 'พิมพ์ค้างไว้' })
  })

  test('who typed something wrong, or whose session ended, while somebody else saved is told so before theirs is kept', async () => {
    const ctx = await anAgency(database)
    await save(ctx)
    const id = (await rows(ctx))[0]?.id ?? ''
    const mine = { ...typed, titleTh: 'ของฉัน', id, seenVersion: '1' }
    expect((await save(ctx, { id, seenVersion: '1', titleTh: 'ของคนอื่น' })).status).toBe(303)
    const refused = valuesOf((await save(ctx, { ...mine, ...wrong })).html, formId)
    const kept = valuesOf((await ask(ctx, { kept: Object.entries(mine) })).html, formId)
    const mended = Object.fromEntries(Object.keys(wrong).map((field) => [field, '']))
    for (const shown of [{ ...refused, ...mended, ...typed }, kept]) {
      const { status, html } = await save(ctx, { ...shown, titleTh: 'ของฉัน' })
      expect(status).toBe(422)
      expect(html).toContain(clash)
      expect(valuesOf(html, formId)).toMatchObject({ titleTh: 'ของฉัน', seenVersion: '2' })
    }
    expect(await rows(ctx)).toMatchObject([{ id, version: 2 }])
  })

  test('pictures are offered from the evidence: those that everybody may see, and no other kind of file', async () => {
    const ctx = await anAgency(database)
    const picture = await anEvidenceFile(ctx, { fileName: 'ก.png', mediaType: 'image/png' })
    await anEvidenceFile(ctx, { fileName: 'ข.png', mediaType: 'image/png', isConfidential: true })
    await anEvidenceFile(ctx, { fileName: 'ค.pdf' })
    const options = documentOf((await ask(ctx)).html).querySelectorAll<HTMLOptionElement>(
      '[name=picture] option',
    )
    const offered = [...options].map(({ value }) => value)
    expect(offered.filter((value) => value.length === 36)).toEqual([picture.id])
  })
})

test('the profile of the agency, too, is not saved over that of another by mending a field', async () => {
  const ctx = await anAgency(database)
  const save = (sent: Sent) =>
    askOffice(ctx, profilePage, { address: '/office/site/profile', roles: ['ita-coordinator'], sent })
  const seenIn = (html: string) => /name="seenVersion" value="(\d*)"/.exec(html)?.[1]
  expect(
    (await save({ seenVersion: '', missionTh: 'แรก', latitude: '๑๓.๗๕', longitude: '100.5' })).status,
  ).toBe(303)
  expect((await save({ seenVersion: '1', missionTh: 'ของคนอื่น' })).status).toBe(303)
  const wrong = await save({ seenVersion: '1', missionTh: 'ของฉัน', latitude: '95', longitude: '100' })
  expect([wrong.status, seenIn(wrong.html)]).toEqual([422, '1'])
  expect(wrong.html).toContain('ละติจูดเป็นองศาทศนิยม ตั้งแต่ −90 ถึง 90')
  const clash = await save({ seenVersion: '1', missionTh: 'ของฉัน', latitude: '', longitude: '' })
  expect([clash.status, seenIn(clash.html)]).toEqual([422, '2'])
  expect(clash.html).toContain('<dd>ของคนอื่น</dd>')
  expect((await findProfile(ctx)).mission?.th).toBe('ของคนอื่น')
  const kept = await askOffice(ctx, profilePage, {
    address: '/office/site/profile',
    roles: ['ita-coordinator'],
    kept: [
      ['seenVersion', '1'],
      ['missionTh', 'ของฉัน'],
    ],
  })
  expect(seenIn(kept.html)).toBe('1')
})
