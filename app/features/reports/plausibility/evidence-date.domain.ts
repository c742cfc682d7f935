import { plainText } from '../../../kernel/rich-text.ts'
import { type DaySpan, type FoundDate, findThaiSpans, formatDay } from '../../../kernel/thai-date.ts'
import type { Issue, Measure, Period, ResolutionMention } from '../../improvement/index.ts'
import { findingSentence } from '../text/index.ts'
import type { Finding } from '../verdict.domain.ts'
import { type FindingInput, whereIs } from './finding-input.domain.ts'

/**
 * Days, months and fiscal quarters that the summary of a measure names and that lie wholly outside its period. The day
 * of a resolution is no evidence of work.
 */
export const findEvidenceOutsidePeriod = ({ cycle }: FindingInput): Finding[] =>
  cycle.issues.flatMap((issue) =>
    issue.measures.flatMap((measure) => {
      const { period, summary } = measure
      if (period.state !== 'value' || summary.state !== 'value') return []
      const place = { issue, measure, period: period.value, resolutions: cycle.resolutions }
      return plainText(summary.value)
        .split('\n')
        .flatMap((line) => judgeLine(line, place))
    }),
  )

type DatedPlace = Readonly<{
  issue: Issue
  measure: Measure
  period: Period
  resolutions: readonly ResolutionMention[]
}>

const judgeLine = (line: string, place: DatedPlace): Finding[] =>
  findThaiSpans(line)
    .filter(({ span }) => liesOutside(span, place.period))
    .filter((date) => !isDayOfResolution(date, place))
    .map(({ written, span }) => ({
      code: 'evidence.outside-period',
      place: { issue: place.issue.number, measure: place.measure.number },
      evidence: [line, place.period.written],
      where: whereIs({ issue: place.issue.number, measure: place.measure.number, part: 'summary' }),
      message: findingSentence((words, lang) =>
        words.evidenceOutsidePeriod(
          written,
          words.span(formatDay(span.start, lang), formatDay(span.end, lang)),
          place.period.written,
        ),
      ),
    }))

// ISO days compare as text.
const liesOutside = (span: DaySpan, period: Period) => span.end < period.start || span.start > period.end

const isDayOfResolution = ({ span }: FoundDate, { issue, measure, resolutions }: DatedPlace): boolean =>
  resolutions.some(
    ({ heldOn, place }) =>
      place.part === 'summary' &&
      place.issue === issue.number &&
      (place.measure === null || place.measure === measure.number) &&
      heldOn.day === span.start,
  )
