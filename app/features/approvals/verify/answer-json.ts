import type { NamedResolution } from '../publications/publication.domain.ts'
import type { VerifyAnswer } from './answer.domain.ts'
import { permanentAddress } from './permanent-address.ts'

type ToldResolution = Readonly<{
  body: string
  number: string
  form: 'meeting' | 'circular'
  day: string
  decision: string
  wording: string
  withdrawn: boolean
}>
type ToldVersion = Readonly<{ version: number; publishedAt: string; address: string | null }>

/** The contract of the public interface: fields are added to it, and never change their meaning. */
export type AnswerJson = Readonly<
  | {
      status: 'unknown'
      hash: string
      version: null
      resolution: null
      resolutions: readonly ToldResolution[]
    }
  | {
      status: 'published' | 'superseded' | 'withdrawn'
      hash: string
      match: 'content' | 'file' | 'same-content'
      kind: string
      key: string
      title: string | null
      version: number
      contentHash: string
      publishedAt: string
      address: string | null
      file: Readonly<{ format: string; name: string }> | null
      resolution: ToldResolution | null
      resolutions: readonly ToldResolution[]
      current: ToldVersion | null
      withdrawal: Readonly<{ at: string; reason: string; resolution: ToldResolution }> | null
    }
>

/** A resolution as programs are told of it; `day` is a calendar day (ISO 8601), the decision one of the five. */
const toldResolution = (one: NamedResolution): ToldResolution => ({
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
export function answerJson(answer: VerifyAnswer, origin: string): AnswerJson {
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
      reason: withdrawal.reason,
      resolution: toldResolution(withdrawal.resolution),
    },
  }
}
