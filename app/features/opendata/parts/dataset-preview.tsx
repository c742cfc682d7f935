import { atomsOf, hasThai } from '#app/kernel/thai-words.ts'
import type { Language } from '../../../i18n/language.ts'
import type { DatasetField, DatasetRow } from '../dataset.domain.ts'
import { openDataText } from '../text/index.ts'

type Props = Readonly<{
  lang: Language
  caption: string
  fields: readonly DatasetField[]
  rows: readonly DatasetRow[]
}>

const LONGEST = 120

/** The first rows as they stand in the files, in a box that scrolls beside the page. */
export function DatasetPreview({ lang, caption, fields, rows }: Props) {
  return (
    // A box that scrolls is reached by the keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so that a keyboard must reach it
    <section className="data-scroll" aria-label={caption} tabIndex={0}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {fields.map(({ name, title, type }) => (
              <th scope="col" key={name} className={type}>
                <span>{title[lang]}</span>
                <code>{name}</code>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // Rows have no name of their own that every register shares; they stand in a steady order.
            // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, on the server
            <tr key={at}>
              {fields.map(({ name, type }) => (
                <td key={name} className={type} lang={hasThai(String(row[name] ?? '')) ? 'th' : undefined}>
                  <Cell lang={lang} value={row[name] ?? null} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Cell({ lang, value }: { lang: Language; value: string | number | boolean | null }) {
  const text = openDataText(lang)
  if (value === null)
    return (
      <span className="muted" title={text.nothing}>
        –
      </span>
    )
  if (typeof value === 'boolean') return <span>{value ? text.yes : text.no}</span>
  const written = String(value)
  return <span>{shortened(written)}</span>
}

/** The first words of a text, none of them cut. */
function shortened(text: string): string {
  if (text.length <= LONGEST) return text
  let kept = ''
  for (const atom of atomsOf(text.slice(0, 2 * LONGEST))) {
    if (kept.length + atom.length > LONGEST) break
    kept += atom
  }
  return `${kept.trimEnd()}…`
}
