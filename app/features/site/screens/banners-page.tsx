import { data, redirect } from 'react-router'
import type { Language } from '../../../i18n/language.ts'
import { refusalOf } from '../../../kernel/permission.ts'
import type { Result } from '../../../kernel/result.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import '../../../ui/office-look.css'
import { Confirm } from '../../../ui/confirm.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { EMPTY_FORM, ErrorSummary, type FormView } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf, visitOf } from '../../../web/context.server.ts'
import { typedValues } from '../../../web/form.server.ts'
import { pageRefused, permissionRefused } from '../../people/index.server.ts'
import { listBannerRows } from '../banners/banners.queries.server.ts'
import { removeBanner } from '../banners/usecases/remove-banner.server.ts'
import { saveBanner } from '../banners/usecases/save-banner.server.ts'
import type { LookError } from '../look.errors.ts'
import { BANNER_PICTURE, BannerForm, bannerValues } from '../parts/banner-form.tsx'
import { chosenPicture, formIsAbout, refusedLook, typedForm } from '../pictures/picture-form.server.ts'
import { listPictures } from '../pictures/public-picture.server.ts'
import { SITE_POLICY } from '../site.policy.ts'
import { lookWorkText } from '../text/look-work.ts'
import type { Route } from './+types/banners-page'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(SITE_POLICY, 'profile.change', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const { kept } = visitOf(context)
  const values = kept === null ? null : typedValues(kept)
  return {
    lang: languageOf(pathname),
    banners: await listBannerRows(ctx),
    done: searchParams.get('done'),
    kept: values,
    chosenId: values?.id ?? searchParams.get('change'),
    offered: await listPictures(ctx),
  }
}

export async function action({ context, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await officeOf(context)
  const sent = await request.formData()
  const done = await doneTo(ctx, sent)
  if (done.ok) throw redirect(`${addressOf.office(lang, 'site/banners')}?done=${done.value}`, 303)
  const { error } = done
  if (error.code === 'permission.refused') throw await permissionRefused(ctx, error)
  return data({ id: String(sent.get('id') ?? ''), form: refusedLook(lang, sent, error.faults) }, 422)
}

/** The code of the notice that tells what was done. */
async function doneTo(ctx: Ctx, sent: FormData): Promise<Result<string, LookError>> {
  const of = formIsAbout(sent)
  if (sent.get('act') === 'remove') {
    const removed = await removeBanner(ctx, { id: of?.id ?? '' })
    return removed.ok ? { ok: true, value: 'removed' } : removed
  }
  const saved = await saveBanner(ctx, {
    typed: typedForm(sent),
    picture: chosenPicture(sent, BANNER_PICTURE),
    of,
  })
  return saved.ok ? { ok: true, value: of ? 'changed' : 'added' } : saved
}

export default function BannersScreen({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, banners, done, kept, chosenId, offered } = loaderData
  const text = lookWorkText(lang)
  const words = text.banners
  const of = banners.find(({ id }) => id === (actionData?.id ?? chosenId)) ?? null
  const form: FormView =
    actionData?.form ??
    (kept ? { values: kept, errors: {} } : of ? { values: bannerValues(of), errors: {} } : EMPTY_FORM)
  const said =
    done !== null && Object.hasOwn(words.done, done) ? words.done[done as keyof typeof words.done] : null
  return (
    <>
      <title>{words.title}</title>
      <PageHead
        title={words.title}
        said={words.lead}
        action={
          <a className="button" href={addressOf.home(lang)}>
            {words.toSite}
          </a>
        }
      />
      <div className="stack wide">
        {said !== null && <Notice kind="done">{said}</Notice>}
        {kept && <Notice>{text.kept}</Notice>}
        <ErrorSummary form={form} title={text.errorTitle} />
        {banners.length === 0 ? (
          <Notice>{words.empty}</Notice>
        ) : (
          <BannerTable lang={lang} banners={banners} />
        )}
        <BannerForm key={of?.id ?? ''} lang={lang} form={form} of={of} offered={offered} />
      </div>
    </>
  )
}

const LOOKS = { waiting: 'working', shown: 'done', over: 'none' } as const

type BannerTableProps = Readonly<{ lang: Language; banners: Awaited<ReturnType<typeof listBannerRows>> }>

function BannerTable({ lang, banners }: BannerTableProps) {
  const { columns, ...words } = lookWorkText(lang).banners
  const here = addressOf.office(lang, 'site/banners')
  return (
    <DataTable
      caption={words.title}
      columns={[
        { label: columns.title },
        { label: columns.form },
        { label: columns.days },
        { label: columns.state },
        { label: columns.acts, look: 'do' },
      ]}
      rows={banners.map(({ id, form, content, startsOn, endsOn, standing }) => ({
        key: id,
        cells: [
          <span key="title" lang="th">
            {content.title.th}
          </span>,
          words.forms[form],
          words.days(formatDay(startsOn, lang), formatDay(endsOn, lang)),
          <span key="state" className={`chip ${LOOKS[standing]}`}>
            <Icon name={LOOKS[standing]} />
            {words.standings[standing]}
          </span>,
          <div className="look-acts" key="acts">
            <a className="button small" href={`${here}?change=${id}#banner-form`}>
              <Icon name="edit" />
              {words.changeShort} <span className="visually-hidden">{content.title.th}</span>
            </a>
            <Confirm label={words.remove}>
              <p>{words.removeSure}</p>
              <form method="post" action={here}>
                <input type="hidden" name="id" value={id} />
                <button type="submit" className="button danger" name="act" value="remove">
                  <Icon name="remove" />
                  {words.remove} <span className="visually-hidden">{content.title.th}</span>
                </button>
              </form>
            </Confirm>
          </div>,
        ],
      }))}
    />
  )
}
