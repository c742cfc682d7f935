import { describe, expect, it } from 'vitest'
import { officialWording } from './official-wording.th.ts'
import { inputOfFault, readResolutionForm, rowsIn } from './resolution-form.domain.ts'

const typed = { decision: 'approved', wording: 'มีมติเห็นชอบ', seenHash: 'a', rows: '5' }

describe('the form of a resolution', () => {
  it('takes days as people type them, and leaves empty rows out', () => {
    expect(
      readResolutionForm({
        ...typed,
        'task-1-text': 'แก้ไขมาตรการที่ 4',
        'task-1-due': '๓๐ พ.ย. ๖๗',
        'task-4-text': 'รายงานผล',
        'task-4-unit': 'unit',
      }),
    ).toEqual({
      ok: true,
      value: {
        decision: 'approved',
        wording: 'มีมติเห็นชอบ',
        seenHash: 'a',
        confirmsContent: false,
        tasks: [
          { text: 'แก้ไขมาตรการที่ 4', dueOn: '2024-11-30', unitId: null, personId: null },
          { text: 'รายงานผล', dueOn: null, unitId: 'unit', personId: null },
        ],
        place: [1, 4],
      },
    })
  })

  it('says of every input what is wrong with it', () => {
    expect(
      readResolutionForm({
        decision: 'maybe',
        wording: ' ',
        'task-0-text': 'แก้ไข',
        'task-0-due': 'เมื่อวาน',
        'task-2-person': 'somebody',
      }),
    ).toEqual({
      ok: false,
      error: {
        decision: 'resolution.no-decision',
        wording: 'resolution.no-wording',
        'task-0-due': 'resolution-task.bad-day',
        'task-2-text': 'resolution-task.no-text',
      },
    })
  })

  it('has three rows at least and fifty at most, whatever is sent', () => {
    expect(['', 'x', '-5', '1e9', '7', '3.5'].map((rows) => rowsIn({ rows }))).toEqual([3, 3, 3, 50, 7, 3])
  })

  it('leads a refusal to the input it is about', () => {
    expect(inputOfFault({ code: 'resolution-task.early-day', row: 1 }, [0, 4])).toBe('task-4-due')
    expect(inputOfFault({ code: 'resolution-task.too-many', row: null }, [])).toBe('')
    expect(inputOfFault({ code: 'resolution.unconfirmed' }, [])).toBe('confirmed')
  })
})

describe('the drafted wording', () => {
  const about = { form: 'meeting', kind: 'report', title: 'รายงานผล ประจำปี 2567' } as const

  it('says the decision as minutes do', () => {
    expect(officialWording('approved', about)).toBe('ที่ประชุมพิจารณาแล้ว มีมติเห็นชอบรายงานผล ประจำปี 2567')
    expect(officialWording('returned', { ...about, title: 'O28' })).toBe(
      'ที่ประชุมพิจารณาแล้ว มีมติให้นำ O28 กลับไปปรับปรุง แล้วนำกลับมาเสนอใหม่',
    )
  })

  it('does not say that a circular met', () => {
    expect(officialWording('acknowledged', { ...about, form: 'circular' })).toBe(
      'พิจารณาจากหนังสือเวียนขอความเห็นชอบแล้ว มีมติรับทราบรายงานผล ประจำปี 2567',
    )
  })
})
