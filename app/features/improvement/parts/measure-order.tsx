import type { Language } from '../../../i18n/language.ts'
import { plainText } from '../../../kernel/rich-text.ts'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf } from '../../../web/addresses.ts'
import type { MeasureTable } from '../measures/facts/measure-table.queries.server.ts'
import { measureTableText } from '../measures/facts/text/index.ts'
import { shortTitle } from '../measures/short-title.domain.ts'

/** Where the measures of an issue are put in order, or one is taken out; each act is a form of its own. */
export function MeasureOrder({
  lang,
  table: { issue, rows },
}: Readonly<{ lang: Language; table: MeasureTable }>) {
  const text = measureTableText(lang)
  return (
    <details className="fold no-print">
      <summary>{text.order}</summary>
      <p className="muted">{text.orderHint}</p>
      <ol className="measure-order">
        {rows.map(({ id, number, text: said }, index) => {
          const name = text.rowName(number)
          return (
            <li key={id}>
              <form method="post" action={addressOf.office(lang, `issues/${issue.id}/measures`)}>
                <input type="hidden" name="measureId" value={id} />
                <span>{said === null ? text.missing : shortTitle(plainText(said))}</span>
                <span className="actions">
                  <button
                    type="submit"
                    className="button small"
                    name="act"
                    value="up"
                    disabled={index === 0}
                    aria-label={text.up(name)}
                  >
                    <Icon name="up" />
                  </button>
                  <button
                    type="submit"
                    className="button small"
                    name="act"
                    value="down"
                    disabled={index === rows.length - 1}
                    aria-label={text.down(name)}
                  >
                    <Icon name="downward" />
                  </button>
                  <button
                    type="submit"
                    className="button small"
                    name="act"
                    value="remove"
                    aria-label={text.removeOf(name)}
                  >
                    <Icon name="remove" />
                    {text.remove}
                  </button>
                </span>
              </form>
            </li>
          )
        })}
      </ol>
    </details>
  )
}
