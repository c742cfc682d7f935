import { thaiDay } from '../../../kernel/thai-day.ts'
import { type NamedResolution, type Publication, statusOf } from '../../approvals/index.ts'

/** Versions as a page lists them. */
export const listedVersions = (versions: readonly Publication[]) =>
  versions.map((one) => ({
    version: one.version,
    day: thaiDay(one.publishedAt),
    status: statusOf(one, versions),
  }))
export type ListedVersion = ReturnType<typeof listedVersions>[number]

/** A resolution as a page of the public cites it; the day of its entry where that is another than the day it decided. */
export const citedResolution = ({
  id,
  form,
  bodyName,
  meetingNumber,
  decidedOn,
  wording,
  recordedAt,
  isWithdrawn,
}: NamedResolution) => {
  const recordedOn = thaiDay(recordedAt) === decidedOn ? null : thaiDay(recordedAt)
  return { id, form, bodyName, meetingNumber, decidedOn, recordedOn, wording, isWithdrawn }
}
export type CitedResolution = ReturnType<typeof citedResolution>
