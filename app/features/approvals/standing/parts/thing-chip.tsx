import type { Language } from '../../../../i18n/language.ts'
import { Chip, type ChipState } from '../../../../ui/chip.tsx'
import { thingsText } from '../text/index.ts'
import { stateOf, type Thing, type ThingState } from '../thing.domain.ts'

const LOOKS: Readonly<Record<ThingState, ChipState>> = {
  published: 'done',
  complete: 'done',
  approved: 'done',
  changed: 'late',
  'on-agenda': 'review',
  'under-way': 'working',
  'no-chain': 'returned',
  'not-placed': 'none',
  withdrawn: 'late',
  gone: 'none',
}

/** How far a thing came, in one word. */
export function ThingChip({ lang, thing }: { lang: Language; thing: Thing }) {
  const state = stateOf(thing)
  return <Chip state={LOOKS[state]}>{thingsText(lang).states[state]}</Chip>
}
