import { writeXlsx } from 'hucre'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anAgency, aPerson, as, at, auditOf, ORIGIN } from '../../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../../tests/support/database.ts'
import type { Ctx } from '../../../../platform/ctx.server.ts'
import { withAgency } from '../../../../platform/db/tenant.server.ts'
import { rawWorkbook, textCell } from '../../../../platform/office-files/testing/raw-office.ts'
import { zipOf } from '../../../../platform/office-files/testing/zip-archive.ts'
import { disablePerson } from '../../directory/usecases/disable-person.server.ts'
import { foundUnit } from '../../directory/usecases/found-unit.server.ts'
import type { PreviewedRoster } from '../previewing.server.ts'
import type { RosterError } from '../roster.errors.ts'
import { loadDirectory } from '../roster.repo.server.ts'
import { letters } from '../roster-rows.domain.ts'
import { exportRoster } from './export-roster.server.ts'
import { importRoster } from './import-roster.server.ts'
import { previewRoster } from './preview-roster.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const HEAD = 'ชื่อ-นามสกุล,อีเมล,ตำแหน่ง,รหัสส่วนงาน,ชื่อส่วนงาน,รหัสส่วนงานต้นสังกัด,บทบาท,ตั้งแต่วันที่,ถึงวันที่,ภาษา,รหัสหน่วยงาน'
const csv = (...lines: string[]) => new TextEncoder().encode([HEAD, ...lines].join('\r\n'))
const text = (...lines: string[]) => new TextEncoder().encode(lines.join('\n'))
/** TIS-620: every Thai letter one byte. */
const tis620 = (bytes: Uint8Array) =>
  Uint8Array.from(
    [...new TextDecoder().decode(bytes)].map((letter) => {
      const code = letter.charCodeAt(0)
      return code >= 0xe01 ? code - 0xe00 + 0xa0 : code
    }),
  )

