import '../../../ui/data.css'
import type { Language } from '../../../i18n/language.ts'
import { foldWords, searchedWords } from '../../../kernel/search-fold.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import { askedIn, SearchForm } from '../../../ui/search-form.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { agencyOf } from '../../../web/context.server.ts'
import { Crumbs } from '../../../web/site-frame.tsx'
import { shellText } from '../../../web/text/index.ts'
import type { DatasetFacts } from '../dataset.domain.ts'
import { openDataContext } from '../open-data.server.ts'
import { CatalogLinks } from '../parts/catalog-links.tsx'
import { changedText, openDataText } from '../text/index.ts'
import type { Route } from './+types/open-data-page'

/** What is asked stands after the question mark, so that no cache keeps it. */
export const headers = () => ({ 'Cache-Control': 'no-store' })

export async function loader({ context, request }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const lang = languageOf(pathname)
  const { ctx } = await agencyOf(context)
  const asked = askedIn(searchParams)
  const words = searchedWords(asked).map(foldWords)
  const datasets = (await context.get(openDataContext).list(ctx))
    .filter(({ source }) => hasAll(source, words))
    .map(({ source, rows, changedAt }) => ({
      key: source.key,
      title: source.title[lang],
      description: source.description[lang],
      rows: rows.length,
      changedOn: changedAt && formatDay(thaiDay(changedAt), lang),
    }))
  return { lang, asked, datasets }
}

const hasAll = ({ title, description, keywords }: DatasetFacts, words: readonly string[]): boolean => {
  const text = foldWords([title, description, ...keywords].flatMap(({ th, en }) => [th, en]).join('\n'))
  return words.every((word) => text.includes(word))
}

export default function OpenDataPage({ loaderData: { lang, asked, datasets } }: Route.ComponentProps) {
  const text = openDataText(lang)
  return (
    <>
      <title>{text.title}</title>
      <meta name="description" content={text.lead} />
      <Crumbs
        lang={lang}
        trail={[
          { label: shellText(lang).home, to: addressOf.home(lang) },
          { label: text.title, to: null },
        ]}
      />
      <div className="stack wide">
        <div className="page-head">
          <h1>{text.title}</h1>
          <p className="lead">{text.lead}</p>
        </div>
        <SearchForm name={text.searchTitle} field={text.searchField} go={text.searchGo} asked={asked} />
        <section className="stack" aria-labelledby="datasets">
          <h2 id="datasets">{text.listTitle}</h2>
          <p className="muted">
            {asked === '' ? text.all(datasets.length) : text.found(datasets.length)}
            {asked !== '' && (
              <>
                {' · '}
                <a href={addressOf.data(lang)}>{text.showAll}</a>
              </>
            )}
          </p>
          {datasets.length === 0 && <p>{text.foundNone}</p>}
          <ul className="data-cards">
            {datasets.map((dataset) => (
              <DatasetCard key={dataset.key} lang={lang} dataset={dataset} />
            ))}
          </ul>
        </section>
        <CatalogLinks lang={lang} />
      </div>
    </>
  )
}

type Listed = Readonly<{
  key: string
  title: string
  description: string
  rows: number
  changedOn: string | null
}>

function DatasetCard({ lang, dataset }: { lang: Language; dataset: Listed }) {
  const text = openDataText(lang)
  const { key, title, description, rows, changedOn } = dataset
  return (
    <li className="card data-card">
      <h3>
        <a href={addressOf.data(lang, key)}>{title}</a>
      </h3>
      <p>{description}</p>
      <p className="muted small">
        {text.rows(rows)} · {changedText(lang, { rows, day: changedOn })}
      </p>
    </li>
  )
}
