import { cleanLine } from '../../../kernel/clean-text.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import type { RichText } from '../../../kernel/rich-text.ts'
import { readTyped, type TypedHome } from '../notation/typed-text.domain.ts'
import type { IssueFacts } from '../working/working-cycle.domain.ts'

/** A form of an issue as it was sent: whatever is absent was not on it. Texts are in the notation; an empty limitation is none. */
export type TypedIssue = Readonly<{
  title?: string
  listedTitle?: string
  analysis?: string
  limitations?: readonly string[]
}>

export type IssueFaultCode =
  | 'issue.no-title'
  | 'issue.long-title'
  | 'issue.long-text'
  | 'issue.many-limitations'
  | 'citation.unknown-item'

/** One thing that is wrong. `field` is the name of the input it is said at ("limitation-2"). */
export type IssueFault = Readonly<{
  field: string
  code: IssueFaultCode
  /** The items that no framework has; how much may stand there. */
  detail: string
}>

const LONGEST = { title: 500, analysis: 50_000, limitation: 10_000, limitations: 50 } as const

/** An issue of which nothing is said yet. */
export const EMPTY_ISSUE: IssueFacts = { title: '', listedTitle: null, analysis: [], limitations: [] }

/** Where the words of an issue stand: item numbers are of the year of the results. */
export type IssueGround = Omit<TypedHome, 'part'>

/** What a form makes of an issue that now says `now`, or everything that is wrong with it. */
export function readIssue(
  typed: TypedIssue,
  now: IssueFacts,
  ground: IssueGround,
): Result<Partial<IssueFacts>, readonly IssueFault[]> {
  const faults: IssueFault[] = []
  const fault = (field: string, code: IssueFaultCode, detail: string | number = '') => {
    faults.push({ field, code, detail: String(detail) })
  }
  const text = (field: string, written: string, was: RichText, longest: number): RichText => {
    if (written.length > longest) {
      fault(field, 'issue.long-text', longest)
      return was
    }
    const read = readTyped(written, was, { ...ground, part: 'analysis' })
    if (!read.ok) fault(field, read.error.code, read.error.unknown.join(', '))
    return read.ok ? read.value : was
  }

  const mine: { -readonly [K in keyof IssueFacts]?: IssueFacts[K] } = {}
  if (typed.title !== undefined) {
    mine.title = cleanLine(typed.title)
    if (mine.title === '') fault('title', 'issue.no-title')
    if (mine.title.length > LONGEST.title) fault('title', 'issue.long-title', LONGEST.title)
  }
  if (typed.listedTitle !== undefined) {
    mine.listedTitle = cleanLine(typed.listedTitle) || null
    if ((mine.listedTitle ?? '').length > LONGEST.title)
      fault('listedTitle', 'issue.long-title', LONGEST.title)
  }
  if (typed.analysis !== undefined)
    mine.analysis = text('analysis', typed.analysis, now.analysis, LONGEST.analysis)
  if (typed.limitations !== undefined) {
    if (typed.limitations.length > LONGEST.limitations)
      fault('limitation-0', 'issue.many-limitations', LONGEST.limitations)
    else
      mine.limitations = typed.limitations
        .map((written, at) =>
          text(`limitation-${at}`, written, now.limitations[at] ?? [], LONGEST.limitation),
        )
        .filter((limitation) => limitation.length > 0)
  }
  return faults.length > 0 ? err(faults) : ok(mine)
}
