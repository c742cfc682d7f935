import { data, redirect } from 'react-router'
import type { Language } from '../../../i18n/language.ts'
import { codeOf, yearOf } from '../../../kernel/item-ref.ts'
import { buddhistYear } from '../../../kernel/thai-date.ts'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { appOf } from '../../../web/context.server.ts'
import { publicPageHeaders } from '../../../web/published.ts'
import { Crumbs } from '../../../web/site-frame.tsx'
import { shellText } from '../../../web/text/index.ts'
import { findItemStanding, type ItemStanding } from '../item-standing.queries.server.ts'
import { ElementMatrix } from '../parts/element-matrix.tsx'
import { OtherYears } from '../parts/other-years.tsx'
import { disclosureItemText } from '../text/index.ts'
import type { Route } from './+types/disclosure-item-page'

export const headers = publicPageHeaders

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const year = buddhistYear(params.year)
  if (year === null) throw data(null, 404)
  const agency = await appOf(context).agency()
  const item = await findItemStanding(agency?.ctx ?? null, { year, code: params.code, lang })
  if (!item) throw data(null, 404)
  const code = codeOf(item.ref)
  if (params.year !== String(year) || params.code !== code)
    throw redirect(addressOf.disclosureItem(lang, year, code), 301)
  return { lang, item }
}

export default function DisclosureItemPage({ loaderData: { lang, item } }: Route.ComponentProps) {
  const text = disclosureItemText(lang)
  const code = codeOf(item.ref)
  const year = yearOf(item.ref)
  return (
    <>
      <title>{`${text.title(code, year)} – ${item.title?.[lang] ?? text.untitled}`}</title>
      <Crumbs
        lang={lang}
        trail={[
          { label: shellText(lang).home, to: addressOf.home(lang) },
          { label: text.title(code, year), to: null },
        ]}
      />
      <div className="stack wide">
        <div className="page-head">
          <p className="muted">{text.framework(year)}</p>
          <h1>
            {text.title(code, year)} {item.title?.[lang] ?? text.untitled}
          </h1>
        </div>
        <Standing lang={lang} item={item} />
        <p>
          <a href={addressOf.itemWalk(lang, year, code)}>{text.walk}</a>
        </p>
        <Required lang={lang} item={item} />
        {item.answer && item.answer.elements.length > 0 && <ElementMatrix lang={lang} answer={item.answer} />}
        <OtherYears
          lang={lang}
          id="same-code"
          heading={text.sameCode(code)}
          lead={text.sameCodeLead}
          years={item.sameCode}
        />
        <OtherYears
          lang={lang}
          id="same-concept"
          heading={text.sameConcept}
          lead={null}
          years={item.sameConcept}
        />
      </div>
    </>
  )
}

function Standing({ lang, item: { answer, checkable } }: { lang: Language; item: ItemStanding }) {
  const text = disclosureItemText(lang)
  if (answer === null)
    return (
      <section className="empty">
        <h2>{text.noReportTitle}</h2>
        <p>{checkable ? text.noReportBody : text.noRuleBody}</p>
      </section>
    )
  if (answer.score === null)
    return (
      <section className="empty">
        <h2>{text.noRuleTitle}</h2>
        <p>{text.noRuleBody}</p>
        <p>
          <a href={addressOf.report(lang, answer.fiscalYear)}>{text.readReport}</a>
        </p>
      </section>
    )
  return <Answer lang={lang} answer={answer} />
}

type AnswerProps = { lang: Language; answer: NonNullable<ItemStanding['answer']> }

function Answer({ lang, answer }: AnswerProps) {
  const text = disclosureItemText(lang)
  const failing = answer.elements.filter((element) => !element.passes)
  return (
    <section aria-labelledby="verdict" className="stack">
      <h2 id="verdict">{text.verdict}</h2>
      <div className={`verdict ${answer.score === 100 ? '' : 'zero'}`}>
        <span className="score">{answer.score}</span>
        <div className="stack">
          <span className={`chip ${answer.score === 100 ? 'done' : 'late'}`}>
            <Icon name={answer.score === 100 ? 'done' : 'late'} />
            {answer.score === 100 ? text.full : text.zero(failing.length)}
          </span>
          <a href={addressOf.report(lang, answer.fiscalYear)}>{text.readReport}</a>
        </div>
      </div>
      {failing.length > 0 && (
        <>
          <h3>{text.toDo}</h3>
          <ol>
            {failing.map((element) => (
              <li key={`${element.issue}-${element.measure}-${element.element}`}>
                {text.issueMeasure(element.issue, element.measure)}:{' '}
                {(element.remedy ?? element.reason)[lang]}
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  )
}

function Required({ lang, item }: { lang: Language; item: ItemStanding }) {
  const text = disclosureItemText(lang)
  if (item.required.length === 0) return null
  return (
    <section aria-labelledby="required" className="stack">
      <h2 id="required">{text.required}</h2>
      <ol>
        {item.required.map((element) => (
          <li key={element.key}>
            {element.text[lang]} <span className="muted small">({text.certainty[element.certainty]})</span>
          </li>
        ))}
      </ol>
      <p className="muted">{text.rule}</p>
    </section>
  )
}
