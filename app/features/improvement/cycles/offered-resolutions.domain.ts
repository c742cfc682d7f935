import { formatDay, type IsoDay } from '../../../kernel/thai-date.ts'
import type { ResolutionMention } from '../cycle.domain.ts'

/** A resolution that is recorded in the program about a fiscal year, as far as a report can mention it. */
export type RecordedResolution = Readonly<{
  resolutionId: string
  bodyName: string
  meetingNumber: string
  heldOn: IsoDay
  decision: string
  wording: string
  about: ResolutionMention['about']
}>

/** By which one that is offered is chosen: a resolution may be about two things. */
export const offerValue = ({ resolutionId, about }: RecordedResolution): string => `${resolutionId} ${about}`

const AGREED = ['approved', 'acknowledged']

/** Recorded resolutions that a report does not mention yet: by which something was approved or taken note of. */
export const offeredResolutions = (
  recorded: readonly RecordedResolution[],
  mentions: readonly ResolutionMention[],
): readonly RecordedResolution[] =>
  recorded.filter(
    ({ decision, meetingNumber, heldOn, about }) =>
      AGREED.includes(decision) &&
      !mentions.some(
        (mention) =>
          mention.meetingNumber === meetingNumber && mention.heldOn.day === heldOn && mention.about === about,
      ),
  )

/** A recorded resolution as the report mentions it: what approves the report on its cover, all else in its background. */
export const mentionOf = ({
  bodyName,
  meetingNumber,
  heldOn,
  wording,
  about,
}: RecordedResolution): ResolutionMention => ({
  body: bodyName,
  meetingNumber,
  heldOn: { written: formatDay(heldOn, 'th'), day: heldOn },
  wording,
  about,
  place: { part: about === 'report' ? 'cover' : 'background', issue: null, measure: null },
})
