import type { Language } from '../../../i18n/language.ts'
import { Chip, type ChipState } from '../../../ui/chip.tsx'
import type { IconName } from '../../../ui/icon.tsx'
import type { PersonState } from '../directory/person.domain.ts'
import { peoplePageText } from '../text/pages.ts'

const LOOKS: Readonly<Record<PersonState, readonly [ChipState, IconName]>> = {
  active: ['done', 'done'],
  invited: ['working', 'mail'],
  named: ['none', 'account'],
  disabled: ['late', 'disabled'],
}

export const PersonStateChip = ({ lang, state }: { lang: Language; state: PersonState }) => (
  <Chip state={LOOKS[state][0]} icon={LOOKS[state][1]}>
    {peoplePageText(lang).states[state]}
  </Chip>
)
