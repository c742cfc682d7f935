import type { Language } from '../../i18n/language.ts'
import { codeOf, yearOf } from '../../kernel/item-ref.ts'
import { addressOf } from '../../web/addresses.ts'
import { nameOf, type ServedAgency } from '../../web/app.server.ts'
import type { FrameAgency } from '../../web/site-frame.tsx'
import { shellText } from '../../web/text/index.ts'
import { listReports } from '../reports/index.server.ts'

/** The agency's name and the main menu; entries lead only to what is published. */
export async function findSiteMenu(agency: ServedAgency, lang: Language): Promise<FrameAgency> {
  const text = shellText(lang)
  const newest = (await listReports(agency.ctx))[0]
  const published = newest
    ? [
        { label: text.reports, to: addressOf.report(lang, newest.fiscalYear) },
        {
          label: text.disclosure,
          to: addressOf.disclosureItem(lang, yearOf(newest.answers), codeOf(newest.answers)),
        },
      ]
    : []
  return { name: nameOf(agency, lang), menu: [{ label: text.home, to: addressOf.home(lang) }, ...published] }
}
