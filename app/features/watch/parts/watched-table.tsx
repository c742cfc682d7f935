import type { Language } from '../../../i18n/language.ts'
import { formatInstant } from '../../../kernel/thai-day.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { addressPart } from '../alarms/watch-addresses.domain.ts'
import type { WatchedRow } from '../overview/watch-overview.domain.ts'
import { findingText } from '../text/index.ts'
import { watchPageText } from '../text/pages.ts'
import { AddressChip } from './address-state.tsx'

const MOST_FINDINGS = 2

/** Addresses with what is known of them. */
export function WatchedTable({ lang, rows }: { lang: Language; rows: readonly WatchedRow[] }) {
  const text = watchPageText(lang)
  return (
    <DataTable
      caption={text.caption}
      columns={[
        { label: text.columns.what },
        { label: text.columns.state },
        { label: text.columns.found },
        { label: text.columns.last },
      ]}
      rows={rows.map(({ target, state, check, findings }) => ({
        key: target.address,
        cells: [
          <span key="what" className="watched-what">
            <a href={addressOf.office(lang, addressPart(target.address))}>{target.title[lang]}</a>
            <span className="under long-address">{target.address}</span>
          </span>,
          <AddressChip key="state" lang={lang} state={state} />,
          findings.length === 0 ? (
            <span key="found" className="muted">
              {check === null ? '–' : text.noFinding}
            </span>
          ) : (
            <ul key="found" className="watched-found">
              {findings.slice(0, MOST_FINDINGS).map((finding) => (
                <li key={`${finding.code} ${finding.subject}`}>{findingText(lang, finding).problem}</li>
              ))}
              {findings.length > MOST_FINDINGS && (
                <li className="muted">{text.more(findings.length - MOST_FINDINGS)}</li>
              )}
            </ul>
          ),
          check === null ? (
            <span key="last" className="nowrap">
              {text.never}
            </span>
          ) : (
            formatInstant(check.startedAt, lang)
          ),
        ],
      }))}
    />
  )
}
