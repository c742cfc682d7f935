import { formatDay } from '../../../kernel/thai-date.ts'
import { formatInstant, thaiDay } from '../../../kernel/thai-day.ts'
import { findingText } from '../text/index.ts'
import type { WatchResult } from '../watch.domain.ts'
import { recordWords as words } from './record-words.th.ts'

/** What a record says, still as plain text. `createdAt` is the date of the file. */
export type RecordJob = Readonly<{
  title: string
  author: string
  lead: string
  foot: string
  sections: readonly RecordSection[]
  createdAt: Date
}>
type RecordRow = Readonly<{ label: string | null; text: string }>
type RecordSection = Readonly<{ heading: string; rows: readonly RecordRow[] }>
type Given = Readonly<{ result: WatchResult; title: string; agencyName: string; byName: string }>

const MOST_ROWS = 60

/** The record of a look: when, where, what answered, and what stood there. */
export function recordOf({ result, title, agencyName, byName }: Given): RecordJob {
  const { facts, startedAt } = result
  const row = (label: string | null, text: string | null): RecordRow => ({
    label,
    text: text || words.notSaid,
  })
  const listed = (rows: readonly RecordRow[]) =>
    rows.length === 0 ? [{ label: null, text: words.none }] : rows.slice(0, MOST_ROWS)
  const { certificate } = facts
  return {
    title: words.title,
    author: agencyName,
    lead: words.lead(agencyName),
    foot: words.foot,
    createdAt: startedAt,
    sections: [
      {
        heading: words.what,
        rows: [
          row(words.subject, title),
          row(words.address, result.address),
          row(words.at, formatInstant(startedAt, 'th')),
          row(words.instant, startedAt.toISOString()),
          row(words.by, byName),
        ],
      },
      {
        heading: words.answer,
        rows: [
          row(words.status, result.status === null ? null : String(result.status)),
          ...facts.redirects.map((address, at) => row(at === 0 ? words.redirects : null, address)),
          row(
            words.certificate,
            certificate
              ? words.certificateOf({
                  ...certificate,
                  day: formatDay(thaiDay(new Date(certificate.validTo)), 'th'),
                })
              : words.noCertificate,
          ),
          row(words.lastModified, result.lastModified && formatInstant(result.lastModified, 'th')),
        ],
      },
      {
        heading: words.content,
        rows: [
          row(words.pageTitle, result.title),
          row(words.type, result.mediaType),
          row(words.size, words.bytes((result.size ?? 0).toLocaleString('en-US'))),
          row(words.hash, result.sha256),
        ],
      },
      {
        heading: words.elements,
        rows: listed(
          facts.elements.map(({ label, isSeen }) => row(isSeen ? words.seen : words.notSeen, label.th)),
        ),
      },
      {
        heading: words.findings,
        rows: listed(result.findings.map((finding) => row(null, findingText('th', finding).problem))),
      },
      { heading: words.excerpt, rows: listed(facts.excerpt ? [row(null, facts.excerpt)] : []) },
    ],
  }
}
