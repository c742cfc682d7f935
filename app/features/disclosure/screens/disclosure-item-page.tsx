import { data, redirect } from 'react-router'
import type { Language } from '../../../i18n/language.ts'
import { saidIn } from '../../../i18n/said.ts'
import { codeOf, yearOf } from '../../../kernel/item-ref.ts'
import { buddhistYear, formatDay } from '../../../kernel/thai-date.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import { Facts } from '../../../ui/facts.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { appOf } from '../../../web/context.server.ts'
import { publicPageHeaders } from '../../../web/published.ts'
import { Crumbs } from '../../../web/site-frame.tsx'
import { shellText } from '../../../web/text/index.ts'
import { findItemStanding, type ItemStanding } from '../item-standing.queries.server.ts'
import type { PublicItem } from '../item-work.domain.ts'
import { ElementAnswers } from '../parts/element-answers.tsx'
import { ElementMatrix } from '../parts/element-matrix.tsx'
import { ItemVersions, Withdrawal } from '../parts/item-versions.tsx'
import { MachineForms } from '../parts/machine-forms.tsx'
import { OtherYears } from '../parts/other-years.tsx'
import { PublicStateChip } from '../parts/public-state.tsx'
import { Required, Standing } from '../parts/report-standing.tsx'
import { YearLinks } from '../parts/year-links.tsx'
import { findPublicItem } from '../public-item.queries.server.ts'
import { missingOf, stateOfItem } from '../public-state.domain.ts'
import { disclosurePublicText } from '../text/disclosure-public.ts'
import { disclosureItemText } from '../text/index.ts'
import '../../../ui/disclosure.css'
import type { Route } from './+types/disclosure-item-page'

export const headers = publicPageHeaders

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const year = buddhistYear(params.year)
  const version = params.version === undefined ? undefined : versionFrom(params.version)
  if (year === null || version === null) throw data(null, 404)
  const agency = await appOf(context).agency()
  const standing = await findItemStanding(agency?.ctx ?? null, { year, code: params.code, lang })
  if (!standing) throw data(null, 404)
  const code = codeOf(standing.ref)
  const item = agency && (await findPublicItem(agency.ctx, { year, code, version }))
  if (version !== undefined && !item) throw data(null, 404)
  // 68, 2025 and ๒๕๖๘ are the same year as 2568, o1 is O1: one address for one page.
  if (params.year !== String(year) || params.code !== code)
    throw redirect(addressOf.disclosureItem(lang, year, code, version), 301)
  const withdrawn = item && item.byReport === null ? withdrawalOf(item) : null
  return data({ lang, standing, item, withdrawn }, withdrawn ? 410 : 200)
}

/** The withdrawal of what is asked for: of that version, or of the last one where nothing else stands. */
function withdrawalOf({ shown, versions }: PublicItem) {
  return (shown ?? versions[0])?.withdrawn ?? null
}

const versionFrom = (text: string): number | null => (/^[1-9]\d{0,6}$/.test(text) ? Number(text) : null)

export default function DisclosureItemPage({ loaderData }: Route.ComponentProps) {
  const { lang, standing, item, withdrawn } = loaderData
  const text = disclosurePublicText(lang)
  const code = codeOf(standing.ref)
  const year = yearOf(standing.ref)
  const title = `${disclosureItemText(lang).title(code, year)} – ${standing.title?.[lang] ?? text.untitled}`
  const shown = item?.shown ?? null
  return (
    <>
      <title>{withdrawn ? text.withdrawnTitle(title) : title}</title>
      <Crumbs
        lang={lang}
        trail={[
          { label: shellText(lang).home, to: addressOf.home(lang) },
          { label: text.title, to: addressOf.disclosure(lang) },
          { label: text.year(year), to: addressOf.disclosureYear(lang, year) },
          {
            label: code,
            to: shown && item?.versions[0] !== shown ? addressOf.disclosureItem(lang, year, code) : null,
          },
        ]}
      />
      <div className="stack wide">
        <ItemHead lang={lang} standing={standing} item={item} />
        {withdrawn && (
          <Withdrawal
            lang={lang}
            withdrawn={withdrawn}
            unit={item?.unit ? saidIn(lang, item.unit).words : text.agency}
          />
        )}
        {item && <Superseded lang={lang} item={item} />}
        {item === null || item.byReport ? (
          <Standing lang={lang} item={standing} />
        ) : (
          !withdrawn && <OwnAnswers lang={lang} item={item} />
        )}
        <p className="no-print">
          <a href={addressOf.itemWalk(lang, year, code)}>{disclosureItemText(lang).walk}</a>
        </p>
        {(item === null || item.byReport) && <Required lang={lang} item={standing} />}
        {standing.answer && standing.answer.elements.length > 0 && (
          <ElementMatrix lang={lang} answer={standing.answer} />
        )}
        {item && <ItemVersions lang={lang} item={item} here={shown?.version ?? null} />}
        <OtherYearsOfItem lang={lang} standing={standing} />
        {item && <MachineForms lang={lang} json={`/api/v1/oit/${year}/${code}`} />}
      </div>
    </>
  )
}

