import type { Language } from '../../../i18n/language.ts'
import { mailStateWord } from '../../../platform/mail/mail-words.ts'
import { Chip, type ChipState } from '../../../ui/chip.tsx'
import type { IconName } from '../../../ui/icon.tsx'
import type { MailState } from '../mail-page.queries.server.ts'

const LOOKS: Record<MailState, readonly [ChipState, IconName]> = {
  queued: ['working', 'working'],
  sending: ['working', 'send'],
  sent: ['done', 'done'],
  failed: ['late', 'late'],
  withheld: ['returned', 'withheld'],
  expired: ['none', 'none'],
}

export function MailStateChip({ lang, state }: { lang: Language; state: MailState }) {
  const [look, icon] = LOOKS[state]
  return (
    <Chip state={look} icon={icon}>
      {mailStateWord(state, lang)}
    </Chip>
  )
}
