import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { loadCatalogue } from '../../catalogue/index.server.ts'
import { frameworkOf } from '../../catalogue/index.ts'
import { computedYear } from '../answers/computed-year.domain.ts'
import { planAnswers } from '../answers/plan-answers.server.ts'
import type { YearAnswers } from '../answers/survey.domain.ts'
import { answerForm } from '../scoring/answer-form.domain.ts'
import type { AnswerBatch } from '../scoring/option-counts.domain.ts'
import { AnswerResults } from './answer-results.tsx'
import { AnswersPlanView } from './answers-plan.tsx'

const framework = frameworkOf(loadCatalogue(), 2567)
const form = framework && answerForm(framework)
if (!framework || !form || typeof form === 'string') throw new Error('2567 has a form')

const NONE: YearAnswers = {
  year: 2567,
  batches: [],
  counts: new Map(),
  respondents: { IIT: 0, EIT: 0 },
  targets: new Map(),
}
const columns = form.columns.filter(({ instrument }) => instrument === 'IIT').map(({ code }) => code)
const staff = (n: number): AnswerBatch => ({
  instrument: 'IIT',
  columns,
  nRespondents: n,
  answers: new Uint8Array(n * columns.length).fill(2),
})
const planOf = (n: number) => {
  const read = { sha256: 'x', agencies: [{ code: 'here', batches: [staff(n)], disclosure: new Map() }] }
  const stamp = { hash: 'x', frameworks: {} }
  const planned = planAnswers({ year: 2567, framework, form, read, stamp }, null, {
    answers: NONE,
    scores: [],
  })
  if (!planned.ok) throw new Error('planned')
  return planned.value
}
const shownPlan = (n: number) =>
  renderToStaticMarkup(<AnswersPlanView lang="th" framework={framework} plan={planOf(n).plan} />)
const SCORE = />\d+\.\d\d</u

describe('a file of answers as it is shown', () => {
  it('shows no score of four respondents, says why, and leaves no cell of a score empty', () => {
    const page = shownPlan(4)
    expect(page).not.toMatch(SCORE)
    expect(page).toContain('ข้อที่มีคำตอบที่นับน้อยกว่า 5')
    expect(page.match(/ผู้ตอบน้อย ไม่แสดง/gu)).toHaveLength(columns.length + 1)
  })

  it('shows scores of five, with what no source confirms', () => {
    const page = shownPlan(5)
    expect(page).toMatch(SCORE)
    expect(page).not.toContain('ผู้ตอบน้อย')
    expect(page).toContain('ยังไม่ยืนยัน')
  })
})

describe('what answers come to', () => {
  const shown = (n: number) => {
    const answers = { ...NONE, counts: planOf(n).counts, respondents: { IIT: n, EIT: 0 } }
    const computed = computedYear(framework, answers, [])
    if (typeof computed === 'string') throw new Error(computed)
    return renderToStaticMarkup(
      <AnswerResults lang="th" framework={framework} answers={answers} computed={computed} />,
    )
  }

  it('has no total while an instrument has no scores, and says which', () => {
    const page = shown(8)
    expect(page).toContain('คะแนนทุกข้อของ EIT (ผู้มารับบริการ)')
    expect(page).toContain('คะแนนทุกข้อของ OIT (การเปิดเผยข้อมูล)')
    expect(page).not.toContain('คะแนนรวม</strong>')
    expect(page).toMatch(SCORE)
  })

  it('shows nothing of four respondents, neither below nor above', () => {
    expect(shown(4)).not.toMatch(SCORE)
  })
})
