import type { Language, MaybeBilingual } from '../../../i18n/language.ts'
import { saidIn } from '../../../i18n/said.ts'
import { sizeText } from '../../../kernel/file-size.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import { Chip } from '../../../ui/chip.tsx'
import { Icon, type IconName } from '../../../ui/icon.tsx'
import { addressOf, inOtherLanguage } from '../../../web/addresses.ts'
import type { ElementAnswer, ElementJudged, Fact, FactKind } from '../disclosure.domain.ts'
import { disclosurePublicText } from '../text/disclosure-public.ts'
import { disclosureItemText } from '../text/index.ts'

type ElementAnswersProps = Readonly<{
  lang: Language
  elements: readonly ElementJudged[]
  answers: readonly ElementAnswer[]
  /** The unit that answers for the item. */
  unit: MaybeBilingual | null
}>

/** Every element that an item asks for, with what it is answered with or the statement that there is none. */
export function ElementAnswers({ lang, elements, answers, unit }: ElementAnswersProps) {
  const text = disclosurePublicText(lang)
  return (
    <section aria-labelledby="elements" className="stack">
      <h2 id="elements">{text.elements}</h2>
      <ol className="oit-elements">
        {elements.map((element) => (
          <li key={element.key} id={element.key}>
            <div className="element-head">
              <h3>{element.text[lang]}</h3>
              <ElementChip lang={lang} state={element.state} />
              <span className="muted small">
                {text.demand(disclosureItemText(lang).certainty[element.certainty])}
              </span>
            </div>
            <Answer lang={lang} unit={unit} answer={answers.find(({ key }) => key === element.key)} />
          </li>
        ))}
      </ol>
    </section>
  )
}

const CHIPS = { value: 'done', none: 'none', missing: 'late' } as const

function ElementChip({ lang, state }: { lang: Language; state: ElementJudged['state'] }) {
  return <Chip state={CHIPS[state]}>{disclosurePublicText(lang).elementStates[state]}</Chip>
}

type AnswerProps = Pick<ElementAnswersProps, 'lang' | 'unit'> & { answer: ElementAnswer | undefined }

function Answer({ lang, unit, answer }: AnswerProps) {
  const text = disclosurePublicText(lang)
  if (answer?.state === 'none' && answer.declared) {
    const owner = unit ? saidIn(lang, unit).words : text.agency
    const day = formatDay(thaiDay(new Date(answer.declared.at)), lang)
    return (
      <div className="declared">
        <p lang={lang === 'th' ? undefined : 'th'}>{answer.declared.text}</p>
        <p className="muted small">{text.declared(owner, day)}</p>
      </div>
    )
  }
  if (!answer || answer.facts.length === 0) return <p className="muted">{text.elementMissing}</p>
  return (
    <ul className="oit-facts">
      {answer.facts.map((fact) => (
        <li key={fact.id}>
          <FactView lang={lang} fact={fact} />
        </li>
      ))}
    </ul>
  )
}

const ICONS: Record<FactKind, IconName> = { text: 'page', file: 'document', link: 'outside', page: 'link' }

function FactView({ lang, fact }: { lang: Language; fact: Fact }) {
  const text = disclosurePublicText(lang)
  const title = saidIn(lang, fact.title)
  const address = addressIn(lang, fact)
  const own = title.lang === lang ? undefined : title.lang
  return (
    <>
      <p className="fact-title">
        <Icon name={ICONS[fact.kind]} />
        {address === null ? (
          <strong lang={own}>{title.words}</strong>
        ) : (
          <a href={address} lang={own} type={fact.file?.mediaType}>
            {title.words}
          </a>
        )}
      </p>
      <p className="muted small">{aboutFact(lang, fact).join(' · ')}</p>
      {fact.words !== null && (
        <div className="fact-words" lang={lang === 'th' ? undefined : 'th'}>
          {fact.words.split(/\n{2,}/).map((paragraph, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other name, and never move
            <p key={index}>{paragraph}</p>
          ))}
        </div>
      )}
      {fact.file && (
        <details className="twin">
          <summary>{text.fileHash}</summary>
          <p className="hash">{fact.file.sha256}</p>
        </details>
      )}
    </>
  )
}

/** Kind, and of a file its type, size and name; of a link where it leads; the day that it is of. */
function aboutFact(lang: Language, { kind, file, address, date }: Fact): readonly string[] {
  const text = disclosurePublicText(lang)
  return [
    text.kinds[kind],
    ...(file ? [endingOf(file.fileName), sizeText(file.size), file.fileName] : []),
    ...(kind === 'link' && address !== null ? [hostOf(address)] : []),
    ...(date === null ? [] : [text.dateOf(formatDay(date, lang))]),
  ]
}

const endingOf = (fileName: string): string => fileName.split('.').pop()?.toUpperCase() ?? ''
const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : address)

function addressIn(lang: Language, { kind, file, address }: Fact): string | null {
  if (file) return addressOf.publicFile(file.sha256, file.fileName)
  if (address === null) return null
  if (kind === 'page') return lang === 'en' ? inOtherLanguage(address) : address
  // Only what a browser opens as a page: nothing that runs.
  return /^https?:\/\//i.test(address) ? address : null
}
