import type { ReactNode } from 'react'
import type { Language } from '../../../i18n/language.ts'
import { sizeText } from '../../../kernel/file-size.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { Icon, type IconName } from '../../../ui/icon.tsx'
import { addressOf } from '../../../web/addresses.ts'
import type { ElementAnswer, Fact } from '../disclosure.domain.ts'
import { centreItemText } from '../text/centre.ts'
import { Said } from './work-looks.tsx'

const FACT_ICONS: Record<Fact['kind'], IconName> = {
  text: 'quote',
  file: 'document',
  link: 'outside',
  page: 'page',
}

/** A fact in a list: what it is, where it leads, and its words. */
export function FactLine({ lang, fact, children }: { lang: Language; fact: Fact; children?: ReactNode }) {
  const text = centreItemText(lang)
  return (
    <li>
      <p>
        <Icon name={FACT_ICONS[fact.kind]} />{' '}
        <strong>
          <Said lang={lang} words={fact.title} />
        </strong>
        <span className="under">
          {[
            text.kinds[fact.kind],
            fact.file && `${fact.file.fileName} (${sizeText(fact.file.size)})`,
            fact.date && text.ofDay(formatDay(fact.date, lang)),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </p>
      {fact.address !== null && (
        <p className="small">
          <a
            href={lang === 'en' && fact.kind === 'page' ? `/en${fact.address}` : fact.address}
            rel="noreferrer"
          >
            {fact.address}
          </a>
        </p>
      )}
      {fact.words !== null && (
        <p className="work-words" lang="th">
          {fact.words}
        </p>
      )}
      {children}
    </li>
  )
}

/** Every element as the public page would show it. */
export function WorkPreview({
  lang,
  elements,
}: {
  lang: Language
  elements: readonly Readonly<{
    key: string
    text: Readonly<Record<Language, string>>
    answer: ElementAnswer
  }>[]
}) {
  const text = centreItemText(lang)
  return (
    <dl className="facts">
      {elements.map(({ key, text: asked, answer }) => (
        <div className="fact" key={key}>
          <dt>{asked[lang]}</dt>
          <dd>
            {answer.facts.map((fact) => (
              <p key={fact.id}>
                <PublicFact lang={lang} fact={fact} />
              </p>
            ))}
            {answer.declared !== null && (
              <p>
                {text.states.none}: <span lang="th">{answer.declared.text}</span>
              </p>
            )}
            {answer.facts.length === 0 && answer.declared === null && (
              <p className="muted">{text.previewMissing}</p>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function PublicFact({ lang, fact }: { lang: Language; fact: Fact }) {
  if (fact.kind === 'text')
    return (
      <>
        <strong>
          <Said lang={lang} words={fact.title} />
        </strong>{' '}
        <span className="work-words" lang="th">
          {fact.words}
        </span>
      </>
    )
  // A file has its public address only once it is published.
  const address = fact.file ? null : fact.address
  const title = <Said lang={lang} words={fact.title} />
  return (
    <>
      {address === null ? title : <a href={address}>{title}</a>}
      {fact.file && (
        <span className="muted">
          {' '}
          {fact.file.fileName} ({sizeText(fact.file.size)})
        </span>
      )}
    </>
  )
}

/** The page of a fact in the office. */
export const factAddress = (lang: Language, id: string): string =>
  addressOf.office(lang, `disclosure-facts/${id}`)