type ItemHeadProps = { lang: Language; standing: ItemStanding; item: PublicItem | null }

/** What the item is, how it stands, whose it is, since when, and the same subject in other years. */
function ItemHead({ lang, standing, item }: ItemHeadProps) {
  const text = disclosurePublicText(lang)
  const { ref, title } = standing
  const year = yearOf(ref)
  const shown = item?.shown ?? null
  return (
    <div className="page-head">
      <p className="muted">{disclosureItemText(lang).framework(year)}</p>
      <h1>
        {disclosureItemText(lang).title(codeOf(ref), year)} {title?.[lang] ?? text.untitled}
      </h1>
      <YearLinks
        lang={lang}
        label={text.sameInYears}
        here={year}
        years={[
          { year, code: codeOf(ref), to: addressOf.disclosureItem(lang, year, codeOf(ref)) },
          ...standing.sameConcept.flatMap((other) =>
            other.ref === null
              ? []
              : [
                  {
                    year: other.year,
                    code: codeOf(other.ref),
                    to: addressOf.disclosureItem(lang, other.year, codeOf(other.ref)),
                  },
                ],
          ),
        ].toSorted((a, b) => b.year - a.year)}
      />
      {item && (
        <>
          <p>
            <PublicStateChip lang={lang} state={stateOfItem(item)} missing={missingOf(item.score)} />
          </p>
          <Facts
            rows={[
              [text.subIndicator, `${item.group.number} ${item.group.title[lang]}`],
              [text.unit, item.unit ? saidIn(lang, item.unit).words : text.noUnit],
              [text.documentYear, item.documentYear === null ? null : text.document(item.documentYear)],
              [text.publishedOn, shown && formatDay(thaiDay(shown.publishedAt), lang)],
              [text.versionName, shown && text.version(shown.version)],
              [text.contentHash, shown && <span className="hash">{shown.contentHash}</span>],
            ]}
          />
        </>
      )}
    </div>
  )
}

/** On a version that another has taken the place of. */
function Superseded({ lang, item: { year, code, shown, versions } }: { lang: Language; item: PublicItem }) {
  const text = disclosurePublicText(lang)
  const newest = versions.find(({ withdrawn }) => withdrawn === null)
  if (!shown || !newest || newest.version === shown.version) return null
  return (
    <Notice kind="warning">
      {text.older(shown.version, newest.version)}{' '}
      <a href={addressOf.disclosureItem(lang, year, code)}>{text.toNewest}</a>
    </Notice>
  )
}

/** What the agency itself answered the elements with. */
function OwnAnswers({ lang, item }: { lang: Language; item: PublicItem }) {
  const text = disclosurePublicText(lang)
  return (
    <>
      {item.shown === null ? (
        <section className="empty">
          <h2>{text.notPublicTitle}</h2>
          <p>{text.notPublicBody}</p>
        </section>
      ) : (
        item.score.faults.length > 0 && (
          <section aria-labelledby="faults" className="stack">
            <h2 id="faults">{text.faults}</h2>
            <ul>
              {[...new Set(item.score.faults.map((fault) => fault[lang]))].map((fault) => (
                <li key={fault}>{fault}</li>
              ))}
            </ul>
          </section>
        )
      )}
      <ElementAnswers lang={lang} elements={item.score.elements} answers={item.answers} unit={item.unit} />
    </>
  )
}

function OtherYearsOfItem({ lang, standing }: { lang: Language; standing: ItemStanding }) {
  const text = disclosureItemText(lang)
  return (
    <>
      <OtherYears
        lang={lang}
        id="same-code"
        heading={text.sameCode(codeOf(standing.ref))}
        lead={text.sameCodeLead}
        years={standing.sameCode}
      />
      <OtherYears
        lang={lang}
        id="same-concept"
        heading={text.sameConcept}
        lead={null}
        years={standing.sameConcept}
      />
    </>
  )
}
