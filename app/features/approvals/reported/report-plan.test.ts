import { describe, expect, it } from 'vitest'
import { bodyName } from './body-name.domain.ts'
import { type Known, type KnownItem, planReported } from './report-plan.domain.ts'
import { decisionOf, type ReportedMention } from './reported-mention.domain.ts'

const NAMES = { nameTh: 'สำนักงานพัฒนารัฐบาลดิจิทัล (องค์การมหาชน)', shortName: 'สพร.' }
const REPORT = { id: 'matter-a', kind: 'report', key: '2567' } as const
const TODAY = '2024-12-01'
const EMPTY: Known = { bodies: [], meetings: [], items: [], chains: [], withdrawnOn: null }
const APPROVAL: ReportedMention = {
  body: 'ที่ประชุมฝ่ายบริหาร ของ สพร.',
  meetingNumber: '9/2567',
  heldOn: '2024-11-07',
  wording: 'ได้รับความเห็นชอบจากที่ประชุมฝ่ายบริหาร',
  about: 'report',
}
const MEASURES: ReportedMention = {
  ...APPROVAL,
  body: 'ที่ประชุมฝ่ายบริหาร',
  meetingNumber: '2/2567',
  heldOn: '2024-03-13',
  about: 'measures',
}
const BODY = { id: 'body', name: 'ที่ประชุมฝ่ายบริหาร', shortName: null, isEnded: false }
const MEETING = {
  id: 'meeting',
  bodyId: 'body',
  number: '9/2567',
  calendarYear: 2567,
  heldOn: '2024-11-07',
  state: 'held',
} as const
const item = (
  change: Partial<NonNullable<KnownItem['resolution']>>,
  given: Partial<KnownItem> = {},
): KnownItem => ({
  id: 'item',
  meetingId: 'meeting',
  matter: REPORT,
  resolution: {
    id: 'resolution',
    wording: 'เห็นชอบ',
    origin: 'report-text',
    isWithdrawn: false,
    isPublic: false,
    mentions: [],
    ...change,
  },
  ...given,
})

function plan(mentions: readonly ReportedMention[], known: Partial<Known> = {}) {
  const given: string[] = []
  const newId = () => `new-${given.push('')}`
  return planReported({
    mentions,
    report: REPORT,
    names: NAMES,
    known: { ...EMPTY, ...known },
    today: TODAY,
    newId,
  })
}

describe('the name of a body', () => {
  it.each([
    ['ที่ประชุมฝ่ายบริหาร ของ สพร.', 'ที่ประชุมฝ่ายบริหาร'],
    ['ที่ประชุมฝ่ายบริหารของ สพร.', 'ที่ประชุมฝ่ายบริหาร'],
    ['ที่ประชุม  ฝ่ายบริหาร ของ สำนักงานพัฒนารัฐบาลดิจิทัล (องค์การมหาชน)', 'ที่ประชุม ฝ่ายบริหาร'],
    ['คณะทำงานของส่วนกลาง', 'คณะทำงานของส่วนกลาง'],
    ['ของ สพร.', 'ของ สพร.'],
    ['คณะกรรมการ สพร.', 'คณะกรรมการ สพร.'],
  ])('%s is %s', (written, kept) => {
    expect(bodyName(written, NAMES)).toBe(kept)
  })
})

describe('what a sentence says was decided', () => {
  it.each([
    ['ได้มีมติเห็นชอบรายงาน และให้นำเสนอต่อที่ประชุมเพื่อพิจารณาให้ความเห็นชอบ', 'approved'],
    ['ที่ประชุมรับทราบและเห็นชอบ', 'approved'],
    ['ที่ประชุมรับทราบรายงาน', 'acknowledged'],
    ['ที่ประชุมไม่เห็นชอบรายงาน', 'rejected'],
    ['มาตรการไม่ได้รับความเห็นชอบ', 'rejected'],
    ['ที่ประชุมมีมติเห็นชอบโดยมีข้อแก้ไข', 'approved-with-changes'],
    ['เห็นชอบรายงาน โดยให้แก้ไขหน้า 3 ตามความเห็นของที่ประชุม', 'approved-with-changes'],
    ['เห็นชอบในหลักการ โดยให้ปรับปรุงถ้อยคำ', 'approved-with-changes'],
    ['ที่ประชุมให้นำกลับมาเสนอใหม่', 'returned'],
    ['เห็นชอบให้นำเรื่องกลับไปทบทวน', 'returned'],
    ['เห็นชอบผลการปรับปรุงการให้บริการ โดยให้เผยแพร่บนเว็บไซต์', 'approved'],
    ['ได้เสนอต่อที่ประชุมเพื่อขอความเห็นชอบ', null],
    ['ได้เสนอต่อที่ประชุม', null],
  ])('%s: %s', (wording, decision) => {
    expect(decisionOf(wording)).toBe(decision)
  })
})

