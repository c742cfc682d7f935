import type { Language } from '../../../i18n/language.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import { Confirm } from '../../../ui/confirm.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { TextField } from '../../../ui/form.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { resultImportText } from '../text/result-import.ts'
import type { SavedMapping } from '../uploads/mappings.queries.server.ts'

/** Readings kept by the heads of their files: another name for them, and away with them. */
export function MappingList({
  lang,
  mappings,
}: Readonly<{ lang: Language; mappings: readonly SavedMapping[] }>) {
  const text = resultImportText(lang)
  const columns = text.mappingColumns
  const to = addressOf.office(lang, 'scores/import')
  return (
    <section className="stack" aria-labelledby="mappings-title">
      <h2 id="mappings-title">{text.mappingsTitle}</h2>
      <p>{text.mappingsLead}</p>
      <DataTable
        caption={text.mappingsTitle}
        columns={[
          { label: columns.name },
          { label: columns.day },
          { label: columns.by },
          { label: columns.act, look: 'do' },
        ]}
        rows={mappings.map(({ id, name, purpose, savedAt, savedBy }) => ({
          key: id,
          cells: [
            purpose === 'peers' ? `${name} (${text.ofPeers})` : name,
            formatDay(thaiDay(savedAt), lang),
            savedBy,
            <div className="actions" key="act">
              <details className="fold">
                <summary>{text.rename}</summary>
                <form method="post" className="form" action={to}>
                  <input type="hidden" name="id" value={id} />
                  <TextField
                    form={{ values: { name }, errors: {} }}
                    id={`name-${id}`}
                    name="name"
                    label={text.name}
                  />
                  <button type="submit" className="button" name="act" value="rename">
                    {text.rename}
                  </button>
                </form>
              </details>
              <Confirm label={text.remove}>
                <p>{text.removeAsk}</p>
                <form method="post" action={to}>
                  <input type="hidden" name="id" value={id} />
                  <button type="submit" className="button danger" name="act" value="remove">
                    {text.remove}
                  </button>
                </form>
              </Confirm>
            </div>,
          ],
        }))}
      />
    </section>
  )
}
