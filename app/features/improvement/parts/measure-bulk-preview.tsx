import type { Language } from '../../../i18n/language.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { formatInstant } from '../../../kernel/thai-day.ts'
import { Chip } from '../../../ui/chip.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { SentBulk } from '../measures/bulk/bulk-form.domain.ts'
import type { BulkAct } from '../measures/bulk/bulk-plan.domain.ts'
import type { BulkPreview, PreviewRow, PreviewSide } from '../measures/bulk/bulk-preview.queries.server.ts'
import { bulkText } from '../measures/bulk/text/index.ts'

type PreviewProps = Readonly<{
  lang: Language
  sent: SentBulk
  preview: BulkPreview
  /** Measures that were other than the last preview showed. */
  meanwhile: readonly string[]
  /** Who did the same since the last preview; null where nobody did. */
  doneBefore: Readonly<{ byName: string; at: Date }> | null
}>

/** What an act would do, row by row, and the form that does it. */
export function MeasureBulkPreview({ lang, sent, preview: { rows }, meanwhile, doneBefore }: PreviewProps) {
  const text = bulkText(lang)
  const { act } = sent
  const changing = rows.filter(({ passed }) => passed === null)
  const people = new Set(act === 'remind' ? changing.flatMap(({ after }) => after.people) : [])
  return (
    <section className="stack" aria-labelledby="preview-title">
      <h2 id="preview-title">{text.previewTitle[act](changing.length)}</h2>
      {doneBefore && (
        <Notice kind="warning">
          {text.doneBefore[act](doneBefore.byName, formatInstant(doneBefore.at, lang))}
        </Notice>
      )}
      {meanwhile.length > 0 && <Notice kind="warning">{text.meanwhileTitle(meanwhile.length)}</Notice>}
      <p>
        {text.previewLead(changing.length, rows.length - changing.length)}
        {people.size > 0 && ` ${text.previewPeople(people.size)}`}
      </p>
      {sent.note !== '' && (
        <blockquote className="bulk-note">
          <span className="under">{text.note}</span>
          {sent.note}
        </blockquote>
      )}
      <DataTable
        caption={text.previewTitle[act](changing.length)}
        columns={
          act === 'remind'
            ? [{ label: text.columns.number }, { label: text.columns.due }, { label: text.told }]
            : [{ label: text.columns.number }, { label: text.before }, { label: text.after }]
        }
        rows={rows.map((row) => ({
          key: row.id,
          cells: [
            <span key="title">
              {row.title}
              {meanwhile.includes(row.id) && <span className="under warned">{text.meanwhile}</span>}
            </span>,
            <Side key="before" lang={lang} act={act === 'remind' ? 'extend' : act} side={row.before} />,
            <After key="after" lang={lang} act={act} row={row} />,
          ],
        }))}
      />
      <form method="post" className="actions">
        <Kept sent={sent} rows={rows} />
        {changing.length === 0 ? (
          <p>{text.nothing}</p>
        ) : (
          <button type="submit" className="button primary" name="step" value="confirm">
            <Icon name="yes" />
            {text.confirm[act]}
          </button>
        )}
        <button type="submit" className="button" name="step" value="back">
          {text.back}
        </button>
      </form>
    </section>
  )
}

/** Everything that was sent goes with the confirmation, with the versions that are shown. */
function Kept({ sent, rows }: Readonly<{ sent: SentBulk; rows: readonly PreviewRow[] }>) {
  return (
    <div hidden>
      <input type="hidden" name="act" value={sent.act} />
      <input type="hidden" name="how" value={sent.how} />
      <input type="hidden" name="dueDay" value={sent.dueDay} />
      <input type="hidden" name={`note-${sent.act}`} value={sent.note} />
      {sent.unitIds.map((id) => (
        <input type="hidden" name="unitId" value={id} key={id} />
      ))}
      {sent.personIds.map((id) => (
        <input type="hidden" name="personId" value={id} key={id} />
      ))}
      {rows.map(({ id, version, step, passed }) => (
        <span key={id}>
          <input type="hidden" name={passed === null ? 'measureId' : 'passedId'} value={id} />
          <input type="hidden" name={`seen:${id}`} value={`${version} ${step}`} />
        </span>
      ))}
    </div>
  )
}

function After({ lang, act, row }: Readonly<{ lang: Language; act: BulkAct; row: PreviewRow }>) {
  if (row.passed !== null) return <Chip state="none">{bulkText(lang).passed[row.passed]}</Chip>
  return act === 'remind' ? row.after.people.join(', ') : <Side lang={lang} act={act} side={row.after} />
}

function Side({
  lang,
  act,
  side,
}: Readonly<{ lang: Language; act: 'assign' | 'extend'; side: PreviewSide }>) {
  const text = bulkText(lang)
  if (act === 'extend') return side.day === null ? text.noDue : formatDay(side.day, lang)
  if (side.units.length + side.people.length === 0) return text.noOwner
  return (
    <span className="lines">
      <span>{side.units.join(', ')}</span>
      {side.people.length > 0 && <span className="under">{side.people.join(', ')}</span>}
    </span>
  )
}
