import '../../../ui/office-people.css'
import type { Language } from '../../../i18n/language.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { kindOf } from '../evidence.domain.ts'
import type { EvidenceItem } from '../evidence.queries.server.ts'
import { libraryText } from '../text/pages.ts'
import { contentAbout, EvidenceChips, KIND_ICONS, pieceAddress, unitName } from './evidence-looks.tsx'

/** Evidence as a table, and on a phone as cards. */
export function EvidenceTable({ lang, rows }: { lang: Language; rows: readonly EvidenceItem[] }) {
  const text = libraryText(lang)
  return (
    <DataTable
      caption={text.title}
      columns={[
        { label: text.columns.title },
        { label: text.columns.kind },
        { label: text.columns.date },
        { label: text.columns.uses },
        { label: text.columns.added },
      ]}
      rows={rows.map((item) => ({
        key: item.id,
        cells: [
          <div className="lines" key="title">
            <a href={pieceAddress(lang, item.id)}>{item.facts.title}</a>
            <EvidenceChips lang={lang} item={item} />
            {item.facts.note !== null && <span className="muted small note-line">{item.facts.note}</span>}
          </div>,
          <span className="kind" key="kind">
            <Icon name={KIND_ICONS[kindOf(item.content)]} /> {contentAbout(item.content, lang)}
            {item.content.kind === 'file' && item.content.scan === 'not-scanned' && (
              <span className="under">{text.scan['not-scanned']}</span>
            )}
            {item.number > 1 && <span className="under">{text.version(item.number)}</span>}
          </span>,
          item.facts.evidenceDate === null ? (
            <span className="muted" key="date">
              {text.noDate}
            </span>
          ) : (
            formatDay(item.facts.evidenceDate, lang)
          ),
          item.uses === 0 ? (
            <span className="muted held" key="uses">
              {text.unused}
            </span>
          ) : (
            <span className="held" key="uses">
              {text.uses(item.uses)}
            </span>
          ),
          <div key="added">
            {formatDay(thaiDay(item.addedAt), lang)}
            <span className="under">{item.addedByName}</span>
            {item.unit !== null && <span className="under">{unitName(item.unit, lang)}</span>}
          </div>,
        ],
      }))}
    />
  )
}
