import type { Language } from '../../../i18n/language.ts'
import { refusalOf } from '../../../kernel/permission.ts'
import { fiscalYearOf, fiscalYearSpan, type IsoDay } from '../../../kernel/thai-date.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import { dayAsTyped } from '../../../kernel/typed-day.ts'
import { FilterChips } from '../../../ui/filter-chips.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf } from '../../../web/context.server.ts'
import { pageRefused } from '../../people/index.server.ts'
import { type AuditTyped, auditQuery, readAuditAddress } from '../audit-filter.domain.ts'
import { readAuditPage } from '../audit-page.queries.server.ts'
import { OFFICE_POLICY } from '../office.policy.ts'
import { AuditChainBox } from '../parts/audit-chain-box.tsx'
import { AuditEntries } from '../parts/audit-entries.tsx'
import { AuditFilterForm } from '../parts/audit-filter-form.tsx'
import { auditPageText } from '../text/pages.ts'
import type { Route } from './+types/audit-page'

const WEEK_MS = 6 * 24 * 3_600_000

export async function loader({ context, request }: Route.LoaderArgs) {
  const url = new URL(request.url)
  const lang = languageOf(url.pathname)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(OFFICE_POLICY, 'audit-log.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const asked = readAuditAddress(url.searchParams)
  const now = ctx.now()
  return {
    lang,
    asked,
    page: await readAuditPage(ctx, { ...asked, lang, isCheckAsked: url.searchParams.has('check') }),
    today: thaiDay(now),
    weekAgo: thaiDay(new Date(now.getTime() - WEEK_MS)),
  }
}

export default function AuditPage({ loaderData }: Route.ComponentProps) {
  const { lang, asked, page, today, weekAgo } = loaderData
  const text = auditPageText(lang)
  const address = addressOf.office(lang, 'audit')
  return (
    <>
      <title>{text.title}</title>
      <PageHead title={text.title} said={text.said} />
      <div className="stack">
        <AuditChainBox lang={lang} chain={page.chain} query={auditQuery(asked.typed, { check: '1' })} />
        <FilterChips
          label={text.periods}
          choices={periods(lang, { typed: asked.typed, today, weekAgo }).map(({ label, from, to }) => ({
            label,
            to: `${address}${auditQuery(asked.typed, { from: typedForm(from), to: typedForm(to) })}`,
            isChosen: (asked.filter.from ?? '') === from && (asked.filter.to ?? '') === to,
          }))}
        />
        <AuditFilterForm lang={lang} asked={asked} choices={page.choices} />
        {page.entries.length === 0 ? (
          <section className="empty">
            <h2>{text.emptyTitle}</h2>
            <p>{text.emptyBody}</p>
          </section>
        ) : (
          <AuditEntries lang={lang} entries={page.entries} names={page.names} />
        )}
        <Pager lang={lang} typed={asked.typed} isFirst={asked.before === undefined} older={page.older} />
        <ExportLinks lang={lang} typed={asked.typed} />
      </div>
    </>
  )
}

type PeriodDays = Readonly<{ typed: AuditTyped; today: IsoDay; weekAgo: IsoDay }>

function periods(lang: Language, { today, weekAgo }: PeriodDays) {
  const text = auditPageText(lang)
  const year = fiscalYearOf(today)
  const { start, end } = fiscalYearSpan(year)
  return [
    { label: text.all, from: '', to: '' },
    { label: text.today, from: today, to: today },
    { label: text.week, from: weekAgo, to: today },
    { label: text.fiscalYear(year), from: start, to: end },
  ]
}

/** A day as people type it, in the Buddhist era; nothing for none. */
const typedForm = (day: IsoDay | ''): string => (day === '' ? '' : dayAsTyped(day))

type PagerProps = Readonly<{ lang: Language; typed: AuditTyped; isFirst: boolean; older: number | null }>

function Pager({ lang, typed, isFirst, older }: PagerProps) {
  const text = auditPageText(lang)
  const address = addressOf.office(lang, 'audit')
  if (isFirst && older === null) return null
  return (
    <p className="pager">
      {!isFirst && (
        <a className="button" href={`${address}${auditQuery(typed)}`}>
          {text.newest}
        </a>
      )}
      {older !== null && (
        <a className="button" href={`${address}${auditQuery(typed, { before: String(older) })}`} rel="next">
          {text.older}
          <Icon name="arrow" />
        </a>
      )}
    </p>
  )
}

function ExportLinks({ lang, typed }: { lang: Language; typed: AuditTyped }) {
  const text = auditPageText(lang)
  const address = addressOf.office(lang, 'audit/export')
  return (
    <section className="stack no-print" aria-labelledby="export-title">
      <h2 id="export-title">{text.export}</h2>
      <p className="actions">
        {(['csv', 'jsonl'] as const).map((format) => (
          <a key={format} className="button" href={`${address}${auditQuery(typed, { format })}`} download>
            <Icon name={format === 'csv' ? 'sheet' : 'json'} />
            {text[format]}
          </a>
        ))}
      </p>
      <p className="small muted">{text.exportNote}</p>
    </section>
  )
}
