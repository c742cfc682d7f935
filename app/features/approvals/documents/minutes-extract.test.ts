import { describe, expect, test } from 'vitest'
import { A_HASH, aMatter, aMeetingRecord, anAgendaRecord } from '../../../../tests/support/meeting-record.ts'
import { agendaPaper } from './agenda-paper.domain.ts'
import { downloadName, paperWanted } from './meeting-files.domain.ts'
import type { MeetingRecord } from './meeting-record.domain.ts'
import { minutesExtract } from './minutes-extract.domain.ts'
import type { OfficialPaper } from './official-paper.domain.ts'

const extract = (facts: Partial<MeetingRecord> = {}, itemId: string | null = null): OfficialPaper => {
  const paper = minutesExtract(aMeetingRecord(facts), itemId)
  if (paper === null) throw new Error('there is no extract')
  return paper
}
const partsOf = (paper: OfficialPaper) => paper.items.flatMap(({ parts }) => parts)
const notesOf = (paper: OfficialPaper) =>
  partsOf(paper).flatMap((part) => (part.kind === 'note' ? [part.text] : []))
const resolved = anAgendaRecord().resolution

describe('the extract of the minutes of a meeting', () => {
  test('says in the official form which meeting it was, when and where', () => {
    expect(extract().head).toEqual([
      'มติที่ประชุมฝ่ายบริหาร',
      'ครั้งที่ 9/2567',
      'เมื่อวันพฤหัสบดีที่ 7 พฤศจิกายน พ.ศ. 2567 เวลา 09.30 น.',
      'ณ ห้องประชุม 1',
    ])
    expect(extract({ startsAt: null, place: null }).head).toEqual([
      'มติที่ประชุมฝ่ายบริหาร',
      'ครั้งที่ 9/2567',
      'เมื่อวันพฤหัสบดีที่ 7 พฤศจิกายน พ.ศ. 2567',
    ])
  })

  test.each([
    ['ที่ประชุมฝ่ายบริหาร', 'มติที่ประชุมฝ่ายบริหาร', 'ระเบียบวาระการประชุมฝ่ายบริหาร'],
    ['การประชุมผู้บริหาร', 'มติที่ประชุมผู้บริหาร', 'ระเบียบวาระการประชุมผู้บริหาร'],
    ['คณะทำงาน ITA', 'มติที่ประชุมคณะทำงาน ITA', 'ระเบียบวาระการประชุมคณะทำงาน ITA'],
  ])('of the body "%s" is called "%s"', (body, minutes, agenda) => {
    expect(extract({ body }).head[0]).toBe(minutes)
    expect(agendaPaper(aMeetingRecord({ body })).head[0]).toBe(agenda)
  })

  test('numbers who came, who did not and who attended, with who presides first', () => {
    const { rosters } = extract({
      chair: 'นายหนึ่ง หัวหน้า',
      chairPosition: 'ผู้อำนวยการ',
      secretary: 'นางสาวสาม จดบันทึก',
      attendees: [
        { name: 'นายสอง มาประชุม', title: 'รองผู้อำนวยการ', presence: 'present' },
        { name: 'นายห้า สังเกตการณ์', title: null, presence: 'attending' },
        { name: 'นางสี่ ไม่มา', title: 'ที่ปรึกษา', presence: 'absent' },
        { name: 'นางสาวสาม  จดบันทึก', title: 'นักวิเคราะห์', presence: 'present' },
      ],
    })
    expect(rosters).toEqual([
      {
        heading: 'ผู้มาประชุม',
        people: [
          { name: 'นายหนึ่ง หัวหน้า', title: 'ผู้อำนวยการ (ประธานที่ประชุม)' },
          { name: 'นายสอง มาประชุม', title: 'รองผู้อำนวยการ' },
          { name: 'นางสาวสาม  จดบันทึก', title: 'นักวิเคราะห์ (เลขานุการ)' },
        ],
      },
      { heading: 'ผู้ไม่มาประชุม', people: [{ name: 'นางสี่ ไม่มา', title: 'ที่ปรึกษา' }] },
      { heading: 'ผู้เข้าร่วมประชุม', people: [{ name: 'นายห้า สังเกตการณ์', title: '' }] },
    ])
  })

  test('names who presides once, also where they stand further down the list or are called so', () => {
    const { rosters } = extract({
      chair: 'นายหนึ่ง',
      attendees: [
        { name: 'นายสอง', title: null, presence: 'present' },
        { name: 'นายหนึ่ง', title: 'ประธานกรรมการ', presence: 'present' },
      ],
    })
    expect(rosters[0]?.people).toEqual([
      { name: 'นายหนึ่ง', title: 'ประธานกรรมการ' },
      { name: 'นายสอง', title: '' },
    ])
  })

  test('says what was put forward with the hash of its content, and what was resolved in its words', () => {
    const tasks = [
      { text: 'ปรับถ้อยคำ', dueOn: '2024-11-30', owner: 'ฝ่ายกลยุทธ์' },
      { text: 'เผยแพร่', dueOn: null, owner: null },
    ]
    const decided = resolved && { ...resolved, decision: 'approved-with-changes' as const, tasks }
    const paper = extract({
      items: [anAgendaRecord({ details: 'บรรทัดแรก\n\n  บรรทัดสอง ', matter: aMatter(), resolution: decided })],
    })
    expect(paper.items[0]?.heading).toBe('ระเบียบวาระที่ 4.1 เรื่อง รายงานผลการดำเนินการ ประจำปี พ.ศ. 2567')
    expect(partsOf(paper)).toEqual([
      { kind: 'text', paragraphs: ['บรรทัดแรก', 'บรรทัดสอง'] },
      { kind: 'labelled', label: 'เอกสารที่เสนอ', text: 'รายงานประจำปี' },
      {
        kind: 'hash',
        label: 'ค่าแฮชของเนื้อหาที่พิจารณา (SHA-256)',
        short: '0b3d 782f a1a1 a1a1',
        full: A_HASH,
      },
      { kind: 'labelled', label: 'มติที่ประชุม', text: 'เห็นชอบโดยมีข้อแก้ไข' },
      { kind: 'text', paragraphs: ['ที่ประชุมมีมติเห็นชอบตามที่เสนอ'] },
      {
        kind: 'list',
        label: 'เงื่อนไขและสิ่งที่ต้องดำเนินการ',
        entries: ['ปรับถ้อยคำ (ผู้รับผิดชอบ: ฝ่ายกลยุทธ์) ภายในวันเสาร์ที่ 30 พฤศจิกายน พ.ศ. 2567', 'เผยแพร่'],
      },
    ])
  })

  test('does not say a decision twice that was typed as nothing but its word', () => {
    const paper = extract({
      items: [anAgendaRecord({ resolution: resolved && { ...resolved, wording: ' เห็นชอบ ' } })],
    })
    expect(partsOf(paper)).toEqual([{ kind: 'labelled', label: 'มติที่ประชุม', text: 'เห็นชอบ' }])
  })

  test('says of an item without a resolution that there is none', () => {
    expect(partsOf(extract({ items: [anAgendaRecord({ resolution: null })] }))).toEqual([
      { kind: 'labelled', label: 'มติที่ประชุม', text: 'ยังไม่มีมติที่บันทึกไว้ในระบบ' },
    ])
  })

  test('says that it was entered on another day, by the days of Thailand', () => {
    const on = (recordedAt: string) =>
      notesOf(
        extract({
          items: [
            anAgendaRecord({ resolution: resolved && { ...resolved, recordedAt: new Date(recordedAt) } }),
          ],
        }),
      )
    expect(on('2024-11-06T17:30:00Z')).toEqual([])
    expect(on('2024-11-07T16:30:00Z')).toEqual([])
    expect(on('2024-11-07T17:30:00Z')).toEqual([
      'หมายเหตุ: บันทึกมตินี้เข้าระบบเมื่อวันศุกร์ที่ 8 พฤศจิกายน พ.ศ. 2567 ซึ่งมิใช่วันประชุม',
    ])
  })

  test('says that its content was kept after the meeting, and of one from a report where it comes from', () => {
    const later = aMatter('2024-11-09T02:00:00Z')
    expect(notesOf(extract({ items: [anAgendaRecord({ matter: later })] }))).toEqual([
      'หมายเหตุ: เนื้อหาที่พิจารณาเก็บเข้าระบบเมื่อวันเสาร์ที่ 9 พฤศจิกายน พ.ศ. 2567 ผู้บันทึกมติยืนยันว่าเป็นฉบับเดียวกับที่ได้พิจารณา',
    ])
    const told = resolved && {
      ...resolved,
      origin: 'report-text' as const,
      recordedAt: new Date('2025-01-01'),
    }
    expect(notesOf(extract({ items: [anAgendaRecord({ matter: later, resolution: told })] }))).toEqual([
      'หมายเหตุ: ข้อมูลการประชุมและมตินี้อ่านจากข้อความในรายงาน ไม่ได้บันทึกจากรายงานการประชุม ค่าแฮชเป็นของฉบับที่นำเข้าระบบภายหลัง',
    ])
  })

  test('is left to be signed by who wrote it, who checked it and who certifies a copy', () => {
    expect(extract({ secretary: 'นางสาวสาม' }).signatures).toEqual([
      { label: 'ผู้จดรายงานการประชุม', name: 'นางสาวสาม', fields: [] },
      { label: 'ผู้ตรวจรายงานการประชุม', name: null, fields: [] },
      { label: 'รับรองสำเนาถูกต้อง', name: null, fields: ['ตำแหน่ง', 'วันที่'] },
    ])
  })

  test('has nothing to be signed where only a report tells of it', () => {
    const told = resolved && { ...resolved, origin: 'report-text' as const }
    const items = [anAgendaRecord({ resolution: told }), anAgendaRecord({ id: 'b2' })]
    expect(extract({ items }).signatures).toHaveLength(3)
    expect(extract({ items }, 'a1').signatures).toEqual([])
    expect(extract({ items: [] }).signatures).toHaveLength(3)
  })

  test('of one item holds that item alone, and says so', () => {
    const items = [anAgendaRecord(), anAgendaRecord({ id: 'b2', number: '4.2', title: 'เรื่องอื่น' })]
    const paper = extract({ items }, 'b2')
    expect(paper.items.map(({ heading }) => heading)).toEqual(['ระเบียบวาระที่ 4.2 เรื่องอื่น'])
    expect(paper.head.at(-1)).toBe('(คัดมติเฉพาะระเบียบวาระที่ 4.2)')
    expect(minutesExtract(aMeetingRecord({ items }), 'c3')).toBeNull()
  })

  test.each(['planned', 'cancelled'] as const)('of a meeting that is %s does not exist', (state) => {
    expect(minutesExtract(aMeetingRecord({ state }), null)).toBeNull()
  })
})

