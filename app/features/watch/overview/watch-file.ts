import type { Language } from '../../../i18n/language.ts'
import { CSV_BOM, csvLines } from '../../../platform/office-files/csv-lines.ts'
import type { LogEntry } from '../log/watch-log.domain.ts'
import { findingText } from '../text/index.ts'
import { watchPageText } from '../text/pages.ts'
import type { WatchedRow } from './watch-overview.domain.ts'

/** What is known of addresses as CSV: a line for each finding, and one for an address without any. */
export function watchCsv(lang: Language, rows: readonly WatchedRow[]): string {
  const text = watchPageText(lang)
  const lines = rows.flatMap(({ target, state, check, findings }) => {
    const address = [
      target.address,
      target.title[lang],
      text.states[state],
      check?.startedAt.toISOString() ?? null,
      check?.status ?? null,
      check?.mediaType ?? null,
      check?.size ?? null,
      check?.sha256 ?? null,
    ]
    if (findings.length === 0) return [[...address, null, null, null]]
    return findings.map((finding) => {
      const { problem, remedy } = findingText(lang, finding)
      return [...address, finding.code, problem, remedy]
    })
  })
  return CSV_BOM + csvLines([headsOf(lang), ...lines])
}

function headsOf(lang: Language): readonly string[] {
  const heads = watchPageText(lang).fileColumns
  return [
    heads.address,
    heads.title,
    heads.state,
    heads.checkedAt,
    heads.status,
    heads.mediaType,
    heads.size,
    heads.sha256,
    heads.code,
    heads.problem,
    heads.remedy,
  ]
}

/** The same as JSON, with the log of the days that were asked for. */
export const watchJson = (
  lang: Language,
  { rows, log, at }: Readonly<{ rows: readonly WatchedRow[]; log: readonly LogEntry[]; at: Date }>,
): string =>
  `${JSON.stringify(
    {
      schema: 'prongsai.watch/1',
      at: at.toISOString(),
      addresses: rows.map(({ target, state, check, findings }) => ({
        address: target.address,
        title: target.title,
        state,
        check,
        findings: findings.map((finding) => ({ ...finding, ...findingText(lang, finding) })),
      })),
      log,
    },
    null,
    2,
  )}\n`
