import type { Language } from '../../../i18n/language.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { thaiDay, thaiTime } from '../../../kernel/thai-day.ts'
import type { AuditEntry } from '../../../platform/audit/audit-chain.ts'
import { auditObjectKind, auditSentence } from '../../../platform/audit/audit-words.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { actNames } from '../permission-matrix.domain.ts'
import { type AuditPageText, auditPageText } from '../text/pages.ts'

const SHORT_HASH = 12
export const shortHash = (hash: string): string => hash.slice(0, SHORT_HASH)

type EntriesProps = Readonly<{
  lang: Language
  entries: readonly AuditEntry[]
  /** Names of people and units, by identifier. */
  names: Readonly<Record<string, string>>
}>

/** Entries of the audit log: when, who, what, to what; the rest is folded away. */
export function AuditEntries({ lang, entries, names }: EntriesProps) {
  const text = auditPageText(lang)
  const { columns } = text
  return (
    <DataTable
      caption={text.caption}
      columns={[
        { label: columns.time },
        { label: columns.who },
        { label: columns.what },
        { label: columns.object },
        { label: columns.detail },
      ]}
      rows={entries.map((entry) => ({
        key: String(entry.seq),
        cells: [
          <When key="when" lang={lang} at={entry.at} />,
          <Who key="who" text={text} entry={entry} />,
          auditSentence(entry.action, lang),
          objectName(entry, { lang, names }),
          <Detail key="detail" text={text} entry={entry} />,
        ],
      }))}
    />
  )
}

function When({ lang, at }: { lang: Language; at: string }) {
  const instant = new Date(at)
  return (
    <time dateTime={instant.toISOString()}>
      <span className="nowrap">{formatDay(thaiDay(instant), lang)}</span>{' '}
      <span className="number muted">{thaiTime(instant)}</span>
    </time>
  )
}

function Who({ text, entry }: { text: AuditPageText; entry: AuditEntry }) {
  if (entry.actorKind === 'person') return entry.actorName
  const kind = entry.actorKind === 'command' ? 'command' : 'system'
  return (
    <>
      {text.actorKinds[kind]} <span className="under">{entry.actorName}</span>
    </>
  )
}

function objectName(
  { objectKind, objectId, detail }: AuditEntry,
  { lang, names }: Pick<EntriesProps, 'lang' | 'names'>,
): string {
  const kind = auditObjectKind(objectKind, lang)
  const year = objectKind === 'cycle' ? detailOf(detail).fiscalYear : undefined
  const name =
    objectKind === 'act'
      ? actNames(lang)[objectId]
      : objectKind === 'refusals'
        ? auditSentence(objectId, lang)
        : (names[objectId] ?? (objectKind === 'address' ? objectId : year))
  return name === undefined ? kind : `${kind}: ${name}`
}

function Detail({ text, entry }: { text: AuditPageText; entry: AuditEntry }) {
  const rows = Object.entries(detailOf(entry.detail))
  return (
    <details className="entry-detail">
      <summary className="number">{text.details(entry.seq)}</summary>
      <dl className="facts">
        {rows.map(([name, value]) => (
          <Fact key={name} name={name} value={inWords(value, text)} />
        ))}
        <Fact name={`${text.columns.what}`} value={entry.action} />
        <Fact name={text.objectId} value={entry.objectId} />
        <Fact name={text.hash} value={entry.hash} />
      </dl>
    </details>
  )
}

const Fact = ({ name, value }: { name: string; value: string }) => (
  <>
    <dt>{name}</dt>
    <dd className="hash">{value}</dd>
  </>
)

function detailOf(json: string): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(json)
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function inWords(value: unknown, text: AuditPageText): string {
  if (typeof value === 'boolean') return value ? text.yes : text.no
  return value === null ? '–' : String(value)
}
