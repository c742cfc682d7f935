import '../../../ui/page.css'
import type { Language, MaybeBilingual } from '../../../i18n/language.ts'
import { saidIn } from '../../../i18n/said.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { Icon } from '../../../ui/icon.tsx'
import { NotTranslated } from '../../../web/not-translated.tsx'
import type { PageContent, ServicePart } from '../pages/page.domain.ts'
import { isInEnglish, SERVICE_PARTS } from '../pages/page-form.domain.ts'
import { pagesText } from '../text/pages.ts'
import { SaidText } from './said-text.tsx'
import { Picture, picturesWithin, SitePageBody } from './site-page-body.tsx'

/** `isAtWork`: its preview, by staff. */
type ArticleProps = Readonly<{ lang: Language; content: PageContent; isAtWork?: boolean }>

/** A page as everybody reads it: also its preview. */
export function PageArticle({ lang, content, isAtWork = false }: ArticleProps) {
  const text = pagesText(lang)
  const { title, lead, body, pictures, date, service } = content
  const said = saidIn(lang, body)
  const within = picturesWithin(said.words, pictures)
  const below = pictures.filter((picture) => !within.has(picture))
  return (
    <>
      <div className="page-head">
        <h1>
          <SaidText lang={lang} text={title} />
        </h1>
        {date !== null && (
          <p className="page-date">
            <Icon name="calendar" />
            <time dateTime={date}>{formatDay(date, lang)}</time>
          </p>
        )}
        {lead !== null && (
          <p className="lead">
            <SaidText lang={lang} text={lead} />
          </p>
        )}
        {!isInEnglish(content) && <NotTranslated lang={lang} />}
      </div>
      {said.words !== '' && (
        <SitePageBody markdown={said.words} lang={said.lang} pictures={pictures} isAtWork={isAtWork} />
      )}
      {service !== null &&
        SERVICE_PARTS.map((name) => {
          const part = service[name]
          // A head with nothing under it would pass for the part, to a program and to a hurried reader.
          return part === null ? null : (
            <section key={name} className="service-part">
              <h2>{text.parts[name]}</h2>
              <PartShown lang={lang} part={part} />
            </section>
          )
        })}
      {below.length > 0 && (
        <ul className="page-pictures" aria-label={text.pictures}>
          {below.map((picture) => (
            <li key={picture.sha256 + picture.fileName}>
              <Picture picture={picture} lang={lang} isAtWork={isAtWork} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function PartShown({ lang, part }: { lang: Language; part: NonNullable<ServicePart> }) {
  const text = pagesText(lang)
  return (
    <>
      {part.state === 'none' && <p>{text.declaredNone}</p>}
      {part.text.th !== '' && <WordsOf lang={lang} words={part.text} />}
    </>
  )
}

function WordsOf({ lang, words }: { lang: Language; words: MaybeBilingual }) {
  const said = saidIn(lang, words)
  return <SitePageBody markdown={said.words} lang={said.lang} under={2} />
}
