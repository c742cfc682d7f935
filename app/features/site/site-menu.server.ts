import type { Language } from '../../i18n/language.ts'
import { saidIn } from '../../i18n/said.ts'
import { addressOf } from '../../web/addresses.ts'
import { nameOf, type ServedAgency } from '../../web/app.server.ts'
import type { FrameAgency, FrameContact, MenuEntry } from '../../web/site-frame.tsx'
import { shellText } from '../../web/text/index.ts'
import { listReports } from '../reports/index.server.ts'
import { listPublishedPages } from './pages/published-pages.queries.server.ts'
import { brandColours } from './profile/brand-colour.domain.ts'
import type { SiteProfile } from './profile/site-profile.domain.ts'
import { findProfile } from './profile/site-profile.queries.server.ts'

const MOST_POLICIES = 6

/** Name, menu, contact and look of the agency: what stands around every public page. */
export async function findSiteMenu(agency: ServedAgency, lang: Language): Promise<FrameAgency> {
  const text = shellText(lang)
  const [reports, profile, policies] = await Promise.all([
    listReports(agency.ctx),
    findProfile(agency.ctx),
    listPublishedPages(agency.ctx, 'policy'),
  ])
  const newest = reports[0]
  const report: readonly MenuEntry[] = newest
    ? [{ label: text.reports, to: addressOf.report(lang, newest.fiscalYear) }]
    : []
  return {
    name: nameOf(agency, lang),
    menu: [
      { label: text.home, to: addressOf.home(lang) },
      { label: text.services, to: addressOf.pages(lang, 'services') },
      { label: text.news, to: addressOf.pages(lang, 'news') },
      { label: text.disclosure, to: addressOf.disclosure(lang) },
      ...report,
      { label: text.data, to: addressOf.data(lang) },
      { label: text.contact, to: addressOf.sitePage(lang, 'contact') },
    ],
    contact: contactOf(profile, lang),
    policies: [
      ...policies.slice(0, MOST_POLICIES).map(({ content }) => ({
        label: saidIn(lang, content.title),
        to: addressOf.pages(lang, 'policies', content.slug),
      })),
      {
        label: { words: text.allPolicies, lang },
        to: addressOf.pages(lang, 'policies'),
      },
    ],
    mark: profile.brand.mark && addressOf.publicFile(profile.brand.mark.sha256, profile.brand.mark.fileName),
    theme: themeOf(profile.brand.colour),
  }
}

/** The neutral colours of the product need no stylesheet of their own. */
function themeOf(colour: string | null): FrameAgency['theme'] {
  if (colour === null) return null
  const { light, dark } = brandColours(colour)
  return { address: '/theme.css', light: light.brand, dark: dark.brand }
}

const contactOf = ({ contact }: SiteProfile, lang: Language): FrameContact => ({
  address: contact.address && saidIn(lang, contact.address),
  telephones: contact.telephones,
  officialEmail: contact.officialEmail,
  email: contact.email,
  hasPlace: contact.place !== null,
  social: contact.social,
})
