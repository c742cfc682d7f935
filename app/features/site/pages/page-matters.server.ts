import type { Bilingual, MaybeBilingual } from '../../../i18n/language.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { canonicalJson } from '../../../platform/hash/content-hash.ts'
import type { MatterSources } from '../../approvals/index.server.ts'
import type { MatterCell } from '../../approvals/index.ts'
import { pageWorkText } from '../text/page-work.ts'
import type { PageContent } from './page.domain.ts'
import { findWorkPage, listWorkPages } from './page.repo.server.ts'
import { SERVICE_PARTS } from './page-form.domain.ts'
import { listNewestVersions } from './publication.repo.server.ts'

/** What this room knows of pages that go before meetings: those that are not public as they now stand. */
export const sitePageMatters = (): MatterSources => ({
  page: {
    kind: 'page',
    list: (ctx) =>
      withAgency(ctx.db, ctx.agency.id, async (tx) => {
        const agencyId = ctx.agency.id
        const standing = new Set(
          (await listNewestVersions(tx, { agencyId, kind: null }))
            .filter(({ ended }) => ended === null)
            .map(({ pageId, contentHash }) => `${pageId} ${contentHash}`),
        )
        return (await listWorkPages(tx, agencyId))
          .filter(({ id, contentHash }) => !standing.has(`${id} ${contentHash}`))
          .map(({ id, content }) => ({ kind: 'page' as const, key: id, title: titleOf(content) }))
      }),
    read: async (tx, _ctx, { agencyId, key }) => {
      const page = await findWorkPage(tx, { agencyId, id: key })
      return (
        page && {
          kind: 'page',
          key,
          title: titleOf(page.content),
          content: page.content,
          contentHash: page.contentHash,
        }
      )
    },
    cells: (content, other) => ({
      before: cellsOf(content as PageContent),
      after: cellsOf(other as PageContent),
    }),
    paper: async () => null,
    part: (key) => `site/pages/${key}`,
  },
})

const titleOf = ({ kind, title }: PageContent): string => `${pageWorkText('th').kinds[kind]}: ${title.th}`

const labelOf = (
  name: 'title' | 'slug' | 'lead' | 'body' | 'date' | 'pictures' | (typeof SERVICE_PARTS)[number],
): Bilingual => ({
  th: pageWorkText('th').fields[name],
  en: pageWorkText('en').fields[name],
})

function cellsOf(content: PageContent): readonly MatterCell[] {
  const cell = (name: Parameters<typeof labelOf>[0], text: string, holds: unknown): MatterCell => ({
    id: name,
    label: labelOf(name),
    text,
    print: canonicalJson(holds),
  })
  const both = (text: MaybeBilingual | null) => [text?.th, text?.en].filter(Boolean).join('\n')
  const { title, slug, lead, body, date, pictures, service } = content
  return [
    cell('title', both(title), title),
    cell('slug', slug, slug),
    cell('lead', both(lead), lead),
    cell('body', both(body), body),
    ...(date === null ? [] : [cell('date', formatDay(date, 'th'), date)]),
    ...(service === null
      ? []
      : SERVICE_PARTS.map((name) => {
          const part = service[name]
          const said =
            part?.state === 'none'
              ? `${pageWorkText('th').declaredNone} ${both(part.text)}`
              : both(part?.text ?? null)
          return cell(name, said.trim(), part)
        })),
    cell('pictures', pictures.map(({ fileName, alt }) => `${fileName}: ${alt.th}`).join('\n'), pictures),
  ]
}
