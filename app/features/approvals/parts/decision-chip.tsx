import type { Language } from '../../../i18n/language.ts'
import { Chip, type ChipState } from '../../../ui/chip.tsx'
import type { IconName } from '../../../ui/icon.tsx'
import type { Decision } from '../matter.domain.ts'
import { approvalsTerms } from '../text/index.ts'

const LOOKS = {
  approved: ['done', 'done'],
  'approved-with-changes': ['returned', 'edit'],
  acknowledged: ['working', 'review'],
  rejected: ['late', 'late'],
  returned: ['returned', 'returned'],
} as const satisfies Record<Decision, readonly [ChipState, IconName]>

/** What a body decided, as an icon, a word and a colour; without colour where it was withdrawn. */
export function DecisionChip({
  lang,
  decision,
  isWithdrawn = false,
}: Readonly<{ lang: Language; decision: Decision; isWithdrawn?: boolean }>) {
  const [state, icon] = LOOKS[decision]
  const terms = approvalsTerms(lang)
  const word = terms.decisions[decision]
  return (
    <Chip state={isWithdrawn ? 'none' : state} icon={icon}>
      {isWithdrawn ? terms.takenBack(word) : word}
    </Chip>
  )
}
