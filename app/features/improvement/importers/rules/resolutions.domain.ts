import { fieldValue } from '../../../../kernel/field.ts'
import { plainText, type RichText } from '../../../../kernel/rich-text.ts'
import { findThaiDates } from '../../../../kernel/thai-date.ts'
import { toArabicDigits } from '../../../../kernel/thai-digits.ts'
import type { Issue, ResolutionMention } from '../../cycle.domain.ts'
import { AND, RESOLUTION } from './import-words.th.ts'
import { partitionPoint } from './partition-point.domain.ts'

type Place = ResolutionMention['place']

const MEETING = new RegExp(RESOLUTION.meeting, 'gu')
const MEETING_WORD = new RegExp(RESOLUTION.body, 'u')
const CLAUSE = new RegExp(RESOLUTION.clause, 'gu')
const APPROVES_REPORT = new RegExp(RESOLUTION.approvesReport, 'u')
const APPROVES_MEASURES = new RegExp(RESOLUTION.approvesMeasures, 'u')
// The day stands right after the number of the meeting.
const DAY_REACHES = 40
const BODY_REACHES = 200
const LONGEST_SENTENCE = 2000

/** Every resolution the cycle mentions: on the cover, in the background, in summaries and outcomes. */
export function resolutionsOf({
  approvalLine,
  background,
  issues,
}: Readonly<{
  approvalLine: string | null
  background: RichText
  issues: readonly Issue[]
}>): readonly ResolutionMention[] {
  const nowhere = { issue: null, measure: null }
  const inText = (text: RichText | null, place: Place) =>
    text === null
      ? []
      : plainText(text)
          .split('\n')
          .flatMap((line) => resolutionsIn(line, place))
  return [
    ...(approvalLine === null ? [] : resolutionsIn(approvalLine, { part: 'cover', ...nowhere })),
    ...inText(background, { part: 'background', ...nowhere }),
    ...issues.flatMap((issue) => [
      ...issue.measures.flatMap((measure) =>
        inText(fieldValue(measure.summary), {
          part: 'summary',
          issue: issue.number,
          measure: measure.number,
        }),
      ),
      ...issue.outcomes.flatMap((outcome) =>
        inText(fieldValue(outcome.text), {
          part: 'outcome',
          issue: issue.number,
          measure: outcome.covers[0] ?? null,
        }),
      ),
    ]),
  ]
}

/** Meetings that a line of text names with number and day, as resolutions it mentions; in reading order. */
function resolutionsIn(text: string, place: Place): readonly ResolutionMention[] {
  const arabic = toArabicDigits(text)
  const clauses = [...text.matchAll(CLAUSE)]
  const found: ResolutionMention[] = []
  for (const match of arabic.matchAll(MEETING)) {
    const after = match.index + match[0].length
    const date = findThaiDates(text.slice(after, after + DAY_REACHES)).find(({ index }) => index <= 2)
    const body = bodyBefore(text.slice(Math.max(0, match.index - BODY_REACHES), match.index))
    if (!date || body === '') continue
    const wording = wordingAround(text, { start: match.index, end: after, clauses, place })
    found.push({
      body,
      meetingNumber: (match[1] ?? '').replace(/\s+/gu, ''),
      heldOn: { written: date.written, day: date.span.start },
      wording,
      about: aboutOf(wording, place),
      place,
    })
  }
  return found
}

/** The body's name ends where the meeting is named, and begins with the last word for a body. */
function bodyBefore(text: string): string {
  const named = text.replace(MEETING_WORD, '').trimEnd()
  const starts = RESOLUTION.bodyStarts.map((word) => named.lastIndexOf(word))
  const from = Math.max(...starts)
  if (from < 0) return ''
  const body = named.slice(from)
  return (body.startsWith(RESOLUTION.meetingWord) ? body.slice(RESOLUTION.meetingWord.length) : body).trim()
}

type Mention = Readonly<{ start: number; end: number; clauses: readonly RegExpExecArray[]; place: Place }>

/** A cover line or a paragraph of the background is one sentence; a cell is long, and the clause is taken. */
function wordingAround(text: string, { start, end, clauses, place }: Mention): string {
  const isSentence = place.part === 'cover' || place.part === 'background'
  if (isSentence && text.length <= LONGEST_SENTENCE) return text.trim()
  const opens = clauses[partitionPoint(clauses, ({ index }) => index < start) - 1]
  const closes = clauses[partitionPoint(clauses, ({ index }) => index < end)]
  const from = opens ? opens.index + (opens[0] === AND ? AND.length : 0) : 0
  return text
    .slice(
      Math.max(from, start - LONGEST_SENTENCE),
      Math.min(closes?.index ?? text.length, end + LONGEST_SENTENCE),
    )
    .trim()
}

function aboutOf(wording: string, place: Place): ResolutionMention['about'] {
  if (place.part === 'cover') return 'report'
  if (place.part !== 'background') return 'other'
  if (APPROVES_REPORT.test(wording)) return 'report'
  return APPROVES_MEASURES.test(wording) ? 'measures' : 'other'
}
