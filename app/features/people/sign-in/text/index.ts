import type { Language } from '../../../../i18n/language.ts'
import { signInMailEn } from './sign-in-mail.en.ts'
import { signInMailTh } from './sign-in-mail.th.ts'

/** The words of one letter, as the outbox takes them. */
type Letter = Readonly<{
  subject: string
  paragraphs: readonly string[]
  action?: Readonly<{ label: string; url: string }>
  closing: string
}>

const mailText = (lang: Language) => (lang === 'th' ? signInMailTh : signInMailEn)

export function resetMail(lang: Language, { name, url }: { name: string; url: string }): Letter {
  const words = mailText(lang)
  return {
    subject: words.reset.subject,
    paragraphs: words.reset.lines({ name, url }).split('\n'),
    action: { label: words.reset.action, url },
    closing: words.closing,
  }
}

export function invitationMail(lang: Language, { name, url }: { name: string; url: string }): Letter {
  const words = mailText(lang)
  return {
    subject: words.invitation.subject,
    paragraphs: words.invitation.lines({ name, url }).split('\n'),
    action: { label: words.invitation.action, url },
    closing: words.closing,
  }
}

export function passwordChangedMail(lang: Language, { name }: { name: string }): Letter {
  const words = mailText(lang)
  return {
    subject: words.changed.subject,
    paragraphs: words.changed.lines({ name }).split('\n'),
    closing: words.closing,
  }
}

/** How somebody is called who has not said their name yet. */
export const FIRST_ADMINISTRATOR = signInMailTh.firstAdministrator