const preview = (ctx: Ctx, bytes: Uint8Array) => previewRoster(ctx, { bytes })
async function previewed(ctx: Ctx, bytes: Uint8Array): Promise<PreviewedRoster> {
  const result = await preview(ctx, bytes)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
/** "E2 roster.unknown-unit" for every cell. */
async function faultsOf(ctx: Ctx, bytes: Uint8Array): Promise<readonly string[]> {
  const result = await preview(ctx, bytes)
  return result.ok ? [] : faultLines(result.error)
}
const faultLines = (error: RosterError): readonly string[] =>
  'cells' in error && error.cells.length > 0
    ? error.cells.map(({ row, column, code }) => `${letters(column)}${row} ${code}`)
    : [error.code]
async function bringIn(ctx: Ctx, bytes: Uint8Array, invites = false) {
  const { seen } = await previewed(ctx, bytes)
  const imported = await importRoster(ctx, { bytes, seen, invites, origin: ORIGIN })
  if (!imported.ok) throw new Error(JSON.stringify(imported.error))
  return imported.value
}
const directory = (ctx: Ctx) => withAgency(ctx.db, ctx.agency.id, (tx) => loadDirectory(tx, ctx))
const mails = async (ctx: Ctx) =>
  (await database.owner.query('select to_address from mail_outbox where agency_id = $1', [ctx.agency.id]))
    .rows

const THREE = csv(
  'สมชาย ตัวอย่าง,somchai@agency.example,ผู้อำนวยการ,DGT,ฝ่ายบริการดิจิทัล,,ผู้ประสานงาน ITA,1 ต.ค. 67,30/9/2568,ไทย,',
  'สมหญิง ตัวอย่าง,Somying@Agency.Example,,CSR,ส่วนบริการลูกค้า,DGT,ผู้รับผิดชอบมาตรการ; ผู้บริหาร,,,อังกฤษ,',
  ',,,,เจ้าของบริการ,,,,,,',
)

describe('a roster comes in', () => {
  test('the preview says what would be founded and writes nothing; the import does exactly that', async () => {
    const ctx = await anAgency(database)
    const { plan, rows } = await previewed(ctx, THREE)
    expect(rows).toBe(3)
    expect(plan.units.map(({ kind, facts }) => [kind, facts.code, facts.nameTh])).toEqual([
      ['founded', 'DGT', 'ฝ่ายบริการดิจิทัล'],
      ['founded', null, 'เจ้าของบริการ'],
      ['founded', 'CSR', 'ส่วนบริการลูกค้า'],
    ])
    expect(plan.persons.map(({ kind, facts, roles }) => [kind, facts.email, roles.length])).toEqual([
      ['founded', 'somchai@agency.example', 1],
      ['founded', 'somying@agency.example', 2],
    ])
    expect((await directory(ctx)).units).toEqual([])

    expect(await bringIn(ctx, THREE)).toEqual({
      unitsFounded: 3,
      unitsChanged: 0,
      personsFounded: 2,
      personsChanged: 0,
      invited: 0,
    })
    const { units, persons, grants } = await directory(ctx)
    const csr = units.find(({ code }) => code === 'CSR')
    expect(csr?.parentId).toBe(units.find(({ code }) => code === 'DGT')?.id)
    expect(persons.find(({ lang }) => lang === 'en')).toMatchObject({ name: 'สมหญิง ตัวอย่าง', unitId: csr?.id })
    expect(
      grants.map(({ role, unitId, validFrom, validTo }) => [role, unitId, validFrom, validTo]).toSorted(),
    ).toEqual([
      ['executive', null, '2024-10-01', null],
      ['ita-coordinator', null, '2024-10-01', '2025-09-30'],
      ['unit-owner', csr?.id, '2024-10-01', null],
    ])
    expect(await mails(ctx)).toEqual([])
    const log = await auditOf(database, ctx)
    expect(log.at(-1)).toMatchObject({
      action: 'roster.imported',
      detail: { rows: 3, unitsFounded: 3, personsFounded: 2 },
    })
    expect(log.filter(({ action }) => action === 'role.granted')).toHaveLength(3)
    expect(log.filter(({ action }) => action === 'person.added')).toHaveLength(2)
  })

  test('brought in again it changes nothing, and what is different is said by name', async () => {
    const ctx = await anAgency(database)
    await bringIn(ctx, THREE)
    expect((await previewed(ctx, THREE)).plan).toEqual({
      units: [],
      persons: [],
      unchanged: { units: 3, persons: 2 },
    })
    const { plan } = await previewed(
      ctx,
      csv('สมชาย คนเดิม,somchai@agency.example,,CSR,ส่วนใหม่,,ผู้ประสานงาน ITA,,31/12/2568,,'),
    )
    expect(plan.units).toMatchObject([{ kind: 'changed', fields: ['nameTh'] }])
    expect(plan.persons).toMatchObject([
      { kind: 'changed', fields: ['name', 'unitId'], roles: [], ends: [{ lastDay: '2025-12-31' }] },
    ])
  })

  test('new people who have an address are written to when it is asked for', async () => {
    const ctx = await anAgency(database)
    const file = csv('สมชาย ตัวอย่าง,somchai@agency.example,,,,,,,,,', 'ไม่มี อีเมล,,,,,,,,,,')
    expect(await bringIn(ctx, file, true)).toMatchObject({ personsFounded: 2, invited: 1 })
    expect(await mails(ctx)).toEqual([{ to_address: 'somchai@agency.example' }])
  })

  test('nothing but what was seen: another file, or an agency that has changed, is refused and said', async () => {
    const ctx = await anAgency(database)
    const { seen } = await previewed(ctx, THREE)
    const other = csv('สมชาย อื่น,other@agency.example,,,,,,,,,')
    expect(await importRoster(ctx, { bytes: other, seen, invites: false, origin: ORIGIN })).toMatchObject({
      ok: false,
      error: { code: 'roster.changed-since' },
    })
    await aPerson(ctx, { email: 'somchai@agency.example' })
    expect(await importRoster(ctx, { bytes: THREE, seen, invites: false, origin: ORIGIN })).toMatchObject({
      ok: false,
      error: { code: 'roster.changed-since' },
    })
    expect((await directory(ctx)).persons).toHaveLength(1)
    expect((await auditOf(database, ctx)).map(({ action }) => action)).toEqual([
      'roster.refused',
      'roster.refused',
    ])
  })

  test('with few columns, in English, in another order, with semicolons or tabs', async () => {
    const ctx = await anAgency(database)
    const one = await previewed(ctx, text('\ufeffE-mail;Name', 'a@agency.example;Some One'))
    expect(one.plan.persons).toMatchObject([{ facts: { name: 'Some One', email: 'a@agency.example' } }])
    const two = await previewed(ctx, text('sep=\t', 'Role\tFull name', 'Auditor\tSome One'))
    expect(two.plan.persons).toMatchObject([{ roles: [{ role: 'auditor' }] }])
    const three = await previewed(ctx, text('Unit,Unit code', 'ส่วนบริการ,CSR'))
    expect(three.plan).toMatchObject({ persons: [], units: [{ facts: { code: 'CSR' } }] })
  })

  test('with or without the mark of UTF-8, and in TIS-620', async () => {
    const ctx = await anAgency(database)
    const { plan } = await previewed(ctx, THREE)
    const marked = new Uint8Array([0xef, 0xbb, 0xbf, ...THREE])
    expect((await previewed(ctx, marked)).plan).toEqual(plan)
    expect((await previewed(ctx, tis620(THREE))).plan).toEqual(plan)
  })

  test('Thai digits are digits, and a workbook’s own dates are dates', async () => {
    const ctx = await anAgency(database)
    const { plan } = await previewed(ctx, csv('สมชาย ตัวอย่าง,,,,,,ผู้ตรวจสอบ,๑ ต.ค. ๖๗,๓๐/๙/๒๕๖๘,,'))
    const days = { validFrom: '2024-10-01', validTo: '2025-09-30' }
    expect(plan.persons[0]?.roles).toMatchObject([days])
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'รายชื่อ',
          rows: [
            ['ชื่อ', 'บทบาท', 'ตั้งแต่', 'ถึง'],
            ['สมชาย ตัวอย่าง', 'ผู้ตรวจสอบ', new Date('2024-10-01T00:00:00Z'), new Date('2025-09-30T00:00:00Z')],
          ],
        },
      ],
    })
    expect((await previewed(ctx, bytes)).plan.persons[0]?.roles).toMatchObject([days])
  })

  test('a role names its own unit and days where they are not those of the row', async () => {
    const ctx = await anAgency(database)
    const { plan } = await previewed(
      ctx,
      csv(
        'ก,,,CSR,ส่วนบริการ,,,,,,',
        'ข,,,,,,ผู้รับผิดชอบมาตรการ: csr [1 ต.ค. 2567 – 30 ก.ย. 2568]; ผู้บริหาร [2024-11-01 – ],,,,',
      ),
    )
    expect(plan.persons[1]?.roles).toEqual([
      { role: 'unit-owner', unitRef: 'new:1', validFrom: '2024-10-01', validTo: '2025-09-30' },
      { role: 'executive', unitRef: null, validFrom: '2024-11-01', validTo: null },
    ])
  })

  test('a person who had no address gets the one that the file gives', async () => {
    const ctx = await anAgency(database)
    await aPerson(ctx, { name: 'สมชาย ตัวอย่าง' })
    const { plan } = await previewed(ctx, csv('สมชาย  ตัวอย่าง,somchai@agency.example,,,,,,,,,'))
    expect(plan.persons).toMatchObject([{ kind: 'changed', fields: ['email'] }])
  })
})

