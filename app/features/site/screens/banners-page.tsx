import type { Language } from '../../../i18n/language.ts'
import { ok } from '../../../kernel/result.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { Confirm } from '../../../ui/confirm.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { listBannerRows } from '../banners/banners.queries.server.ts'
import { removeBanner } from '../banners/usecases/remove-banner.server.ts'
import { saveBanner } from '../banners/usecases/save-banner.server.ts'
import { changeLookList, openLookList } from '../look-list.server.ts'
import { BANNER_PICTURE, BannerForm, bannerValues } from '../parts/banner-form.tsx'
import { LookList, shownForm } from '../parts/look-list.tsx'
import { chosenPicture, typedForm } from '../pictures/picture-form.server.ts'
import { lookWorkText } from '../text/look-work.ts'
import type { Route } from './+types/banners-page'

export async function loader(asked: Route.LoaderArgs) {
  const { ctx, ...shown } = await openLookList(asked)
  return { ...shown, banners: await listBannerRows(ctx) }
}

export const action = (asked: Route.ActionArgs) =>
  changeLookList(asked, {
    part: 'site/banners',
    change: async (ctx, sent, of) => {
      if (sent.get('act') === 'remove') {
        const removed = await removeBanner(ctx, { id: of?.id ?? '' })
        return removed.ok ? ok('removed') : removed
      }
      const picture = chosenPicture(sent, BANNER_PICTURE)
      const saved = await saveBanner(ctx, { typed: typedForm(sent), picture, of })
      return saved.ok ? ok(of ? 'changed' : 'added') : saved
    },
  })

export default function BannersScreen({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, banners, done, kept, chosenId, offered } = loaderData
  const of = banners.find(({ id }) => id === (actionData?.id ?? chosenId)) ?? null
  const form = shownForm({ refused: actionData?.form, kept, values: of && bannerValues(of) })
  return (
    <LookList
      lang={lang}
      words={lookWorkText(lang).banners}
      toSite={addressOf.home(lang)}
      done={done}
      isKept={kept !== null}
      form={form}
      table={banners.length === 0 ? null : <BannerTable lang={lang} banners={banners} />}
    >
      <BannerForm key={of?.id ?? ''} lang={lang} form={form} of={of} offered={offered} />
    </LookList>
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
