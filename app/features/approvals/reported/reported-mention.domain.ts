import { foldText } from '../../../kernel/rich-text.ts'
import type { IsoDay } from '../../../kernel/thai-date.ts'
import { type Decision, meetingNumber } from '../matter.domain.ts'
import { type AgencyNames, bodyKey, bodyName } from './body-name.domain.ts'
import { REPORTED } from './reported-words.th.ts'

/** A resolution as a report speaks of it. */
export type ReportedMention = Readonly<{
  body: string
  meetingNumber: string
  heldOn: IsoDay
  /** The sentence, as written. */
  wording: string
  about: MentionAbout
}>
export type MentionAbout = 'measures' | 'report' | 'other'

/** Why a mention makes no record. */
export type LeftOutWhy =
  | 'no-body'
  | 'no-number'
  | 'no-day'
  /** The sentence does not say what was decided, or says that it was only asked for. */
  | 'no-decision'
  /** The meeting is planned in the program, or was cancelled: nobody said that it took place. */
  | 'not-held'
  /** Its day is still to come: nobody can have decided anything there. */
  | 'in-future'
  /** Somebody recorded that this meeting decided about another content of the report. */
  | 'other-content'
  /** A version of the report was withdrawn from the public since. */
  | 'before-withdrawal'
  /** Somebody withdrew what was recorded of this meeting about the report of the year. */
  | 'taken-back'

/** A mention as it is recorded. */
export type ReadMention = Readonly<{
  bodyName: string
  bodyKey: string
  number: string
  heldOn: IsoDay
  /** Buddhist era, of `heldOn`. */
  calendarYear: number
  wording: string
  decision: Decision
  about: MentionAbout
}>

const ASKED = new RegExp(REPORTED.asked, 'gu')
const REFUSED = new RegExp(REPORTED.refused, 'u')
const RETURNED = new RegExp(REPORTED.returned, 'u')
const CHANGED = new RegExp(REPORTED.changed, 'u')
const APPROVED = new RegExp(REPORTED.approved, 'u')
const ACKNOWLEDGED = new RegExp(REPORTED.acknowledged, 'u')

/** What a mention says of a meeting, or why nothing can be recorded of it. */
export function readMention(mention: ReportedMention, names: AgencyNames): ReadMention | LeftOutWhy {
  const name = bodyName(mention.body, names)
  const number = meetingNumber(mention.meetingNumber)
  const decision = decisionOf(mention.wording)
  if (name === '' || name.length > 300) return 'no-body'
  if (!/\d/.test(number) || number.length > 40) return 'no-number'
  if (!isDay(mention.heldOn)) return 'no-day'
  if (decision === null) return 'no-decision'
  return {
    bodyName: name,
    bodyKey: bodyKey(mention.body, names),
    number,
    heldOn: mention.heldOn,
    calendarYear: Number(mention.heldOn.slice(0, 4)) + 543,
    wording: mention.wording.trim(),
    decision,
    about: mention.about,
  }
}

/**
 * What a sentence says was decided; null where it says nothing of it. A sentence that speaks of approval and of taking note
 * is an approval. One that returns the matter, or asks for changes, approves nothing that was shown.
 */
export function decisionOf(wording: string): Decision | null {
  const said = foldText(wording).replace(ASKED, '')
  if (REFUSED.test(said)) return 'rejected'
  if (RETURNED.test(said)) return 'returned'
  if (CHANGED.test(said)) return 'approved-with-changes'
  if (APPROVED.test(said)) return 'approved'
  return ACKNOWLEDGED.test(said) ? 'acknowledged' : null
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const read = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(text)
}
