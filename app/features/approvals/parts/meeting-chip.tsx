import type { Language } from '../../../i18n/language.ts'
import { Chip, type ChipState } from '../../../ui/chip.tsx'
import type { IconName } from '../../../ui/icon.tsx'
import type { MeetingState } from '../matter.domain.ts'
import { approvalsTerms } from '../text/index.ts'

const LOOKS = {
  planned: ['working', 'calendar'],
  held: ['done', 'done'],
  cancelled: ['none', 'close'],
} as const satisfies Record<MeetingState, readonly [ChipState, IconName]>

/** The state of a meeting as an icon, a word and a colour. */
export function MeetingChip({ lang, state }: Readonly<{ lang: Language; state: MeetingState }>) {
  const [look, icon] = LOOKS[state]
  return (
    <Chip state={look} icon={icon}>
      {approvalsTerms(lang).states[state]}
    </Chip>
  )
}
