import { type Clash, mergeEdits } from '../../../kernel/merge-edits.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { judgeFacts, type MeetingFacts, type MeetingFault } from './meeting.domain.ts'

/** Two people changed the same facts of a meeting. `version` is the one that stands now. */
export type MeetingClash = Readonly<{
  code: 'meeting.clash'
  version: number
  clashes: readonly Clash[]
  /** Facts that were sent as they had been seen. */
  untouched: readonly string[]
}>

export type MergedMeeting = Readonly<{ facts: MeetingFacts; changed: readonly (keyof MeetingFacts)[] }>

/** Facts that stay once something is resolved: what a resolution says of its meeting. */
const FIXED = ['bodyId', 'number', 'heldOn', 'form'] as const

export const touchesFixed = ({ changed }: MergedMeeting): boolean =>
  FIXED.some((field) => changed.includes(field))

type Given = Readonly<{
  now: MeetingFacts
  version: number
  seenVersion: number
  /** What was on the page; null where that cannot be known any more. */
  seen: MeetingFacts | null
  /** What was typed; a fact that is absent stays as it is. */
  mine: Partial<MeetingFacts>
}>

/** What a form that was sent makes of a meeting that another may have changed since the form was opened. */
export function mergeMeeting(
  given: Given,
): Result<MergedMeeting, MeetingClash | Readonly<{ code: MeetingFault }>> {
  const { now, version, mine } = given
  const judged = judgeFacts({ ...now, ...mine })
  if (!judged.ok) return judged
  const typed = Object.keys(mine) as (keyof MeetingFacts)[]
  const tidy = Object.fromEntries(typed.map((field) => [field, judged.value[field]])) as Partial<MeetingFacts>
  const merged = mergeEdits<MeetingFacts>({ seen: seenBy(given), now, mine: tidy })
  if (merged.clashes.length > 0)
    return err({ code: 'meeting.clash', version, clashes: merged.clashes, untouched: merged.untouched })
  // Facts of two people may not go together: that it begins after its end.
  const facts = judgeFacts(merged.values)
  return facts.ok ? ok({ facts: facts.value, changed: merged.changed }) : facts
}

/** Of a page that is not old, what stands now; without knowledge of an old one, every fact may be another's. */
function seenBy({ now, version, seenVersion, seen }: Given): MeetingFacts {
  if (seenVersion === version) return now
  const judged = seen && judgeFacts(seen)
  return judged?.ok ? judged.value : NOTHING_SEEN
}

const NOTHING_SEEN: MeetingFacts = {
  bodyId: '',
  form: 'meeting',
  number: '',
  heldOn: '',
  startsAt: '',
  endsAt: '',
  place: '',
  chair: '',
  chairPosition: '',
  secretary: '',
  attendees: [],
}
