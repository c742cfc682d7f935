import type { Language } from '../../../i18n/language.ts'
import { Notice } from '../../../ui/notice.tsx'
import { mailPageText } from '../text/pages.ts'

/** That no mail leaves the system, what that means, and what to do. */
export function MailOff({ lang }: { lang: Language }) {
  const text = mailPageText(lang)
  return (
    <Notice kind="warning">
      <strong>{text.offTitle}</strong>
      <p>{text.offBody}</p>
      <p>{text.offHow}</p>
    </Notice>
  )
}
