import type { Language } from '../../../i18n/language.ts'
import { Chip } from '../../../ui/chip.tsx'
import type { AddressState } from '../overview/watch-overview.domain.ts'
import { watchPageText } from '../text/pages.ts'

const LOOKS = { fails: 'late', warns: 'review', unseen: 'none', passes: 'done' } as const

/** What is known of an address, as icon, word and colour. */
export const AddressChip = ({ lang, state }: { lang: Language; state: AddressState }) => (
  <Chip state={LOOKS[state]} icon={state === 'warns' ? 'warning' : LOOKS[state]}>
    {watchPageText(lang).states[state]}
  </Chip>
)
