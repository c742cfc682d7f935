import type { Language } from '../i18n/language.ts'
import type { Ctx } from '../platform/ctx.server.ts'
import type { FrameAgency } from './site-frame.tsx'

/** The agency whose pages an address shows, and what its queries need. */
export type ServedAgency = Readonly<{ ctx: Ctx; nameTh: string; nameEn: string | null }>

/** What loaders and actions get from the server. */
export type App = Readonly<{
  /** The public address of the site, without a slash at the end. */
  origin: string
  /** Whether there is a server to send mail by. */
  isMailOn: boolean
  /** Null until the first report was brought in. */
  agency: () => Promise<ServedAgency | null>
  /** Name and menu around every page; null until there is an agency. */
  frame: (lang: Language) => Promise<FrameAgency | null>
}>

export const nameOf = (agency: ServedAgency, lang: Language): string =>
  lang === 'en' ? (agency.nameEn ?? agency.nameTh) : agency.nameTh
