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

/** A resolution as a page of the public cites it. */
export const citedResolution = ({
  id,
  form,
  bodyName,
  meetingNumber,
  decidedOn,
  wording,
  isWithdrawn,
}: NamedResolution) => ({ id, form, bodyName, meetingNumber, decidedOn, wording, isWithdrawn })
export type CitedResolution = ReturnType<typeof citedResolution>
