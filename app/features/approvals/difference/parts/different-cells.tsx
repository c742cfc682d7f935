import type { Language } from '../../../../i18n/language.ts'
import { changedMiddle } from '../../../../kernel/changed-middle.ts'
import { Chip } from '../../../../ui/chip.tsx'
import type { CellChange, DifferentCell } from '../difference.domain.ts'
import { differencePageText } from '../text/index.ts'

const LOOKS = {
  same: 'none',
  changed: 'returned',
  unseen: 'returned',
  added: 'done',
  removed: 'late',
} as const satisfies Record<CellChange, string>

/** Cells one below the other, each with both sides; words that were taken out or put in are marked and said. */
export function DifferentCells({ lang, cells }: { lang: Language; cells: readonly DifferentCell[] }) {
  const text = differencePageText(lang)
  return (
    <ol className="different-cells">
      {cells.map((cell) => (
        <li key={cell.id} id={cell.id}>
          <div className="cell-head">
            <h3>{cell.label[lang]}</h3>
            <Chip state={LOOKS[cell.change]}>{text.changes[cell.change]}</Chip>
          </div>
          {cell.change === 'unseen' && <p className="small">{text.unseen}</p>}
          <Sides lang={lang} cell={cell} />
        </li>
      ))}
    </ol>
  )
}

function Sides({ lang, cell }: { lang: Language; cell: DifferentCell }) {
  const text = differencePageText(lang)
  const { change, before, after } = cell
  if (change === 'same' || change === 'unseen')
    return <p className="cell-text">{after === '' ? text.nothing : after}</p>
  const { head, before: old, after: now, tail } = changedMiddle(before ?? '', after ?? '')
  return (
    <div className="cell-sides">
      <section>
        <h4>{text.before}</h4>
        {before === null ? (
          <p className="muted">{text.wasNot}</p>
        ) : (
          <p className="cell-text">
            {before === '' && <span className="muted">{text.nothing}</span>}
            {head}
            {old !== '' && (
              <del>
                <span className="visually-hidden">{text.removedWords} </span>
                {old}
              </del>
            )}
            {tail}
          </p>
        )}
      </section>
      <section>
        <h4>{text.after}</h4>
        {after === null ? (
          <p className="muted">{text.isNot}</p>
        ) : (
          <p className="cell-text">
            {after === '' && <span className="muted">{text.nothing}</span>}
            {head}
            {now !== '' && (
              <ins>
                <span className="visually-hidden">{text.addedWords} </span>
                {now}
              </ins>
            )}
            {tail}
          </p>
        )}
      </section>
    </div>
  )
}