describe('the result of a written circular', () => {
  const circular = { form: 'circular', number: '3/2567', body: 'คณะทำงาน ITA' } as const

  test('has its own words, and nobody attended', () => {
    const paper = extract({
      ...circular,
      chair: 'นายหนึ่ง',
      attendees: [{ name: 'นายสอง', title: null, presence: 'present' }],
      items: [
        anAgendaRecord({
          number: null,
          resolution: resolved && { ...resolved, recordedAt: new Date('2024-11-20') },
        }),
      ],
    })
    expect(paper.head).toEqual([
      'มติของคณะทำงาน ITA',
      'โดยหนังสือเวียนขอความเห็นชอบ ที่ 3/2567',
      'สรุปผลเมื่อวันพฤหัสบดีที่ 7 พฤศจิกายน พ.ศ. 2567',
    ])
    expect(paper.rosters).toEqual([])
    expect(paper.opening).toContain('โดยไม่มีการประชุม')
    expect(paper.closing).toBeNull()
    expect(paper.signatures[0]?.label).toBe('ผู้สรุปผลการเวียนหนังสือ')
    expect(JSON.stringify(paper)).not.toContain('ที่ประชุม"')
    expect(notesOf(paper)).toEqual(['หมายเหตุ: บันทึกมตินี้เข้าระบบเมื่อวันพุธที่ 20 พฤศจิกายน พ.ศ. 2567 ซึ่งมิใช่วันที่สรุปผล'])
  })

  test('of a body that is called a meeting names it as one', () => {
    expect(extract({ form: 'circular' }).head[0]).toBe('มติของที่ประชุมฝ่ายบริหาร')
  })
})