describe('a roster with faults is refused by cell, and nothing of it is written', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    [
      'the same address twice',
      ['ก,a@agency.example,,,,,,,,,', 'ข,A@Agency.Example,,,,,,,,,'],
      ['B3 roster.email-twice'],
    ],
    [
      'the same person twice',
      ['สมชาย ตัวอย่าง,,,,,,,,,,', 'สมชาย  ตัวอย่าง,,,,,,,,,,'],
      ['A3 roster.person-twice'],
    ],
    [
      'the same person with an address and without',
      ['สมชาย,a@agency.example,,,,,,,,,', 'สมชาย,,,,,,,,,,'],
      ['A3 roster.person-twice'],
    ],
    ['an unknown unit', ['ก,,,NONE,,,,,,,'], ['D2 roster.unknown-unit']],
    ['an unknown parent', ['ก,,,CSR,ส่วน,NONE,,,,,'], ['F2 roster.unknown-parent']],
    ['a parent without a unit', ['ก,,,,,DGT,,,,,'], ['F2 roster.parent-without-unit']],
    ['a unit with two names', ['ก,,,CSR,ส่วนหนึ่ง,,,,,,', 'ข,,,CSR,ส่วนสอง,,,,,,'], ['E3 roster.unit-two-names']],
    [
      'a unit with two parents',
      [',,,A,หนึ่ง,,,,,,', ',,,B,สอง,,,,,,', ',,,C,สาม,A,,,,,', 'ข,,,C,,B,,,,,'],
      ['F5 roster.unit-two-parents'],
    ],
    ['units below each other', [',,,A,หนึ่ง,B,,,,,', ',,,B,สอง,A,,,,,'], ['F3 roster.unit-circle']],
    ['an unknown role', ['ก,,,,,,ผู้วิเศษ,,,,'], ['G2 roster.unknown-role']],
    ['an owner without a unit', ['ก,,,,,,ผู้รับผิดชอบมาตรการ,,,,'], ['G2 roster.role-without-unit']],
    ['an owner of an unknown unit', ['ก,,,,,,ผู้รับผิดชอบมาตรการ: NONE,,,,'], ['G2 roster.unknown-unit']],
    ['a bad address', ['ก,ไม่ใช่อีเมล,,,,,,,,,'], ['B2 roster.bad-email']],
    ['no name', [',a@agency.example,,,,,,,,,'], ['B2 roster.no-name']],
    ['a bad date', ['ก,,,,,,ผู้ตรวจสอบ,31/4/2567,เมื่อวาน,,'], ['H2 roster.bad-date', 'I2 roster.bad-date']],
    ['a bad date beside a role', ['ก,,,,,,ผู้ตรวจสอบ [เร็ว ๆ นี้],,,,'], ['G2 roster.bad-date']],
    [
      'a role that ends before it begins',
      ['ก,,,,,,ผู้ตรวจสอบ,1/10/2568,30/9/2568,,'],
      ['I2 roster.end-before-start'],
    ],
    ['a role that is over', ['ก,,,,,,ผู้ตรวจสอบ,1/1/2567,30/9/2567,,'], ['I2 roster.past']],
    ['days without a role', ['ก,,,,,,,1/10/2567,,,'], ['H2 roster.days-without-role']],
    ['an unknown language', ['ก,,,,,,,,,ลาว,'], ['J2 roster.unknown-language']],
    ['a person of another agency', ['ก,,,,,,,,,,other'], ['K2 roster.other-agency']],
    [
      'a formula',
      ['=HYPERLINK("http://x"),,,,,,,,,,', 'ข,+1,,,,,,,,,'],
      ['A2 roster.formula', 'B3 roster.formula'],
    ],
    ['too long a name', [`${'ก'.repeat(201)},,,,,,,,,,`], ['A2 roster.too-long']],
    ['something below no head', ['ก,,,,,,,,,,,หมายเหตุ'], ['L2 roster.unknown-column']],
    [
      'every fault at once, a row with several too',
      ['ก,bad,,,,,ผู้วิเศษ,31/4/67,,,', '=A1,a@agency.example,,NONE,,,,,,ลาว,'],
      [
        'B2 roster.bad-email',
        'G2 roster.unknown-role',
        'H2 roster.bad-date',
        'A3 roster.formula',
        'D3 roster.unknown-unit',
        'J3 roster.unknown-language',
      ],
    ],
  ])('%s', async (_what, lines, expected) => {
    const ctx = await anAgency(database)
    expect(await faultsOf(ctx, csv(...lines))).toEqual(expected)
    const { units, persons } = await directory(ctx)
    expect([...units, ...persons]).toEqual([])
    const [entry, ...others] = await auditOf(database, ctx)
    expect(others).toEqual([])
    expect(entry).toMatchObject({
      action: 'roster.refused',
      detail: {
        cells: expected.length,
        otherAgency: expected.filter((line) => /other-agency/.test(line)).length,
      },
    })
  })

  test('wrong heads, a head twice, no head at all, and no row below', async () => {
    const ctx = await anAgency(database)
    expect(await faultsOf(ctx, text('ชื่อ,เงินเดือน', 'ก,1'))).toEqual(['B1 roster.unknown-column'])
    expect(await faultsOf(ctx, text('ชื่อ,Name', 'ก,ข'))).toEqual(['B1 roster.column-twice'])
    expect(await faultsOf(ctx, text('หนึ่ง,สอง', 'ก,ข'))).toEqual(['A1 roster.no-head'])
    expect(await faultsOf(ctx, csv())).toEqual(['A1 roster.no-rows'])
    expect(await faultsOf(ctx, text('\ufeff'))).toEqual(['A1 roster.no-head'])
  })

  test('formulas of a workbook, in a cell and in a head, are named and never calculated', async () => {
    const ctx = await anAgency(database)
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'คน',
          rows: [
            ['ชื่อ', 'อีเมล'],
            ['สมชาย', null],
          ],
          cells: new Map([
            [
              '1,1',
              {
                value: 'a@agency.example',
                formula: 'A2&"@agency.example"',
                formulaResult: 'a@agency.example',
              },
            ],
          ]),
        },
      ],
    })
    const refused = await preview(ctx, bytes)
    expect(refused).toMatchObject({
      ok: false,
      error: { cells: [{ sheet: 'คน', row: 2, column: 2, code: 'roster.formula' }] },
    })
  })

  test('what is held already: a disabled person, a first day that differs, two of one name, the last administrator', async () => {
    const ctx = await anAgency(database)
    const administrator = await aPerson(ctx, {
      name: 'ผู้ดูแล',
      email: 'admin@agency.example',
      role: 'administrator',
    })
    const gone = await aPerson(ctx, { name: 'ถูกระงับ', email: 'gone@agency.example' })
    await disablePerson(ctx, { personId: gone.id })
    await aPerson(ctx, { name: 'ซ้ำ' })
    await aPerson(ctx, { name: 'ซ้ำ' })
    expect(
      await faultsOf(
        ctx,
        csv(
          ',gone@agency.example,,,,,,,,,',
          ',admin@agency.example,,,,,ผู้ดูแลระบบ,2/1/2567,,,',
          'ซ้ำ,,,,,,,,,,',
        ),
      ),
    ).toEqual(['B2 roster.person-disabled', 'H3 roster.from-differs', 'A4 roster.person-ambiguous'])
    const ending = ',admin@agency.example,,,,,ผู้ดูแลระบบ,,31/12/2567,,'
    expect(await faultsOf(ctx, csv(ending))).toEqual(['I2 roster.last-administrator'])
    const handedOver = csv(ending, 'คนใหม่,new@agency.example,,,,,ผู้ดูแลระบบ,1/1/2568,,,')
    await bringIn(ctx, handedOver)
    const { grants } = await directory(ctx)
    expect(grants.find(({ personId }) => personId === administrator.id)?.validTo).toBe('2024-12-31')
  })

  test('files that are no table, are damaged, dangerous or too large', async () => {
    const ctx = await anAgency(database)
    const bomb = zipOf([
      { name: 'xl/workbook.xml', data: Buffer.from('<workbook/>') },
      { name: 'a', data: Buffer.alloc(50_000_000) },
    ])
    for (const [bytes, code] of [
      [new Uint8Array(), 'roster.no-file'],
      [text('%PDF-1.7'), 'roster.unknown-format'],
      [Uint8Array.from([0, 1, 2, 3]), 'roster.unknown-format'],
      [zipOf([{ name: 'word/document.xml', data: Buffer.from('<w/>') }]), 'roster.unknown-format'],
      [zipOf([{ name: 'xl/workbook.xml', data: Buffer.from('<w/>') }]), 'roster.damaged-file'],
      [
        zipOf([{ name: 'xl/workbook.xml', data: Buffer.from('<w/>'), encrypted: true }]),
        'roster.damaged-file',
      ],
      [bomb, 'roster.archive-bomb'],
      [rawWorkbook(`<row r="1048576">${textCell('ก', 'XFD1048576')}</row>`), 'roster.table-too-large'],
      [text(`ชื่อ\n"ไม่ปิด`), 'roster.damaged-file'],
      [text('a'.repeat(1_000_001)), 'roster.too-large'],
      [text('ชื่อ', ...Array.from({ length: 5_001 }, (_, at) => `คนที่ ${at}`)), 'roster.too-large'],
      [Uint8Array.from([0xff, 0xfe, 0x0a, 0x0e]), 'roster.unknown-encoding'],
    ] as const)
      expect(await faultsOf(ctx, bytes), code).toEqual([code])
  })

  test('only an administrator brings one in; administrators and auditors take it out', async () => {
    const keeper = await anAgency(database)
    const coordinator = as(keeper, (await aPerson(keeper)).id, ['ita-coordinator'])
    const refused = { ok: false, error: { code: 'permission.refused' } }
    expect(await preview(coordinator, THREE)).toMatchObject(refused)
    const { seen } = await previewed(keeper, THREE)
    expect(
      await importRoster(coordinator, { bytes: THREE, seen, invites: false, origin: ORIGIN }),
    ).toMatchObject(refused)
    expect(await exportRoster(coordinator, { format: 'csv', lang: 'th' })).toMatchObject(refused)
    const auditor = as(keeper, (await aPerson(keeper)).id, ['auditor'])
    expect((await exportRoster(auditor, { format: 'csv', lang: 'th' })).ok).toBe(true)
    expect((await auditOf(database, keeper)).map(({ action }) => action)).toEqual([
      'permission.refused',
      'permission.refused',
      'permission.refused',
      'roster.exported',
    ])
  })
})

