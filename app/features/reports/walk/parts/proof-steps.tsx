import type { Language } from '../../../../i18n/language.ts'
import { formatDay } from '../../../../kernel/thai-date.ts'
import { thaiDay } from '../../../../kernel/thai-day.ts'
import { DataTable } from '../../../../ui/data-table.tsx'
import { brokenLinksText } from '../text/broken-links.ts'
import { placeOfCell } from '../text/index.ts'
import { whyPageText } from '../text/why-page.ts'
import type { ProofStep, WalkProof } from '../walk-proof.domain.ts'

type Props = Readonly<{ lang: Language; proof: WalkProof | null }>

/** For the office alone: by name who handed in and who accepted what is public. Nothing where nobody is known. */
export function ProofSteps({ lang, proof }: Props) {
  const text = brokenLinksText(lang)
  const { submitted, accepted } = whyPageText(lang)
  const cells = (proof?.cells ?? []).filter(
    (cell) => /\.summary$/.test(cell.cell) && (cell.submitted ?? cell.accepted),
  )
  if (cells.length === 0) return null
  return (
    <section aria-labelledby="proof-steps" className="stack">
      <h2 id="proof-steps">{text.people}</h2>
      <p className="muted small">{text.peopleLead}</p>
      <DataTable
        caption={text.people}
        columns={[{ label: text.place }, { label: submitted }, { label: accepted }]}
        rows={cells.map((cell) => ({
          key: cell.cell,
          cells: [placeOfCell(cell.cell, lang), said(cell.submitted, lang), said(cell.accepted, lang)],
        }))}
      />
    </section>
  )
}

const said = (step: ProofStep | null, lang: Language): string =>
  step
    ? whyPageText(lang).stepBy(
        [
          step.byName,
          step.unit && (lang === 'en' ? (step.unit.nameEn ?? step.unit.nameTh) : step.unit.nameTh),
        ]
          .filter((part) => part !== null)
          .join(' · '),
        formatDay(thaiDay(new Date(step.at)), lang),
      )
    : '–'
