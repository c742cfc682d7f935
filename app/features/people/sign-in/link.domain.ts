/** What a one-time link is good for. */
export type LinkPurpose = 'invitation' | 'password-reset' | 'sign-in'

const HOUR_MS = 3_600_000
/** An invitation waits for a week of leave; a reset is asked for by somebody who sits there. */
const LIFETIME_MS: Readonly<Record<LinkPurpose, number>> = {
  invitation: 7 * 24 * HOUR_MS,
  'password-reset': HOUR_MS,
  'sign-in': 24 * HOUR_MS,
}

export const linkExpiry = (purpose: LinkPurpose, from: Date): Date =>
  new Date(from.getTime() + LIFETIME_MS[purpose])

/** The address that a mail or the terminal shows. English readers get the English page. */
export const linkAddress = (origin: string, lang: 'th' | 'en', token: string): string =>
  `${origin}${lang === 'en' ? '/en' : ''}/sign-in/link/${token}`

/** An e-mail address in its one form; null when it is none. */
export function foldEmail(text: string): string | null {
  const folded = text.normalize('NFKC').trim().toLowerCase()
  return folded.length <= 254 &&
    /^[^\s\p{Cc}@<>",;:\\]+@[^\s\p{Cc}@<>",;:\\.]+(\.[^\s\p{Cc}@<>",;:\\.]+)+$/u.test(folded)
    ? folded
    : null
}
