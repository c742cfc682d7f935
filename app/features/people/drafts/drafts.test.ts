import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgency, aPerson, as, at } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { isSecretField } from '../../../web/secret-field.ts'
import { type Draft, isDraftForm, MOST_DRAFTS, pageOfDraft, readDraft, textsOfDraft } from './draft.domain.ts'
import { findDraft, listDrafts } from './drafts.queries.server.ts'
import { dropDraft } from './usecases/drop-draft.server.ts'
import { keepTypedDraft } from './usecases/keep-draft.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const FORM = '/office/measures/1b4e28ba-2fa1-11d2-883f-0016d3cca427 summary'
const NOON = new Date('2024-10-01T05:00:00Z')
const minutes = (count: number) => new Date(NOON.getTime() + count * 60_000)

async function somebody(keeper: Ctx): Promise<Ctx> {
  return at(as(keeper, (await aPerson(keeper)).id, ['unit-owner']), minutes(60).toISOString())
}
const draft = (given: Partial<Draft> = {}): Draft => ({
  form: FORM,
  title: 'มาตรการ',
  begins: 'พิมพ์ไว้',
  fields: [['summary', 'พิมพ์ไว้']],
  seenVersion: 3,
  keptAt: NOON,
  ...given,
})
const sent = (given: object = {}) => ({
  personId: 'x',
  form: FORM,
  title: 'มาตรการ',
  begins: 'พิมพ์ไว้',
  fields: [['summary', 'พิมพ์ไว้']],
  seenVersion: 3,
  typedAt: NOON.getTime(),
  ...given,
})
const read = (given: unknown) => readDraft(given, { now: NOON, isSecret: isSecretField })

describe('the texts of a draft', () => {
  const texts = (begins: string, ...values: string[]) =>
    textsOfDraft({ begins, fields: values.map((value) => ['x', value]) })

  it('are there in full when its form is gone, without ticks and identifiers', () =>
    expect(
      texts('ประชุม…', 'ประชุม\nครั้งที่ 2', 'on', '3', '1b4e28ba-2fa1-11d2-883f-0016d3cca427', 'No Gift'),
    ).toEqual(['ประชุม\nครั้งที่ 2', 'No Gift']))

  it('are none where the beginning says it all', () => expect(texts('ประชุม', 'ประชุม ', 'on', '')).toEqual([]))
})

describe('what a script sends to be kept', () => {
  it('is taken with the version that was seen, and without what proves a person', () => {
    expect(
      read(
        sent({
          fields: [
            ['summary', 'ก\0ข'],
            ['password', 'x'],
            ['apiToken', 'y'],
            ['code', 'z'],
          ],
        }),
      ),
    ).toEqual({ ok: true, value: draft({ fields: [['summary', 'กข']] }) })
    expect(read(sent({ seenVersion: null }))).toMatchObject({ ok: true, value: { seenVersion: null } })
  })

  it('cannot have been typed in the future', () => {
    expect(read(sent({ typedAt: minutes(5).getTime() }))).toMatchObject({ ok: true, value: { keptAt: NOON } })
  })

  it('is refused when it is anything else', () => {
    for (const given of [
      null,
      'text',
      [],
      sent({ form: 'https://elsewhere.example/office summary' }),
      sent({ form: '/sign-in password' }),
      sent({ form: `/office/${'x'.repeat(300)} summary` }),
      sent({ form: '/office/../sign-in summary' + '?' }),
      sent({ fields: 'summary' }),
      sent({ fields: [['summary']] }),
      sent({ fields: [['summary', 1]] }),
      sent({ seenVersion: 1.5 }),
      sent({ seenVersion: -1 }),
      sent({ typedAt: 'now' }),
      sent({ typedAt: Number.POSITIVE_INFINITY }),
      sent({ title: null }),
    ])
      expect(read(given)).toEqual({ ok: false, error: 'draft.unreadable' })
    expect(read(sent({ fields: [['summary', 'ก'.repeat(300_000)]] }))).toEqual({
      ok: false,
      error: 'draft.too-large',
    })
  })

  it('names a form by the path of its page and its name', () => {
    expect(isDraftForm('/office issue')).toBe(true)
    expect(isDraftForm('/office/cycles/2568/issues/add issue')).toBe(true)
    expect(isDraftForm('/office/cycles/2568')).toBe(false)
    expect(pageOfDraft(FORM)).toBe('/office/measures/1b4e28ba-2fa1-11d2-883f-0016d3cca427')
  })

  it('is known again by how the text begins, on one line', () => {
    const begins = `ข้อ\n ความ ${'ย'.repeat(200)}`
    expect(read(sent({ begins }))).toMatchObject({
      ok: true,
      value: { begins: expect.stringMatching(/^ข้อ ความ ย+…$/) },
    })
    expect(read(sent({ begins: null }))).toEqual({ ok: false, error: 'draft.unreadable' })
  })
})

