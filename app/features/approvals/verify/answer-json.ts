import type { NamedResolution } from '../publications/publication.domain.ts'
import type { VerifyAnswer } from './answer.domain.ts'
import { permanentAddress } from './permanent-address.ts'

/** A resolution as programs are told of it; `day` is a calendar day (ISO 8601), the decision one of the five. */
const toldResolution = (one: NamedResolution) => ({
  body: one.bodyName,
  number: one.meetingNumber,
  form: one.form,
  day: one.decidedOn,
  decision: one.decision,
  wording: one.wording,
  /** It was withdrawn after the publication rested on it. */
  withdrawn: one.isWithdrawn,
})

/**
 * The answer as programs get it. `resolution` is the one of the last step; both are empty for what was public before there
 * were chains of approval. Addresses are absolute.
 */
export function answerJson(answer: VerifyAnswer, origin: string) {
  if (answer.status === 'unknown')
    return { status: answer.status, hash: answer.hash, version: null, resolution: null, resolutions: [] }
  const resolutions = answer.resolutions.map(toldResolution)
  const { withdrawal, current } = answer
  const addressOfVersion = (version: number) => {
    const address = permanentAddress('th', { ...answer, version })
    return address === null ? null : origin + address
  }
  return {
    status: answer.status,
    hash: answer.hash,
    match: answer.match,
    kind: answer.kind,
    key: answer.key,
    title: answer.title,
    version: answer.version,
    contentHash: answer.contentHash,
    publishedAt: answer.publishedAt.toISOString(),
    address: addressOfVersion(answer.version),
    file: answer.file && { format: answer.file.format, name: answer.file.fileName },
    resolution: resolutions.at(-1) ?? null,
    resolutions,
    current: current && {
      version: current.version,
      publishedAt: current.publishedAt.toISOString(),
      address: addressOfVersion(current.version),
    },
    withdrawal: withdrawal && {
      at: withdrawal.at.toISOString(),
      by: withdrawal.by,
      reason: withdrawal.reason,
      resolution: toldResolution(withdrawal.resolution),
    },
  }
}
