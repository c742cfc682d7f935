import type { Language } from '../../../i18n/language.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf } from '../../../web/addresses.ts'
import type { PageLine } from '../home-view.server.ts'
import { homeText } from '../text/index.ts'
import { SaidText } from './said-text.tsx'

type ListsProps = Readonly<{ lang: Language; services: readonly PageLine[]; news: readonly PageLine[] }>

/** What the agency does for people, beside what is new. */
export function HomeLists({ lang, services, news }: ListsProps) {
  const text = homeText(lang)
  return (
    <div className="lists">
      <PageList
        lang={lang}
        kind="services"
        title={text.servicesHeading}
        all={text.allServices}
        empty={text.noServices}
        lines={services}
      />
      <PageList
        lang={lang}
        kind="news"
        title={text.newsHeading}
        all={text.allNews}
        empty={text.noNews}
        lines={news}
      />
    </div>
  )
}

type PageListProps = Readonly<{
  lang: Language
  kind: 'services' | 'news'
  title: string
  all: string
  empty: string
  lines: readonly PageLine[]
}>

const PageList = ({ lang, kind, title, all, empty, lines }: PageListProps) => (
  <section className="stack" aria-labelledby={kind}>
    <h2 id={kind}>{title}</h2>
    {lines.length === 0 ? (
      <p className="muted">{empty}</p>
    ) : (
      <ul className="list-lines">
        {lines.map(({ slug, title: name, lead, date }) => (
          <li key={slug}>
            <a href={addressOf.pages(lang, kind, slug)}>
              <SaidText lang={lang} text={name} />
            </a>
            {date !== null && (
              <span className="said">
                <time dateTime={date}>{formatDay(date, lang)}</time>
              </span>
            )}
            {lead && (
              <span className="said">
                <SaidText lang={lang} text={lead} />
              </span>
            )}
          </li>
        ))}
      </ul>
    )}
    <p>
      <a href={addressOf.pages(lang, kind)}>
        {all} <Icon name="arrow" />
      </a>
    </p>
  </section>
)
