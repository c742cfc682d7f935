import type { Language } from '../../../i18n/language.ts'
import { Facts } from '../../../ui/facts.tsx'
import type { YearWork } from '../item-work.domain.ts'
import { centreText } from '../text/centre.ts'

/** How many items are whole and public, and what they come to. */
export function WorkTotals({
  lang,
  work: { counts, totals },
}: {
  lang: Language
  work: Pick<YearWork, 'counts' | 'totals'>
}) {
  const text = centreText(lang)
  return (
    <Facts
      rows={[
        [text.whole, text.wholeOf(counts.full, counts.items)],
        [text.published, text.wholeOf(counts.published, counts.items)],
        ...(totals?.indicators ?? []).map(
          ({ number, value, n }) => [text.totalOf(number), text.meanOf(value, n)] as const,
        ),
        [
          text.instrument,
          totals?.instrument ? text.meanOf(totals.instrument.value, totals.instrument.n) : null,
        ],
      ]}
    />
  )
}
