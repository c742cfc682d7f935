import type { Ctx } from '../../platform/ctx.server.ts'
import { addressOf } from '../../web/addresses.ts'
import type { PublicPage, PublicPagesSource } from '../../web/public-page.ts'
import type { PublicRow, PublicYear } from './item-work.domain.ts'
import { listEveryYear } from './public-years.server.ts'
import { disclosurePublicText } from './text/disclosure-public.ts'
import { disclosureItemText } from './text/index.ts'

/** The list of years, each year, and every item of each, those of which nothing is public yet too: they say so. */
export const disclosurePages: PublicPagesSource = async (ctx: Ctx) => {
  const years = await listEveryYear(ctx)
  const [th, en] = [disclosurePublicText('th'), disclosurePublicText('en')]
  return [
    {
      address: addressOf.disclosure('th'),
      group: 'disclosure',
      title: { th: th.title, en: en.title },
      isTranslated: true,
      text: { th: th.lead, en: en.lead },
      changedAt: newestOf(years.map(yearChangedAt)),
    },
    ...years.flatMap((year): readonly PublicPage[] => [
      {
        address: addressOf.disclosureYear('th', year.year),
        group: 'disclosure',
        title: { th: th.yearTitle(year.year), en: en.yearTitle(year.year) },
        isTranslated: true,
        text: { th: th.yearLead, en: en.yearLead },
        changedAt: yearChangedAt(year),
      },
      ...year.groups.flatMap(({ items }) => items).map((row) => itemPage(year.year, row)),
    ]),
  ]
}

const itemPage = (year: number, row: PublicRow): PublicPage => ({
  address: addressOf.disclosureItem('th', year, row.code),
  group: 'disclosure',
  title: {
    th: `${disclosureItemText('th').title(row.code, year)} ${row.title?.th ?? ''}`.trim(),
    en: `${disclosureItemText('en').title(row.code, year)} ${row.title?.en ?? ''}`.trim(),
  },
  isTranslated: row.answers.every(
    ({ facts, declared }) =>
      declared === null && facts.every(({ title, words }) => title.en !== null && words === null),
  ),
  text: { th: textOf('th', row), en: textOf('en', row) },
  changedAt: row.changedAt,
})

/** What it asks for, and what stands there. */
const textOf = (lang: 'th' | 'en', { score, answers }: PublicRow): string =>
  [
    ...score.elements.map(({ text }) => text[lang]),
    ...answers.flatMap(({ facts, declared }) => [
      declared?.text,
      ...facts.flatMap(({ title, words, file }) => [title[lang] ?? title.th, words, file?.fileName]),
    ]),
  ]
    .filter((part) => part !== null && part !== undefined)
    .join('\n')

const yearChangedAt = ({ groups }: PublicYear): Date | null =>
  newestOf(groups.flatMap(({ items }) => items.map(({ changedAt }) => changedAt)))

const newestOf = (dates: readonly (Date | null)[]): Date | null =>
  dates.reduce<Date | null>(
    (newest, date) => (date !== null && (newest === null || date > newest) ? date : newest),
    null,
  )