describe('a roster goes out', () => {
  test.each(['csv', 'xlsx'] as const)(
    'as %s in either language, and comes in again as it is',
    async (format) => {
      const ctx = await anAgency(database)
      await bringIn(ctx, THREE)
      await bringIn(
        ctx,
        csv(
          'สองช่วง ตัวอย่าง,two@agency.example,,,,,ผู้ตรวจสอบ [1/10/2567 – 31/12/2567]; ผู้รับผิดชอบมาตรการ: CSR [1/11/2567 – ],,,,',
          "'=1+1 ไม่ใช่สูตร,formula@agency.example,@ตำแหน่ง".replace('@ตำ', "'@ตำ"),
        ),
      )
      const later = at(ctx, '2024-12-01T03:00:00Z')
      const gone = await aPerson(ctx, { name: 'ถูกระงับ', email: 'gone@agency.example' })
      await disablePerson(ctx, { personId: gone.id })
      await foundUnit(ctx, {
        facts: { code: null, nameTh: 'ไม่มีรหัส', nameEn: 'No Code', parentId: null },
        validFrom: null,
      })
      for (const lang of ['th', 'en'] as const) {
        const exported = await exportRoster(later, { format, lang })
        if (!exported.ok) throw new Error(exported.error.code)
        expect(exported.value.fileName).toBe(`roster-${ctx.agency.code}-2024-12-01.${format}`)
        const { plan } = await previewed(later, exported.value.bytes)
        expect(plan).toEqual({ units: [], persons: [], unchanged: { units: 4, persons: 4 } })
      }
      expect((await auditOf(database, ctx)).at(-1)).toMatchObject({
        action: 'roster.exported',
        detail: { format, rows: 6 },
      })
    },
  )

  test('what begins like a formula is a text in CSV, behind an apostrophe', async () => {
    const ctx = await anAgency(database)
    await aPerson(ctx, { name: '=cmd|x', email: 'a@agency.example' })
    const exported = await exportRoster(ctx, { format: 'csv', lang: 'th' })
    if (!exported.ok) throw new Error(exported.error.code)
    const written = new TextDecoder('utf-8', { ignoreBOM: true }).decode(exported.value.bytes)
    expect(written.startsWith('\ufeffชื่อ-นามสกุล,')).toBe(true)
    expect(written).toContain("\r\n'=cmd|x,a@agency.example,")
  })
})