describe('the agenda', () => {
  test('stands before the meeting too, and resolves nothing', () => {
    const paper = agendaPaper(
      aMeetingRecord({ state: 'planned', items: [anAgendaRecord({ matter: aMatter() })] }),
    )
    expect(paper.head).toContain('วันพฤหัสบดีที่ 7 พฤศจิกายน พ.ศ. 2567 เวลา 09.30 น.')
    expect(partsOf(paper).map(({ kind }) => kind)).toEqual(['labelled', 'hash'])
    expect(paper.signatures).toEqual([])
  })

  test('of a cancelled meeting says so', () => {
    expect(agendaPaper(aMeetingRecord({ state: 'cancelled' })).head.at(-1)).toBe('(ยกเลิกการประชุม)')
  })
})

describe('the files of a meeting', () => {
  test.each([
    ['papers.pdf', 'pack', 'papers-9-2567.pdf'],
    ['agenda.pdf', 'pdf', 'agenda-9-2567.pdf'],
    ['minutes.pdf', 'pdf', 'minutes-9-2567.pdf'],
    ['minutes.docx', 'docx', 'minutes-9-2567.docx'],
    ['item-a1.pdf', 'pdf', 'item-4.1-9-2567.pdf'],
    ['item-a1.docx', 'docx', 'item-4.1-9-2567.docx'],
  ])('%s is a %s, kept as %s', (file, kind, name) => {
    expect(paperWanted(aMeetingRecord(), file)?.kind).toBe(kind)
    expect(downloadName(aMeetingRecord(), file)).toBe(name)
  })

  test.each([
    '',
    'papers.docx',
    'agenda.docx',
    'minutes',
    'item-.pdf',
    'item-zz.pdf',
    'item-b2.pdf',
    '../minutes.pdf',
  ])('"%s" is none', (file) => {
    expect(paperWanted(aMeetingRecord(), file)).toBeNull()
  })

  test('have a name that every program takes, whatever the meeting is numbered', () => {
    const named = (number: string) => downloadName(aMeetingRecord({ number }), 'minutes.pdf')
    expect(named('พิเศษ 1/2567')).toBe('minutes-1-2567.pdf')
    expect(named('"; x=\r\n')).toBe('minutes-x.pdf')
    expect(named('พิเศษ')).toBe('minutes.pdf')
  })
})
