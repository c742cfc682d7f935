import type { Language } from '../../../i18n/language.ts'
import { formatInstant } from '../../../kernel/thai-day.ts'
import { Chip } from '../../../ui/chip.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { addressPart } from '../alarms/watch-addresses.domain.ts'
import type { LogEntry } from '../log/watch-log.domain.ts'
import { watchPageText } from '../text/pages.ts'

const LOOKS = { outage: 'late', failing: 'returned', drift: 'review' } as const
const SHORT_HASH = 12

/** Outages, failings and changes, the newest first. */
export function WatchLogTable({ lang, entries }: { lang: Language; entries: readonly LogEntry[] }) {
  const text = watchPageText(lang)
  return (
    <DataTable
      caption={text.logTitle}
      columns={[
        { label: text.logColumns.when },
        { label: text.logColumns.what },
        { label: text.logColumns.where },
      ]}
      rows={entries.map((entry) => ({
        key: `${entry.kind} ${entry.address} ${entry.from.getTime()}`,
        cells: [
          logTime(lang, entry),
          <span key="what">
            <Chip state={LOOKS[entry.kind]}>{text.logKinds[entry.kind]}</Chip>
            {entry.hashes !== null && (
              <span className="under">
                <code>{entry.hashes.map((hash) => hash.slice(0, SHORT_HASH)).join(' → ')}</code>
              </span>
            )}
          </span>,
          <a key="where" className="long-address" href={addressOf.office(lang, addressPart(entry.address))}>
            {entry.address}
          </a>,
        ],
      }))}
    />
  )
}

function logTime(lang: Language, { kind, from, to }: LogEntry): string {
  const text = watchPageText(lang)
  if (kind === 'drift') return formatInstant(from, lang)
  return to === null
    ? text.lasting(formatInstant(from, lang))
    : text.fromTo(formatInstant(from, lang), formatInstant(to, lang))
}
