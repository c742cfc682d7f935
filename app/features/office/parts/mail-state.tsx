import type { Language } from '../../../i18n/language.ts'
import { Chip, type ChipState } from '../../../ui/chip.tsx'
import type { IconName } from '../../../ui/icon.tsx'
import type { MailState } from '../mail-page.queries.server.ts'
import { mailPageText } from '../text/pages.ts'

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
      {mailPageText(lang).states[state]}
    </Chip>
  )
}

/** What a letter is called; one of a newer program by its own name. */
export function letterName(kind: string, lang: Language): string {
  const { letters } = mailPageText(lang)
  return Object.hasOwn(letters, kind) ? letters[kind as keyof typeof letters] : kind
}
