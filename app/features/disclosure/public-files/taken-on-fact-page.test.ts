import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anAgency, auditOf } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { addTo, itemOf, publish } from '../../../../tests/support/disclosure-builders.ts'
import { anEvidenceFile } from '../../../../tests/support/evidence-builders.ts'
import { askOffice } from '../../../../tests/support/office-screen.ts'
import { aUnit } from '../../../../tests/support/working-builders.ts'
import type { HeldRole, RoleName } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import * as factPage from '../screens/fact-page.tsx'
import { findPublicFile } from './public-file.repo.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const FILE_NAME = 'คู่มือ.pdf'
type File = Readonly<{ ctx: Ctx; factId: string; sha256: string; evidenceId: string }>

/** A fact of an agency that is a file, of the steps of O9; everybody may have it where the item is published. */
async function aFileFact({ isPublished = true } = {}): Promise<File> {
  const ctx = await anAgency(database)
  const { id: evidenceId, sha256 } = await anEvidenceFile(ctx, { fileName: FILE_NAME })
  const factId = await addTo(ctx, { kind: 'file', evidenceId, words: null }, 'steps')
  if (isPublished && !(await publish(ctx)).ok) throw new Error('not published')
  return { ctx, factId, sha256, evidenceId }
}

type Roles = readonly (RoleName | HeldRole)[]
const COORDINATOR: Roles = ['ita-coordinator']

const ask = (
  { ctx, factId }: Pick<File, 'ctx' | 'factId'>,
  roles: Roles,
  sent?: Record<string, string>,
  en = '',
) =>
  askOffice(ctx, factPage, {
    address: `${en}/office/disclosure-facts/${factId}`,
    params: { factId },
    roles,
    ...(sent && { sent }),
  })
const end = (file: Pick<File, 'ctx' | 'factId'>, roles: Roles, reason: string, en = '') =>
  ask(file, roles, { act: 'end-file', reason }, en)
const fileNow = ({ ctx, sha256 }: File) =>
  findPublicFile(ctx, { sha256, fileName: FILE_NAME, isScanning: false })
const endings = async ({ ctx }: File) =>
  (await auditOf(database, ctx)).filter(({ action }) => action === 'public-file.ended')
const BOX = 'id="public-file"'

describe('who is offered to take a file from the public', () => {
  test.each<[RoleName, boolean]>([
    ['ita-coordinator', true],
    ['administrator', true],
    ['auditor', false],
    ['executive', false],
    ['meeting-secretary', false],
  ])('of %s it is %s', async (role, isOffered) => {
    const file = await aFileFact()
    const { status, html } = await ask(file, [role])
    expect(status).toBe(200)
    expect(html.includes(BOX)).toBe(isOffered)
    expect(html.includes('value="end-file"')).toBe(isOffered)
  })

  test('who answers for the unit of the fact is not offered it, though they may change the fact', async () => {
    const file = await aFileFact()
    const unitId = await aUnit(file.ctx, 'A')
    await database.owner.query('update disclosure_fact set unit_id = $2 where id = $1', [file.factId, unitId])
    const { html } = await ask(file, [{ role: 'unit-owner', unitId }])
    expect(html).toContain('value="change"')
    expect(html).not.toContain(BOX)
  })

  test('nobody is offered it of a file that is not public, of words, and of one that was taken already', async () => {
    const hidden = await aFileFact({ isPublished: false })
    expect((await ask(hidden, COORDINATOR)).html).not.toContain(BOX)
    const words = await addTo(hidden.ctx)
    expect((await ask({ ctx: hidden.ctx, factId: words }, COORDINATOR)).html).not.toContain(BOX)
    const file = await aFileFact()
    expect((await ask(file, COORDINATOR)).html).toContain(BOX)
    await end(file, COORDINATOR, 'มีข้อมูลส่วนบุคคล')
    expect((await ask(file, COORDINATOR)).html).not.toContain(BOX)
  })

  test('who holds no role may not read the page, and that is kept in the log', async () => {
    const file = await aFileFact()
    expect(await ask(file, [])).toMatchObject({ status: 403, data: { refusedAct: 'disclosure.read' } })
    expect((await auditOf(database, file.ctx)).at(-1)).toMatchObject({
      action: 'permission.refused',
      object_id: 'disclosure.read',
    })
  })

  test('a fact of another agency, and one that never was, is not found', async () => {
    const [file, other] = [await aFileFact(), await anAgency(database)]
    for (const factId of [file.factId, 'none']) {
      expect((await ask({ ctx: other, factId }, COORDINATOR)).status).toBe(404)
      expect((await end({ ctx: other, factId }, COORDINATOR, 'ก')).status).toBe(404)
    }
    expect(await fileNow(file)).toMatchObject({ ended: null })
  })
})

