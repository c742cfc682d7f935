import type { Language } from '../../../../i18n/language.ts'
import { codeOf, yearOf } from '../../../../kernel/item-ref.ts'
import { Chip } from '../../../../ui/chip.tsx'
import { addressOf } from '../../../../web/addresses.ts'
import { citedItemAnchor } from '../../cited-item-anchor.domain.ts'
import type { CellPart } from '../cells.domain.ts'
import { whyPageText } from '../text/why-page.ts'
import type { CellElement, CellWalk } from '../walk.domain.ts'
import { CellProofs } from './cell-proofs.tsx'
import { WalkRow } from './walk-row.tsx'

const SHOWN = 400
const OF_PLAN: readonly CellPart[] = ['text', 'period', 'owners']

type CellProps = Readonly<{ lang: Language; cell: CellWalk; name: string; fiscalYear: number }>

/**
 * One cell of the report: a line that opens. Its anchor stands inside, so that a browser that is led to it opens the line.
 */
export function CellLine({ lang, cell, name, fiscalYear }: CellProps) {
  const text = whyPageText(lang)
  // Evidence of a measure proves what was done; its other cells tell of it when they are opened.
  const isProved = !OF_PLAN.includes(cell.part)
  const pieces = isProved ? cell.evidence.length + cell.confidentialEvidence : 0
  const isBroken = isProved && cell.evidence.some(({ broken }) => broken.length > 0)
  return (
    <details className="walk-cell">
      <summary>
        <span className="walk-name">{name}</span>
        <span className="walk-marks">
          {cell.elements.length > 0 && <Passing lang={lang} elements={cell.elements} />}
          {pieces > 0 && (
            <Chip state="none" icon="link">
              {text.evidenceCount(pieces)}
            </Chip>
          )}
          {isBroken && (
            <Chip state="returned" icon="alert">
              {text.brokenChip}
            </Chip>
          )}
        </span>
      </summary>
      <div className="walk-body" id={cell.id} tabIndex={-1}>
        <dl className="walk-facts">
          <WalkRow name={text.asPublished}>
            <Published lang={lang} cell={cell} fiscalYear={fiscalYear} />
          </WalkRow>
          <WalkRow name={text.element}>
            <Elements lang={lang} elements={cell.elements} />
          </WalkRow>
          <WalkRow name={text.known}>{cell.answer[lang]}</WalkRow>
          <CellProofs lang={lang} cell={cell} />
          <WalkRow name={text.approvedBy}>
            <Approved lang={lang} approvedBy={cell.approvedBy} />
          </WalkRow>
          {cell.items.length > 0 && (
            <WalkRow name={text.items}>
              <ul className="walk-items">
                {cell.items.map((ref) => (
                  <li key={ref}>
                    <a href={`#${citedItemAnchor(ref)}`}>{text.itemOf(codeOf(ref), yearOf(ref))}</a>
                  </li>
                ))}
              </ul>
            </WalkRow>
          )}
        </dl>
      </div>
    </details>
  )
}

function Passing({ lang, elements }: { lang: Language; elements: readonly CellElement[] }) {
  const text = whyPageText(lang)
  const passes = elements.every((element) => element.passes)
  return <Chip state={passes ? 'done' : 'late'}>{passes ? text.passes : text.fails}</Chip>
}

function Elements({ lang, elements }: { lang: Language; elements: readonly CellElement[] }) {
  const text = whyPageText(lang)
  if (elements.length === 0) return text.notAsked
  if (elements.length === 1) return elements[0]?.reason[lang]
  return (
    <ul>
      {elements.map(({ measure, reason }) => (
        <li key={measure}>{text.ofMeasure(measure, reason[lang])}</li>
      ))}
    </ul>
  )
}

function Published({ lang, cell, fiscalYear }: Omit<CellProps, 'name'>) {
  const text = whyPageText(lang)
  if (cell.text.trim() === '') return <span className="muted">{text.noText}</span>
  const shown = cutAt(cell.text, SHOWN)
  const to =
    cell.issue === null
      ? addressOf.report(lang, fiscalYear)
      : addressOf.reportIssue(lang, fiscalYear, cell.issue)
  return (
    <>
      <span className="walk-text">{shown}</span>
      {shown !== cell.text && (
        <>
          {' '}
          <a href={to}>{text.readAll}</a>
        </>
      )}
    </>
  )
}

/** Cut between letters: vowels and tone marks stay with what they stand on. */
function cutAt(text: string, length: number): string {
  if (text.length <= length) return text
  let end = 0
  for (const { index } of new Intl.Segmenter('th', { granularity: 'word' }).segment(
    text.slice(0, length + 60),
  ))
    if (index <= length) end = index
  return `${text.slice(0, end).trimEnd()}…`
}

function Approved({ lang, approvedBy }: { lang: Language; approvedBy: CellWalk['approvedBy'] }) {
  const text = whyPageText(lang)
  if (approvedBy.length === 0) return text.noApproval
  const names = { report: text.approvedByReport, measures: text.approvedByMeasures }
  return (
    <ul className="walk-items">
      {approvedBy.map((approval) => (
        <li key={approval}>
          <a href="#approvals">{names[approval]}</a>
        </li>
      ))}
    </ul>
  )
}
