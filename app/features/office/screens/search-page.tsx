import type { Language } from '../../../i18n/language.ts'
import '../../../ui/office-overview.css'
import { Icon } from '../../../ui/icon.tsx'
import { MarkedText } from '../../../ui/marked-text.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { askedIn, SearchForm } from '../../../ui/search-form.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf } from '../../../web/context.server.ts'
import { HIT_ICONS, hitPlace } from '../parts/hit-words.ts'
import type { HitGroup, OfficeHit } from '../search/office-hits.domain.ts'
import { searchOffice } from '../search/search-office.queries.server.ts'
import { searchPageText } from '../text/pages.ts'
import type { Route } from './+types/search-page'

const MOST_SHOWN = 40

export async function loader({ context, request }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const lang = languageOf(pathname)
  const { ctx } = await officeOf(context)
  const text = askedIn(searchParams)
  return { lang, text, groups: await searchOffice(ctx, { text, limit: MOST_SHOWN }) }
}

export default function SearchPage({ loaderData: { lang, text, groups } }: Route.ComponentProps) {
  const words = searchPageText(lang)
  const count = groups.reduce((sum, { hits }) => sum + hits.length, 0)
  const title = text === '' ? words.title : words.titleOf(text)
  return (
    <>
      <title>{title}</title>
      <PageHead title={words.title} said={words.hint} />
      <div className="stack">
        <SearchForm name={words.title} field={words.field} go={words.go} asked={text} />
        {text !== '' && count > 0 && <p role="status">{words.found(count)}</p>}
        {text !== '' && count === 0 && (
          <div className="empty">
            <h2>{words.none}</h2>
            <p>{words.noneBody}</p>
            <p className="actions">
              <a className="button" href={addressOf.office(lang, 'cycles')}>
                <Icon name="cycle" />
                {words.toCycles}
              </a>
              <a className="button" href={addressOf.office(lang, 'evidence')}>
                <Icon name="evidence" />
                {words.toEvidence}
              </a>
            </p>
          </div>
        )}
        {groups.map((group) => (
          <Hits key={group.kind} lang={lang} group={group} />
        ))}
      </div>
    </>
  )
}

function Hits({ lang, group: { kind, hits, isCut } }: { lang: Language; group: HitGroup }) {
  const words = searchPageText(lang)
  return (
    <section className="stack" aria-labelledby={`found-${kind}`}>
      <h2 id={`found-${kind}`}>
        {words.kinds[kind]} <span className="muted number">({hits.length})</span>
      </h2>
      <ul className="hits">
        {hits.map((hit) => (
          <HitLine key={hit.key} lang={lang} hit={hit} />
        ))}
      </ul>
      {isCut && <p className="muted">{words.more}</p>}
    </section>
  )
}

function HitLine({ lang, hit }: { lang: Language; hit: OfficeHit }) {
  const { kind, part, title, context } = hit
  const place = hitPlace(hit, lang)
  return (
    <li>
      <Icon name={HIT_ICONS[kind]} />
      <div>
        <p>
          <a href={addressOf.office(lang, part)}>
            <MarkedText parts={title} />
          </a>
        </p>
        {context !== null && (
          <p className="small">
            <MarkedText parts={context} />
          </p>
        )}
        {place !== null && <p className="small muted">{place}</p>}
      </div>
    </li>
  )
}
