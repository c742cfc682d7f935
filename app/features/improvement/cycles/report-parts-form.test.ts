import { describe, expect, it } from 'vitest'
import { exampleCycle } from '../../../../tests/support/example-cycle.ts'
import { loadCatalogue } from '../../catalogue/index.server.ts'
import { mentionOf, offeredResolutions } from './offered-resolutions.domain.ts'
import { partValues, readPart } from './report-data-parts.server.ts'
import type { ReportPart } from './report-part.domain.ts'
import { takenUp } from './taken-up.domain.ts'

const { facts } = takenUp(exampleCycle(), [])
const VALUES = partValues(facts, 2567)
type Changed = Readonly<Record<string, string>>

/** A form as a browser sends it: line ends are two characters. */
function read(part: ReportPart, changed: Changed = {}) {
  const form = new FormData()
  const values = { ...VALUES[part], seenVersion: '1', ...changed }
  for (const [name, value] of Object.entries(values)) form.append(name, value.replace(/\n/g, '\r\n'))
  return readPart(part, form, { fiscalYear: 2567, catalogue: loadCatalogue(), facts })
}
const mentions = (changed?: Changed) => {
  const result = read('resolutions', changed)
  return result.ok ? result.value.facts.resolutions : result.error.faults
}
const lists = (changed?: Changed) => {
  const result = read('lists', changed)
  return result.ok ? result.value.facts.nameLists : result.error.faults
}
const criteria = (changed?: Changed) => {
  const result = read('criteria', changed)
  return result.ok ? result.value.facts.criteria : result.error.faults
}

describe('the resolutions that a report mentions', () => {
  it('are what they were when the form is sent as it was shown', () => {
    expect(mentions()).toEqual(facts.resolutions)
  })

  it('are more by the last row, which is empty as long as nobody writes in it', () => {
    const added = {
      'r4.body': ' ที่ประชุมฝ่ายบริหาร ',
      'r4.number': '๑๐ / ๒๕๖๗',
      'r4.day': '๒๐ ธ.ค. ๖๗',
      'r4.wording': 'รับทราบรายงาน',
      'r4.about': 'report',
      'r4.place': 'cover::',
    }
    expect(mentions(added)).toEqual([
      ...facts.resolutions,
      {
        body: 'ที่ประชุมฝ่ายบริหาร',
        meetingNumber: '10/2567',
        heldOn: { written: '๒๐ ธ.ค. ๖๗', day: '2024-12-20' },
        wording: 'รับทราบรายงาน',
        about: 'report',
        place: { part: 'cover', issue: null, measure: null },
      },
    ])
  })

  it('lose one that is taken out, and keep the place of one that is reworded', () => {
    const [cover, ...others] = facts.resolutions
    expect(mentions({ 'r0.remove': 'on' })).toEqual(others)
    const last = facts.resolutions.length - 1
    expect(mentions({ [`r${last}.wording`]: 'ข้อความใหม่' })).toEqual([
      ...[cover, ...others].slice(0, -1),
      { ...facts.resolutions[last], wording: 'ข้อความใหม่' },
    ])
  })

  it('are refused at the input that says too little', () => {
    expect(
      mentions({
        'r0.body': ' ',
        'r1.number': 'พิเศษ',
        'r2.day': '31 ก.พ. 67',
        'r3.wording': '',
        'r4.body': 'ก',
      }),
    ).toEqual({
      'r0.body': 'resolution.no-body',
      'r1.number': 'resolution.no-number',
      'r2.day': 'resolution.bad-day',
      'r3.wording': 'resolution.no-wording',
      'r4.number': 'resolution.no-number',
      'r4.day': 'resolution.bad-day',
      'r4.wording': 'resolution.no-wording',
    })
    expect(mentions({ 'r0.body': 'ก'.repeat(301) })).toEqual({ 'r0.body': 'resolution.long-text' })
  })

  it('stand at no place that the report does not have', () => {
    expect(mentions({ 'r0.place': 'outcome:99:1' })).toMatchObject([
      { place: { part: 'background' } },
      {},
      {},
      {},
    ])
  })
})

describe('recorded resolutions', () => {
  const RECORDED = {
    resolutionId: 'r',
    bodyName: 'ที่ประชุมฝ่ายบริหาร',
    meetingNumber: '9/2567',
    heldOn: '2024-11-07',
    decision: 'approved',
    wording: 'เห็นชอบ',
    about: 'report',
  } as const

  it('are offered where the report does not mention them, unless they refused', () => {
    const other = { ...RECORDED, meetingNumber: '10/2567' }
    const refused = { ...other, decision: 'rejected' }
    expect(offeredResolutions([RECORDED, other, refused], facts.resolutions)).toEqual([other])
  })

  it('stand on the cover where they approve the report, else in the background', () => {
    expect(mentionOf(RECORDED)).toMatchObject({
      heldOn: { written: '7 พฤศจิกายน 2567', day: '2024-11-07' },
      place: { part: 'cover' },
    })
    expect(mentionOf({ ...RECORDED, about: 'measures' }).place.part).toBe('background')
  })
})

describe('the lists of names', () => {
  it('are what they were when the form is sent as it was shown', () => {
    expect(lists()).toEqual(facts.nameLists)
  })

  it('are read a line each, with number and position where there are any', () => {
    const next = facts.nameLists.length
    const added = lists({
      [`l${next}.heading`]: 'คณะที่ปรึกษา',
      [`l${next}.people`]: '1. สมชาย ตัวอย่าง | ผู้อำนวยการ | รักษาการ\n\n  สมหญิง  ตัวอย่าง  ',
    })
    expect(added).toEqual([
      ...facts.nameLists,
      {
        heading: 'คณะที่ปรึกษา',
        persons: [
          { number: '1.', name: 'สมชาย ตัวอย่าง', position: 'ผู้อำนวยการ | รักษาการ' },
          { number: null, name: 'สมหญิง ตัวอย่าง', position: '' },
        ],
      },
    ])
  })

  it('lose one that is taken out, and are refused where a list says too little', () => {
    expect(lists({ 'l0.remove': 'on' })).toEqual(facts.nameLists.slice(1))
    expect(lists({ 'l0.heading': '' })).toEqual({ 'l0.heading': 'names.no-heading' })
    expect(lists({ 'l0.people': ' ' })).toEqual({ 'l0.people': 'names.nobody' })
    expect(lists({ 'l0.people': '| ผู้อำนวยการ' })).toEqual({ 'l0.people': 'names.no-name' })
  })
})

describe('the box of criteria', () => {
  it('is what it was when the form is sent as it was shown', () => {
    expect(criteria()).toEqual(facts.criteria)
  })

  it('is none where every field is empty, and has a heading where one is not', () => {
    const empty = { criteriaHeading: ' ', criteriaBody: '', scoringHeading: '', scoring: '' }
    expect(criteria(empty)).toBe(null)
    expect(criteria({ ...empty, scoring: '100 คะแนน' })).toEqual({ criteriaHeading: 'criteria.no-heading' })
    expect(criteria({ criteriaBody: '[[O99]]' })).toEqual({ criteriaBody: 'background.unknown-item' })
  })
})