describe('taking it', () => {
  test('its address says since when and why, the page that it was done, and the log who did it', async () => {
    const file = await aFileFact()
    const { status, location } = await end(file, ['administrator'], '  มีข้อมูลส่วนบุคคล\u200b ')
    expect([status, location]).toEqual([303, `/office/disclosure-facts/${file.factId}?done=file-ended`])
    expect(await fileNow(file)).toMatchObject({
      isOpen: false,
      ended: { byName: 'ผู้ทำงาน ตัวอย่าง', reason: 'มีข้อมูลส่วนบุคคล' },
    })
    expect(await endings(file)).toEqual([
      { action: 'public-file.ended', object_id: file.sha256, detail: { reason: 'มีข้อมูลส่วนบุคคล' } },
    ])
    const shown = await askOffice(file.ctx, factPage, {
      address: location ?? '',
      params: { factId: file.factId },
      roles: COORDINATOR,
    })
    expect(shown.html).toMatch(/class="notice done"/)
  })

  test.each(['', '  ', '\u200b\u0000\n'])(
    'without a reason (%j) it stays, and the form asks for one',
    async (reason) => {
      const file = await aFileFact()
      const { status, html } = await end(file, COORDINATOR, reason)
      expect(status).toBe(422)
      expect(html).toContain('โปรดระบุเหตุผลที่ถอน')
      expect(html).toMatch(/<details[^>]* open=""[^>]*>(?:(?!<\/details>).)*value="end-file"/s)
      expect(html).toMatch(/<input(?=[^>]*name="reason")(?=[^>]*aria-invalid="true")/)
      // The form beside it, by which the fact is changed, goes on holding the fact.
      expect(html).toMatch(/<input(?=[^>]*name="titleTh")(?=[^>]*value="ขั้นตอนการให้บริการ")/)
      expect(await fileNow(file)).toMatchObject({ ended: null, isOpen: true })
      expect(await endings(file)).toEqual([])
    },
  )

  test('a reason that the database could not take as it was sent is taken without what nobody can see', async () => {
    const file = await aFileFact()
    expect((await end(file, COORDINATOR, 'ผิด\u0000ฉบับ')).status).toBe(303)
    expect(await fileNow(file)).toMatchObject({ ended: { reason: 'ผิดฉบับ' } })
  })

  test('in English the form asks in English, and leads back to the English page', async () => {
    const file = await aFileFact()
    expect((await end(file, COORDINATOR, '', '/en')).html).toContain('Give the reason')
    expect((await end(file, COORDINATOR, 'wrong file', '/en')).location).toBe(
      `/en/office/disclosure-facts/${file.factId}?done=file-ended`,
    )
  })

  test.each<RoleName>(['auditor', 'executive', 'meeting-secretary'])(
    '%s who sends the form all the same is refused and kept in the log; the file stays',
    async (role) => {
      const file = await aFileFact()
      expect(await end(file, [role], 'ก')).toMatchObject({
        status: 403,
        data: { refusedAct: 'disclosure.withdraw' },
      })
      expect(await fileNow(file)).toMatchObject({ ended: null })
      expect((await auditOf(database, file.ctx)).at(-1)).toMatchObject({
        action: 'permission.refused',
        object_id: 'disclosure.withdraw',
      })
    },
  )

  test('of two people at once one takes it; the other is told, and the first reason stands', async () => {
    const file = await aFileFact()
    const reasons = ['เหตุผลแรก', 'เหตุผลที่สอง']
    const answers = await Promise.all(reasons.map((reason) => end(file, COORDINATOR, reason)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 422])
    expect(answers.find(({ status }) => status === 422)?.html).toContain('ไฟล์นี้ถูกถอนจากสาธารณะแล้ว')
    const first = reasons[answers.findIndex(({ status }) => status === 303)]
    expect(await fileNow(file)).toMatchObject({ ended: { reason: first } })
    expect(await endings(file)).toHaveLength(1)
  })

  test('a fact that is no file is left as it is', async () => {
    const ctx = await anAgency(database)
    const factId = await addTo(ctx, {}, 'steps')
    const before = await auditOf(database, ctx)
    expect((await end({ ctx, factId }, COORDINATOR, 'ก')).status).toBe(422)
    expect(await auditOf(database, ctx)).toEqual(before)
    expect((await itemOf(ctx)).elements.find(({ key }) => key === 'steps')).toMatchObject({ state: 'value' })
  })

  test('a file that was taken is given back where what shows it is published anew', async () => {
    const file = await aFileFact()
    await end(file, COORDINATOR, 'ผิดฉบับ')
    await addTo(file.ctx, {}, 'time')
    expect((await publish(file.ctx)).ok).toBe(true)
    expect(await fileNow(file)).toMatchObject({ ended: null, isOpen: true })
    expect((await ask(file, COORDINATOR)).html).toContain(BOX)
  })
})
