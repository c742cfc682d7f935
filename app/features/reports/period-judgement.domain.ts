import { plain } from '../../kernel/rich-text.ts'
import { calendarYearSpan, type DaySpan, fiscalYearSpan } from '../../kernel/thai-date.ts'
import type { Period } from '../improvement/index.ts'
import { isBlankText } from './blank.domain.ts'
import type { CompletenessRule, ElementRule, YearReading } from './completeness-rule.domain.ts'
import { type VerdictWords, verdictSentence } from './text/index.ts'
import { declaredNone, type JudgedPlace, type Judgement, missingElement } from './text-judgement.domain.ts'

/**
 * The period must be stated and must lie in the year of the rule, as the rule reads that year: by one of its readings, and
 * wholly or in part. The reason says by which reading it passes; a period that lies in the year only in part passes, where
 * that suffices, with the advice to say which part does.
 */
export function periodJudgement(place: JudgedPlace, element: ElementRule, rule: CompletenessRule): Judgement {
  const field = place.measure.period
  if (field.state === 'none') return declaredNone(place, element, field)
  if (field.state === 'missing') return missingElement(place, element, null)
  if (isBlankText(field.value.written)) return missingElement(place, element, plain(field.value.written))
  return yearJudgement(place, field.value, rule)
}

function yearJudgement(
  { issue, measure, owner }: JudgedPlace,
  period: Period,
  { workYear, year }: CompletenessRule,
): Judgement {
  const { written } = period
  const passed = { state: 'value', passes: true, remedy: null } as const
  const at = year.readings.findIndex((reading) => liesWithin(period, SPAN[reading](workYear)))
  const [within, others] = [year.readings.slice(at, at + 1), year.readings.slice(0, at)]
  if (at >= 0)
    return {
      ...passed,
      reason: verdictSentence((words) =>
        others.length === 0
          ? words.periodWithin(written, yearWords(words, within), workYear)
          : words.periodWithinThoughNot(
              written,
              yearWords(words, within),
              yearWords(words, others),
              workYear,
            ),
      ),
    }
  if (year.mustLie === 'touch' && year.readings.some((reading) => touches(period, SPAN[reading](workYear))))
    return {
      ...passed,
      reason: verdictSentence((words) => words.periodTouches(written, workYear)),
      remedy: verdictSentence((words, lang) => words.narrowPeriod(owner[lang], workYear)),
    }
  return {
    state: 'value',
    passes: false,
    reason: verdictSentence((words) => {
      const say = year.mustLie === 'touch' ? words.periodOutside : words.periodNotWithin
      return say(written, yearWords(words, year.readings), workYear)
    }),
    remedy: verdictSentence((words, lang) =>
      words.fixPeriod(owner[lang], issue.number, measure.number, workYear),
    ),
  }
}

const yearWords = (words: VerdictWords, readings: readonly YearReading[]): string =>
  words.readings(readings.map((reading) => words.yearReading[reading]))

const SPAN: Readonly<Record<YearReading, (year: number) => DaySpan>> = {
  fiscal: fiscalYearSpan,
  calendar: calendarYearSpan,
}

// ISO days compare as text.
const liesWithin = (inner: DaySpan, outer: DaySpan) => inner.start >= outer.start && inner.end <= outer.end
const touches = (a: DaySpan, b: DaySpan) => a.start <= b.end && a.end >= b.start
