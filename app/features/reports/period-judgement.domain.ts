import { plain } from '../../kernel/rich-text.ts'
import { calendarYearSpan, type DaySpan, fiscalYearSpan } from '../../kernel/thai-date.ts'
import type { Period } from '../improvement/index.ts'
import { isBlankText } from './blank.domain.ts'
import type { ElementRule } from './completeness-rule.domain.ts'
import { verdictSentence } from './text/index.ts'
import { declaredNone, type JudgedPlace, type Judgement, missingElement } from './text-judgement.domain.ts'

/**
 * The period must be stated and must touch the year of the rule. "The year 2567" of the criteria may be read as the fiscal
 * or as the calendar year, and no source says which, so either passes and the reason says which. Work that only partly
 * falls into the year passes too, with the advice to say which part does.
 */
export function periodJudgement(place: JudgedPlace, element: ElementRule, year: number): Judgement {
  const field = place.measure.period
  if (field.state === 'none') return declaredNone(place, element, field)
  if (field.state === 'missing') return missingElement(place, element, null)
  if (isBlankText(field.value.written)) return missingElement(place, element, plain(field.value.written))
  return yearJudgement(place, field.value, year)
}

function yearJudgement({ issue, measure, owner }: JudgedPlace, period: Period, year: number): Judgement {
  const { written } = period
  const [fiscal, calendar] = [fiscalYearSpan(year), calendarYearSpan(year)]
  const passed = { state: 'value', passes: true, remedy: null } as const
  if (liesWithin(period, fiscal))
    return { ...passed, reason: verdictSentence((words) => words.periodInFiscalYear(written, year)) }
  if (liesWithin(period, calendar))
    return { ...passed, reason: verdictSentence((words) => words.periodInCalendarYear(written, year)) }
  if (touches(period, fiscal) || touches(period, calendar))
    return {
      ...passed,
      reason: verdictSentence((words) => words.periodTouches(written, year)),
      remedy: verdictSentence((words, lang) => words.narrowPeriod(owner[lang], year)),
    }
  return {
    state: 'value',
    passes: false,
    reason: verdictSentence((words) => words.periodOutside(written, year)),
    remedy: verdictSentence((words, lang) =>
      words.fixPeriod(owner[lang], issue.number, measure.number, year),
    ),
  }
}

// ISO days compare as text.
const liesWithin = (inner: DaySpan, outer: DaySpan) => inner.start >= outer.start && inner.end <= outer.end
const touches = (a: DaySpan, b: DaySpan) => a.start <= b.end && a.end >= b.start