describe('which records the mentions of a report make', () => {
  it('binds what approves the report to its content, and nothing else', () => {
    const { records, bodies, meetings } = plan([
      APPROVAL,
      MEASURES,
      { ...MEASURES, wording: 'เห็นชอบแนวทาง', about: 'other' },
    ])
    expect(records.map(({ about, number, isBound }) => ({ about, number, isBound }))).toEqual([
      { about: 'measures', number: '2/2567', isBound: false },
      { about: 'other', number: '2/2567', isBound: false },
      { about: 'report', number: '9/2567', isBound: true },
    ])
    expect(bodies.map(({ name }) => name)).toEqual(['ที่ประชุมฝ่ายบริหาร'])
    expect(meetings.map(({ number }) => number)).toEqual(['2/2567', '9/2567'])
  })

  it('makes one record of what the report says twice', () => {
    const { records, mentions } = plan([APPROVAL, { ...APPROVAL, body: BODY.name, wording: 'เห็นชอบรายงาน' }])
    expect(records).toHaveLength(1)
    expect(mentions).toHaveLength(1)
  })

  it('takes the bodies in the order of their days for the chain, each once; who took note passes by taking note', () => {
    const noted = {
      ...APPROVAL,
      body: 'คณะทำงาน',
      meetingNumber: '๓ / 2567',
      heldOn: '2024-10-21',
      wording: 'รับทราบรายงาน',
    }
    const again = { ...APPROVAL, meetingNumber: '10/2567', heldOn: '2024-12-01' }
    const { chains, bodies, meetings } = plan([again, APPROVAL, noted])
    const named = (name: string) => bodies.find((body) => body.name === name)?.id
    expect(meetings.map(({ number }) => number)).toEqual(['3/2567', '9/2567', '10/2567'])
    expect(chains).toEqual([
      {
        kind: 'report',
        steps: [
          { bodyId: named('คณะทำงาน'), accepts: 'acknowledged' },
          { bodyId: named(BODY.name), accepts: 'approved' },
        ],
      },
    ])
  })

  it('makes no chain where there is one, where a body has ended, and where nobody agreed', () => {
    expect(plan([APPROVAL], { chains: ['report'] }).chains).toEqual([])
    expect(plan([APPROVAL], { bodies: [{ ...BODY, isEnded: true }] }).chains).toEqual([])
    expect(plan([{ ...APPROVAL, wording: 'ไม่เห็นชอบ' }]).chains).toEqual([])
  })

  it('knows a body by its short name, and prefers one in use to one that ended', () => {
    const ended = { ...BODY, id: 'ended', isEnded: true }
    const short = { ...BODY, name: 'คณะผู้บริหารระดับสูง', shortName: BODY.name }
    const { bodies, meetings } = plan([APPROVAL], { bodies: [ended, short] })
    expect(bodies).toEqual([])
    expect(meetings).toMatchObject([{ bodyId: 'body' }])
  })

  it('knows a body with and without the word for a meeting before its name', () => {
    const known = { bodies: [{ ...BODY, name: 'ฝ่ายบริหาร' }] }
    expect(plan([APPROVAL], known).bodies).toEqual([])
    expect(plan([{ ...APPROVAL, body: 'ที่ประชุมกองคลัง' }], known).bodies).toMatchObject([
      { name: 'ที่ประชุมกองคลัง' },
    ])
  })

  it('leaves a meeting that is recorded with another day as it is', () => {
    const known = { bodies: [BODY], meetings: [{ ...MEETING, heldOn: '2024-11-08' }] }
    const { meetings, records } = plan([APPROVAL], known)
    expect(meetings).toEqual([])
    expect(records).toMatchObject([{ meetingId: 'meeting', decidedOn: '2024-11-08' }])
  })

  it('takes the same number of another calendar year for another meeting where it does not name its year', () => {
    const known = { bodies: [BODY], meetings: [{ ...MEETING, number: '9', calendarYear: 2566 }] }
    expect(plan([{ ...APPROVAL, meetingNumber: '9' }], known).meetings).toHaveLength(1)
  })

  it('records nothing anew of what is recorded, also where a person withdrew it', () => {
    const known = { bodies: [BODY], meetings: [MEETING] }
    const there = plan([APPROVAL], { ...known, items: [item({})] })
    expect(there).toMatchObject({ records: [], mentions: [{ resolutionId: 'resolution', about: 'report' }] })
    const withdrawn = plan([APPROVAL], { ...known, items: [item({ isWithdrawn: true })] })
    expect(withdrawn).toMatchObject({ records: [], mentions: [] })
  })

  it('does not bring back with a changed report what a person took away of the meeting', () => {
    const older = { ...REPORT, id: 'matter-older' }
    const known = { bodies: [BODY], meetings: [MEETING] }
    for (const origin of ['report-text', 'entered'] as const) {
      const items = [item({ origin, isWithdrawn: true }, { matter: older })]
      expect(plan([APPROVAL], { ...known, items })).toMatchObject({
        records: [],
        mentions: [],
        chains: [],
        leftOut: [{ why: 'taken-back' }],
      })
    }
  })

  it('by one meeting one content became public: another returns to a meeting, whatever its own words say', () => {
    const older = { ...REPORT, id: 'matter-older' }
    const known = { bodies: [BODY], meetings: [MEETING] }
    const approved = (isPublic: boolean) => ({ ...known, items: [item({ isPublic }, { matter: older })] })
    expect(plan([APPROVAL], approved(true))).toMatchObject({
      records: [],
      leftOut: [{ why: 'other-content' }],
    })
    expect(plan([APPROVAL], approved(false)).records).toHaveLength(1)
  })

  it('does not take the words of a report for an approval where a version of it was withdrawn from the public since', () => {
    expect(plan([APPROVAL], { withdrawnOn: '2024-11-07' })).toMatchObject({
      records: [],
      chains: [],
      leftOut: [{ why: 'before-withdrawal' }],
    })
    expect(plan([APPROVAL], { withdrawnOn: '2024-11-06' }).records).toHaveLength(1)
    expect(plan([MEASURES], { withdrawnOn: '2024-11-07' }).records).toHaveLength(1)
  })

  it('records what the text says of new content as an item of its own', () => {
    const older = { ...REPORT, id: 'matter-older' }
    const { records } = plan([APPROVAL], {
      bodies: [BODY],
      meetings: [MEETING],
      items: [item({}, { matter: older })],
    })
    expect(records).toMatchObject([{ meetingId: 'meeting', isNewItem: true, isBound: true }])
  })

  it('records on the item that waits for its resolution', () => {
    const { records } = plan([APPROVAL], {
      bodies: [BODY],
      meetings: [MEETING],
      items: [{ id: 'waiting', meetingId: 'meeting', matter: REPORT, resolution: null }],
    })
    expect(records).toMatchObject([{ itemId: 'waiting', isNewItem: false }])
  })

  it('takes a recorded resolution about the measures of the year for the one that the text mentions', () => {
    const recorded = item({ origin: 'entered' }, { matter: { id: 'm', kind: 'measures', key: '2567' } })
    const meeting = { ...MEETING, number: '2/2567', heldOn: '2024-03-13' }
    const known = { bodies: [BODY], meetings: [meeting], items: [recorded] }
    expect(plan([MEASURES], known).records).toEqual([])
  })

  it('does not set the text above what people recorded', () => {
    const entered = item({ origin: 'entered' }, { matter: { ...REPORT, id: 'matter-older' } })
    const known = { bodies: [BODY], meetings: [MEETING], items: [entered] }
    expect(plan([APPROVAL], known)).toMatchObject({
      records: [],
      chains: [],
      leftOut: [{ why: 'other-content' }],
    })
  })

  it.each([
    [{ body: ' ' }, 'no-body'],
    [{ meetingNumber: 'พิเศษ' }, 'no-number'],
    [{ heldOn: '2024-02-30' }, 'no-day'],
    [{ heldOn: '' }, 'no-day'],
    [{ wording: 'ได้เสนอที่ประชุม' }, 'no-decision'],
    [{ heldOn: '2024-12-02' }, 'in-future'],
    [{ heldOn: '2567-11-07' }, 'in-future'],
  ] as const)('leaves out %o and says why: %s', (change, why) => {
    expect(plan([{ ...APPROVAL, ...change }])).toMatchObject({
      bodies: [],
      meetings: [],
      records: [],
      leftOut: [{ why }],
    })
  })

  it('records nothing of a meeting that nobody said took place', () => {
    const planned = { bodies: [BODY], meetings: [{ ...MEETING, state: 'planned' as const }] }
    expect(plan([APPROVAL], planned)).toMatchObject({ records: [], leftOut: [{ why: 'not-held' }] })
  })
})
