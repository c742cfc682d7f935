import type { Language } from '../../../../i18n/language.ts'
import { saidIn } from '../../../../i18n/said.ts'
import { Chip } from '../../../../ui/chip.tsx'
import { DataTable } from '../../../../ui/data-table.tsx'
import { Icon } from '../../../../ui/icon.tsx'
import type { CarryAdded, CarryItem, CarryKept, CarryLeft } from '../carry.domain.ts'
import { carryPageText } from '../text/index.ts'

const titleOf = ({ code, title }: CarryItem, lang: Language): string =>
  title === null ? code : `${code} ${title[lang]}`

/** How near the items of two years ask to each other, the nearest first. */
const NEARNESS: readonly CarryAdded['relation']['relationship'][] = [
  'equal',
  'superset',
  'subset',
  'intersect',
  'none',
]

/** Words that staff wrote, in the language in which they stand. */
function Said({ lang, title }: { lang: Language; title: Readonly<{ th: string; en: string | null }> }) {
  const said = saidIn(lang, title)
  return <span lang={said.lang}>{said.words}</span>
}

/** What would be added, by item of the new year, each to be ticked. */
export function CarryRows({
  lang,
  rows,
  ticked,
}: {
  lang: Language
  rows: readonly CarryAdded[]
  ticked: ReadonlySet<string>
}) {
  const text = carryPageText(lang)
  const byItem = Map.groupBy(rows, ({ to }) => to.code)
  return [...byItem.values()].map((of) => {
    const [first] = of
    return first === undefined ? null : (
      <section key={first.to.code} className="carry-item">
        <h3>{titleOf(first.to, lang)}</h3>
        <ul className="carry-rows">
          {of.map((row) => (
            <li key={row.key}>
              <CarryRow lang={lang} row={row} isTicked={ticked.has(row.key)} />
            </li>
          ))}
        </ul>
        <p className="small muted">
          {[
            ...new Set(
              of
                .map(({ relation }) => relation)
                .toSorted((a, b) => NEARNESS.indexOf(a.relationship) - NEARNESS.indexOf(b.relationship))
                .map(
                  ({ relationship, certainty }) =>
                    `${text.relations[relationship]} (${text.certainties[certainty]})`,
                ),
            ),
          ].join(' · ')}
        </p>
      </section>
    )
  })
}

function CarryRow({ lang, row, isTicked }: { lang: Language; row: CarryAdded; isTicked: boolean }) {
  const text = carryPageText(lang)
  const id = `take-${row.key.replace(/[^a-zA-Z0-9-]/g, '-')}`
  return (
    <div className="check-field">
      <input
        type="checkbox"
        id={id}
        name="take"
        value={row.key}
        defaultChecked={isTicked}
        aria-describedby={`${id}-hint`}
      />
      <label htmlFor={id}>
        <Said lang={lang} title={row.fact.title} />
      </label>
      <span className="hint" id={`${id}-hint`}>
        {text.asElement(row.element.text[lang])} · {text.fromItem(row.from.code, row.from.year)}
        {row.renew.length > 0 && (
          <span className="carry-renew">
            <Chip state="late" icon="warning">
              {text.renew}
            </Chip>{' '}
            {row.renew.map((reason) => text.reasons[reason]).join(', ')}
          </span>
        )}
      </span>
    </div>
  )
}

/** Elements that are answered already. */
export const CarryKeptList = ({ lang, rows }: { lang: Language; rows: readonly CarryKept[] }) => (
  <ul className="carry-plain">
    {rows.map(({ key, to, element }) => (
      <li key={key}>
        <Icon name="done" /> {titleOf(to, lang)}: {element.text[lang]}
      </li>
    ))}
  </ul>
)

/** What stays behind, with the reason. */
export function CarryLeftTable({ lang, rows }: { lang: Language; rows: readonly CarryLeft[] }) {
  const text = carryPageText(lang)
  return (
    <DataTable
      caption={text.leftTitle}
      columns={[
        { label: text.leftColumns.from },
        { label: text.leftColumns.what },
        { label: text.leftColumns.why },
      ]}
      rows={rows.map(({ key, from, title, reason }) => ({
        key,
        cells: [
          titleOf(from, lang),
          title === null ? text.absence : <Said key="title" lang={lang} title={title} />,
          text.whyLeft[reason],
        ],
      }))}
    />
  )
}