describe('drafts of a person', () => {
  it('what was typed last is found again, until the form is saved', async () => {
    const me = await somebody(await anAgency(database))
    expect(await findDraft(me, FORM)).toBeNull()
    expect(await keepTypedDraft(me, draft())).toBe('kept')
    const later = draft({ fields: [['summary', 'พิมพ์ต่อ']], seenVersion: 4, keptAt: minutes(1) })
    expect(await keepTypedDraft(me, later)).toBe('kept')
    expect(await findDraft(me, FORM)).toEqual(later)
    await dropDraft(me, FORM)
    expect(await findDraft(me, FORM)).toBeNull()
    expect(await listDrafts(me)).toEqual([])
  })

  it('what was typed earlier and comes late takes no place of what was typed later', async () => {
    const me = await somebody(await anAgency(database))
    await keepTypedDraft(me, draft({ keptAt: minutes(2) }))
    expect(await keepTypedDraft(me, draft({ fields: [['summary', 'เก่า']], keptAt: minutes(1) }))).toBe(
      'superseded',
    )
    expect((await findDraft(me, FORM))?.fields).toEqual([['summary', 'พิมพ์ไว้']])
  })

  it('what was typed before the form was saved and comes late is not offered again', async () => {
    const me = await somebody(await anAgency(database))
    await dropDraft(me, FORM)
    expect(await keepTypedDraft(me, draft({ keptAt: minutes(59) }))).toBe('superseded')
    expect(await findDraft(me, FORM)).toBeNull()
    expect(await keepTypedDraft(at(me, minutes(62).toISOString()), draft({ keptAt: minutes(61) }))).toBe(
      'kept',
    )
  })

  it('are seen by nobody else, of the same agency or of another', async () => {
    const keeper = await anAgency(database)
    const [me, colleague] = [await somebody(keeper), await somebody(keeper)]
    const stranger = await somebody(await anAgency(database))
    await keepTypedDraft(me, draft())
    for (const other of [colleague, stranger, keeper]) {
      expect(await findDraft(other, FORM)).toBeNull()
      await dropDraft(other, FORM)
    }
    expect(await findDraft(me, FORM)).toEqual(draft())
  })

  it('of two hundred and more the oldest go, and those of others stay', async () => {
    const keeper = await anAgency(database)
    const [me, other] = [await somebody(keeper), await somebody(keeper)]
    await keepTypedDraft(other, draft())
    await dropDraft(me, '/office saved')
    for (let number = 0; number <= MOST_DRAFTS; number += 1)
      await keepTypedDraft(
        me,
        draft({ form: `/office/measures/${number} text`, keptAt: minutes(number / 10) }),
      )
    const kept = await listDrafts(me)
    expect(kept).toHaveLength(MOST_DRAFTS)
    expect(kept[0]?.form).toBe(`/office/measures/${MOST_DRAFTS} text`)
    expect(kept.at(-1)?.form).toBe('/office/measures/1 text')
    expect(await listDrafts(other)).toHaveLength(1)
  })

  it('end after ninety days', async () => {
    const me = await somebody(await anAgency(database))
    await keepTypedDraft(me, draft())
    const dayBefore = at(me, '2024-12-30T04:00:00Z')
    expect(await listDrafts(dayBefore)).toHaveLength(1)
    const after = at(me, '2024-12-30T06:00:00Z')
    expect(await listDrafts(after)).toEqual([])
    await keepTypedDraft(after, draft({ form: '/office other', keptAt: after.now() }))
    const { rows } = await database.owner.query('select form from draft where agency_id = $1', [me.agency.id])
    expect(rows).toEqual([{ form: '/office other' }])
  })

  it('of one form typed in many windows at once the last is kept', async () => {
    const me = await somebody(await anAgency(database))
    await Promise.all(
      [3, 1, 4, 2, 0].map((minute) =>
        keepTypedDraft(me, draft({ fields: [['summary', String(minute)]], keptAt: minutes(minute) })),
      ),
    )
    expect((await findDraft(me, FORM))?.fields).toEqual([['summary', '4']])
  })
})
