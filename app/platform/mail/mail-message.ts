import type { Language } from '../../i18n/language.ts'

/** The words of one mail, in the language of who receives it. All of it is plain text. */
export type MailMessage = Readonly<{
  /** One line, at most 200 characters. */
  subject: string
  paragraphs: readonly string[]
  /** The one thing to do; `url` is a web address of this program. */
  action?: Readonly<{ label: string; url: string }>
  /** The last words, who writes; line breaks are kept. */
  closing: string
}>

/** A message with what surrounds it. */
export type FramedMail = Readonly<{ lang: Language; agencyName: string; message: MailMessage }>
