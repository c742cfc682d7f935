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
  const { reset, closing } = mailText(lang)
  return {
    subject: reset.subject,
    paragraphs: reset.lines({ name, url }).split('\n'),
    action: { label: reset.action, url },
    closing,
  }
}

export function invitationMail(lang: Language, { name, url }: { name: string; url: string }): Letter {
  const { invitation, closing } = mailText(lang)
  return {
    subject: invitation.subject,
    paragraphs: invitation.lines({ name, url }).split('\n'),
    action: { label: invitation.action, url },
    closing,
  }
}

export function passwordChangedMail(lang: Language, { name }: { name: string }): Letter {
  const { changed, closing } = mailText(lang)
  return { subject: changed.subject, paragraphs: changed.lines({ name }).split('\n'), closing }
}

/** How somebody is called who has not said their name yet. */
export const FIRST_ADMINISTRATOR = signInMailTh.firstAdministrator
