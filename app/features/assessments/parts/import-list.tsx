import type { Language } from '../../../i18n/language.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { type ColumnMeaning, figureOf } from '../reading/mapping.domain.ts'
import { resultImportText } from '../text/result-import.ts'
import { resultMappingText } from '../text/result-mapping.ts'
import type { ListedImport } from '../uploads/imports.queries.server.ts'

/** Files that came in, the newest first, each with how it was read. */
export function ImportList({
  lang,
  imports,
}: Readonly<{ lang: Language; imports: readonly ListedImport[] }>) {
  const text = resultImportText(lang)
  const { columns } = text
  return (
    <section className="stack" aria-labelledby="imports-title">
      <h2 id="imports-title">{text.listTitle}</h2>
      {imports.length === 0 ? (
        <p>{text.listEmpty}</p>
      ) : (
        <DataTable
          caption={text.listTitle}
          columns={[
            { label: columns.file },
            { label: columns.day },
            { label: columns.by },
            { label: columns.source },
            { label: columns.counts, look: 'end' },
            { label: columns.read },
          ]}
          rows={imports.map((one) => ({
            key: one.id,
            cells: [
              one.fileName,
              formatDay(thaiDay(one.importedAt), lang),
              one.importedBy,
              one.sourceNote ?? '',
              text.counts(one.brought, one.standing),
              <HowRead key="read" lang={lang} one={one} />,
            ],
          }))}
        />
      )}
    </section>
  )
}

function HowRead({ lang, one }: Readonly<{ lang: Language; one: ListedImport }>) {
  const text = resultImportText(lang)
  const words = resultMappingText(lang)
  const { mapping } = one
  const used = mapping?.columns.filter(({ means }) => means !== 'nothing') ?? []
  return (
    <details className="fold">
      <summary>{text.howRead}</summary>
      {one.kind === 'answers' ? (
        <p>{text.ofAnswers}</p>
      ) : mapping === null ? (
        <p>{text.readBefore}</p>
      ) : (
        <ul>
          {used.map(({ head, means }) => (
            <li key={head}>
              {head}: {meaningWords(lang, means)}
            </li>
          ))}
          {mapping.year !== null && (
            <li>
              {words.year}: {mapping.year}
            </li>
          )}
          {mapping.instrumentScale !== null && (
            <li>
              {words.scale}: {words.scales[mapping.instrumentScale]}
            </li>
          )}
          {mapping.fillDown && <li>{words.fillDown}</li>}
        </ul>
      )}
      <p className="hash">
        {text.hash}: <code>{one.sha256}</code>
      </p>
    </details>
  )
}

function meaningWords(lang: Language, means: ColumnMeaning): string {
  const words = resultMappingText(lang)
  const code = figureOf(means)
  if (code === null) return words.meanings[means as keyof typeof words.meanings]
  if (code === 'total' || code === 'IIT' || code === 'EIT' || code === 'OIT') return words.parts[code]
  return code.startsWith('ind') ? words.indicator(code.slice('ind'.length)) : code
}
