import { expect, test } from 'vitest'
import { exampleCycle } from '../../../../tests/support/example-cycle.ts'
import { loadCatalogue } from '../../catalogue/index.server.ts'
import { readReportData, reportDataValues } from './report-data-form.server.ts'
import { takenUp } from './taken-up.domain.ts'

const { facts } = takenUp(exampleCycle(), [])
const read = (changed: Readonly<Record<string, string>> = {}) => {
  const form = new FormData()
  const values = { ...reportDataValues(facts, 2567), seenVersion: '1', ...changed }
  for (const [name, value] of Object.entries(values)) form.append(name, value)
  return readReportData(form, { fiscalYear: 2567, catalogue: loadCatalogue() })
}

test('a form that is sent as it was shown says what stood there', () => {
  const { cover, background, resultsYear, answers } = facts
  expect(read()).toEqual({
    ok: true,
    value: { seenVersion: 1, facts: { cover, background, resultsYear, answers } },
  })
})

test('an empty line is none, and a year is read as people write it', () => {
  expect(read({ preparedByLine: ' ', resultsYear: '๖๖' })).toMatchObject({
    ok: true,
    value: { facts: { cover: { preparedByLine: null }, resultsYear: 2566 } },
  })
})

test('what no text can hold is left out', () => {
  expect(read({ title: 'รายงาน\0', preparedByLine: '\0', background: 'ก\0ข' })).toMatchObject({
    ok: true,
    value: {
      facts: { cover: { title: 'รายงาน', preparedByLine: null }, background: [{ runs: [{ text: 'กข' }] }] },
    },
  })
})

test('a line of the cover takes no marks that turn its direction, and is no page', () => {
  expect(read({ title: 'ก\u202eข\u2066', runningTitle: '\u200f' })).toMatchObject({
    value: { facts: { cover: { title: 'กข', runningTitle: null } } },
  })
  expect(read({ agencyLine: 'ก'.repeat(300), approvalLine: 'ข'.repeat(300) })).toMatchObject({ ok: true })
  expect(read({ agencyLine: 'ก'.repeat(301), approvalLine: 'ข'.repeat(301) })).toMatchObject({
    error: { faults: { agencyLine: 'cover.long-line', approvalLine: 'cover.long-line' } },
  })
})

test('what cannot be read is named at its field', () => {
  expect(read({ background: '[[O99]]', answers: 'O28', resultsYear: '' })).toEqual({
    ok: false,
    error: {
      faults: {
        background: 'background.unknown-item',
        answers: 'item.unknown',
        resultsYear: 'year.unreadable',
      },
    },
  })
})
