import { data, redirect } from 'react-router'
import { formatInstant } from '../../../kernel/thai-day.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { DropDraft, withDraft } from '../../../ui/draft-notice.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf, ownAddress } from '../../../web/addresses.ts'
import { officeOf } from '../../../web/context.server.ts'
import { pageOfDraft, textsOfDraft } from '../drafts/draft.domain.ts'
import { listDrafts } from '../drafts/drafts.queries.server.ts'
import { draftsText } from '../drafts/text/index.ts'
import { dropDraft } from '../drafts/usecases/drop-draft.server.ts'
import type { Route } from './+types/drafts-page'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const { ctx } = await officeOf(context)
  return {
    lang: languageOf(pathname),
    isDropped: searchParams.get('done') === 'dropped',
    drafts: (await listDrafts(ctx)).map(({ form, title, begins, fields, keptAt }) => ({
      form,
      title,
      keptAt,
      begins,
      texts: textsOfDraft({ begins, fields }),
    })),
  }
}

/** Throws a draft away, and leads back to the page that asked for it. */
export async function action({ context, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await officeOf(context)
  const sent = await request.formData()
  if (sent.get('act') !== 'drop') throw data(null, 400)
  await dropDraft(ctx, String(sent.get('form') ?? ''))
  const to = ownAddress(String(sent.get('to') ?? ''))
  throw redirect(to ?? `${addressOf.office(lang, 'drafts')}?done=dropped`, 303)
}

export default function DraftsPage({ loaderData: { lang, drafts, isDropped } }: Route.ComponentProps) {
  const text = draftsText(lang)
  const { columns } = text
  const here = addressOf.office(lang, 'drafts')
  return (
    <>
      <title>{text.title}</title>
      <PageHead title={text.title} said={text.lead} />
      <div className="stack wide">
        {isDropped && <Notice kind="done">{text.dropped}</Notice>}
        {drafts.length === 0 ? (
          <div className="empty">
            <h2>{text.empty}</h2>
            <p>{text.emptyBody}</p>
          </div>
        ) : (
          <DataTable
            caption={text.title}
            columns={[
              { label: columns.page },
              { label: columns.start },
              { label: columns.at },
              { label: columns.act, look: 'do', isHidden: true },
            ]}
            rows={drafts.map(({ form, title, keptAt, begins, texts }) => {
              const page = title === '' ? text.noTitle : title
              const path = lang === 'en' ? `/en${pageOfDraft(form)}` : pageOfDraft(form)
              return {
                key: form,
                cells: [
                  <a key="page" href={withDraft(path, true)} aria-label={text.open(page)}>
                    {page}
                  </a>,
                  <div key="text" className="draft-text">
                    {begins}
                    {texts.length > 0 && (
                      <details className="fold">
                        <summary>{text.whole}</summary>
                        {texts.map((whole, place) => (
                          // biome-ignore lint/suspicious/noArrayIndexKey: two fields may say the same
                          <p key={place}>{whole}</p>
                        ))}
                      </details>
                    )}
                  </div>,
                  <span key="at" className="small">
                    {formatInstant(keptAt, lang)}
                  </span>,
                  <DropDraft key="drop" lang={lang} form={form} to={`${here}?done=dropped`} />,
                ],
              }
            })}
          />
        )}
      </div>
    </>
  )
}
