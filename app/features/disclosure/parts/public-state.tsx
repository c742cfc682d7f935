import type { Language } from '../../../i18n/language.ts'
import { Chip, type ChipState } from '../../../ui/chip.tsx'
import type { PublicState } from '../public-state.domain.ts'
import { disclosurePublicText } from '../text/disclosure-public.ts'

const LOOKS: Record<PublicState, ChipState> = {
  whole: 'done',
  declared: 'done',
  missing: 'late',
  failing: 'late',
  withdrawn: 'returned',
  'not-public': 'none',
}

/** How an item stands, as a sign and words; `missing` is the number of elements that do not pass. */
export function PublicStateChip({
  lang,
  state,
  missing,
}: {
  lang: Language
  state: PublicState
  missing: number
}) {
  const text = disclosurePublicText(lang)
  return <Chip state={LOOKS[state]}>{state === 'missing' ? text.missing(missing) : text.states[state]}</Chip>
}
