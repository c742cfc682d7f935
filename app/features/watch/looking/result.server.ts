import { formatDay } from '../../../kernel/thai-date.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import type { Answered, NotAnswered } from '../asking/ask.server.ts'
import { detect, finding } from '../detecting/detect.domain.ts'
import type { Reading } from '../reading/reading.domain.ts'
import type { WatchFacts, WatchFinding, WatchResult, WatchTarget } from '../watch.domain.ts'
import type { DeadLink } from './dead-links.server.ts'

/** What came and what was seen in it. */
export type Came = Readonly<{
  size: number
  sha256: string
  mediaType: string
  /** Null where the bytes could not be read. */
  reading: Reading | null
  accessibility: WatchFacts['accessibility']
  deadLinks: readonly DeadLink[]
}>
type Look = Pick<WatchResult, 'startedAt' | 'durationMs'> &
  Readonly<{ answer: Answered | NotAnswered; came: Came | null }>

/** Whether an answer says that it is to be kept as a file. */
export const saysAttachment = (disposition: string | null): boolean =>
  /^\s*attachment/i.test(disposition ?? '')

const NOTHING: WatchFacts = {
  redirects: [],
  certificate: null,
  elements: [],
  menuLinks: [],
  pages: null,
  accessibility: null,
  excerpt: null,
  drift: [],
}
const DAY_MS = 86_400_000
const WARN_DAYS = 21

/** The result of a look: what hindered it, or what is to be said of what came. */
export function resultOf(target: WatchTarget, { answer, came, startedAt, durationMs }: Look): WatchResult {
  const { redirects, certificate, status, finalAddress, lastModified } = answer
  const found = {
    address: target.address,
    startedAt,
    durationMs,
    status,
    finalAddress: status === null ? null : finalAddress,
    lastModified,
  }
  const facts = { ...NOTHING, redirects, certificate }
  if (!came) {
    const findings =
      'code' in answer
        ? [finding(answer.code, 'fails', '', answer.detail)]
        : [finding('content.empty', 'fails')]
    return {
      ...found,
      ...{ mediaType: null, size: null, sha256: null, title: null },
      facts,
      findings,
      passes: false,
    }
  }
  const detected = detect(target, {
    address: finalAddress,
    saidType: answer.saidType,
    isAttachment: saysAttachment(answer.saidDisposition),
    ...came,
  })
  const findings = [
    ...detected.findings,
    ...came.deadLinks.map(({ address, isGone }) =>
      finding('link.dead', isGone ? 'fails' : 'warns', address, { link: address }),
    ),
    ...ending(certificate, startedAt),
    ...Object.entries(came.accessibility ?? {}).map(([rule, count]) =>
      finding('accessibility.broken', 'warns', rule, { rule, count: String(count) }),
    ),
  ]
  return {
    ...found,
    mediaType: came.mediaType,
    size: came.size,
    sha256: came.sha256,
    title: came.reading?.title ?? null,
    facts: { ...facts, ...detected.facts, accessibility: came.accessibility },
    findings,
    passes: findings.every(({ weight }) => weight !== 'fails'),
  }
}

function ending(certificate: WatchFacts['certificate'], now: Date): readonly WatchFinding[] {
  if (!certificate) return []
  const validTo = new Date(certificate.validTo)
  if (validTo.getTime() - now.getTime() > WARN_DAYS * DAY_MS) return []
  const day = thaiDay(validTo)
  return [
    finding('certificate.expiring', 'warns', '', {
      'day.th': formatDay(day, 'th'),
      'day.en': formatDay(day, 'en'),
      day: formatDay(day, 'th'),
    }),
  ]
}
