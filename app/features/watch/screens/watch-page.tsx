import '../../../ui/office-watch.css'
import type { Language } from '../../../i18n/language.ts'
import { ownUnits } from '../../../kernel/actor.ts'
import { refusalOf } from '../../../kernel/permission.ts'
import { formatDay, type IsoDay } from '../../../kernel/thai-date.ts'
import { daysAfter, formatInstant, startOfThaiDay, thaiDay } from '../../../kernel/thai-day.ts'
import { dayAsTyped, typedDay } from '../../../kernel/typed-day.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { FilterChips } from '../../../ui/filter-chips.tsx'
import { TextField } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { appOf, officeOf } from '../../../web/context.server.ts'
import { pageRefused } from '../../people/index.server.ts'
import { watchLog } from '../log/watch-log.domain.ts'
import { listChecksBetween } from '../log/watch-log.queries.server.ts'
import { watchCsv, watchJson } from '../overview/watch-file.ts'
import {
  ADDRESS_STATES,
  type AddressState,
  narrowed,
  readWatchFilter,
  type WatchFilter,
} from '../overview/watch-overview.domain.ts'
import { readWatch, type WatchRound } from '../overview/watch-overview.queries.server.ts'
import { WatchLogTable } from '../parts/watch-log-table.tsx'
import { WatchedTable } from '../parts/watched-table.tsx'
import { watchPageText } from '../text/pages.ts'
import { WATCH_POLICY } from '../watch.policy.ts'
import { watchTargetsContext } from '../watch-targets.server.ts'
import type { Route } from './+types/watch-page'

const LOG_DAYS = 30
const MOST_ENTRIES = 50
const MOST_DAYS = 400

type Read = Awaited<ReturnType<typeof readPage>>

/** With `?format=csv` or `json` the same as a file. Refusals are left to the loader, which makes pages of them. */
export const middleware: Route.MiddlewareFunction[] = [
  async ({ context, request }, next) => {
    const { pathname, searchParams } = new URL(request.url)
    const format = searchParams.get('format')
    if (format !== 'csv' && format !== 'json') return next()
    const { ctx } = await officeOf(context)
    if (refusalOf(WATCH_POLICY, 'watch.read', ctx.actor)) return next()
    const targets = await context.get(watchTargetsContext)(ctx, { origin: appOf(context).origin })
    const read = await readPage(ctx, { targets, query: searchParams })
    return fileOf(ctx, languageOf(pathname), read, format)
  },
]

export async function loader({ context, request }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(WATCH_POLICY, 'watch.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const targets = await context.get(watchTargetsContext)(ctx, { origin: appOf(context).origin })
  const { rows, log, ...read } = await readPage(ctx, { targets, query: searchParams })
  return {
    ...read,
    lang: languageOf(pathname),
    ...rows,
    log: log.slice(0, MOST_ENTRIES),
    logged: log.length,
    hasUnits: ownUnits(ctx.actor).length > 0,
  }
}

async function readPage(
  ctx: Ctx,
  { targets, query }: Readonly<{ targets: Parameters<typeof readWatch>[1]; query: URLSearchParams }>,
) {
  const { rows, round } = await readWatch(ctx, targets)
  const filter = readWatchFilter(query)
  const today = thaiDay(ctx.now())
  const days = readDays(query, today)
  const checks = await listChecksBetween(ctx, {
    from: startOfThaiDay(days.from),
    to: startOfThaiDay(daysAfter(days.to, 1)),
  })
  return {
    rows: narrowed(rows, filter, ownUnits(ctx.actor)),
    watched: rows.length,
    round,
    filter,
    days,
    typed: { from: query.get('from') ?? dayAsTyped(days.from), to: query.get('to') ?? dayAsTyped(days.to) },
    log: watchLog(checks),
  }
}

/** The days of the log; the last thirty where what was typed is none, or a span that nobody reads. */
function readDays(query: URLSearchParams, today: IsoDay) {
  const [from, to] = [typedDay(query.get('from') ?? ''), typedDay(query.get('to') ?? '')]
  const end = to ?? today
  const start = from ?? daysAfter(end, -LOG_DAYS)
  const isReadable =
    start <= end &&
    daysAfter(start, MOST_DAYS) >= end &&
    (from !== null || !query.get('from')) &&
    (to !== null || !query.get('to'))
  return isReadable
    ? { from: start, to: end, isReadable }
    : { from: daysAfter(today, -LOG_DAYS), to: today, isReadable }
}

const TYPES = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' } as const

function fileOf(ctx: Ctx, lang: Language, { rows, log }: Read, format: 'csv' | 'json'): Response {
  const at = ctx.now()
  const body = format === 'csv' ? watchCsv(lang, rows.rows) : watchJson(lang, { rows: rows.rows, log, at })
  return new Response(body, {
    headers: {
      'Content-Type': TYPES[format],
      'Content-Disposition': `attachment; filename="watch-${ctx.agency.code}-${thaiDay(at)}.${format}"`,
      'Cache-Control': 'no-store',
    },
  })
}

export default function WatchScreen({ loaderData }: Route.ComponentProps) {
  const { lang, rows, counts, all, watched, round, filter, days, typed, log, logged, hasUnits } = loaderData
  const text = watchPageText(lang)
  return (
    <>
      <title>{text.title}</title>
      <PageHead
        title={text.title}
        said={text.lead}
        action={
          <a className="button" href={addressOf.office(lang, 'watch/hosts')}>
            {text.hosts}
          </a>
        }
      />
      <div className="stack wide">
        <p className="muted">
          <Icon name="working" /> <RoundWords lang={lang} round={round} />
        </p>
        {watched === 0 ? (
          <div className="empty">
            <h2>{text.emptyTitle}</h2>
            <p>{text.emptyBody}</p>
            <p className="actions">
              <a className="button" href={addressOf.office(lang, 'disclosure')}>
                {text.emptyGo}
              </a>
            </p>
          </div>
        ) : (
          <>
            <Filters lang={lang} filter={filter} counts={counts} all={all} hasUnits={hasUnits} />
            {rows.length === 0 ? (
              <p className="muted">{text.nothing}</p>
            ) : (
              <WatchedTable lang={lang} rows={rows} />
            )}
          </>
        )}
        <section className="stack" aria-labelledby="log">
          <h2 id="log">{text.logTitle}</h2>
          <p className="muted">{text.logWhy}</p>
          <form method="get" action={`${addressOf.office(lang, 'watch')}#log`} className="filter-form">
            <TextField
              form={{ values: typed, errors: days.isReadable ? {} : { from: text.logUnreadable } }}
              name="from"
              label={text.logFrom}
              hint={text.logHint}
            />
            <TextField
              form={{ values: typed, errors: {} }}
              name="to"
              label={text.logTo}
              hint={text.logHint}
            />
            <div className="actions">
              <button type="submit" className="button">
                {text.logShow}
              </button>
            </div>
          </form>
          <p className="muted">{text.logLead(formatDay(days.from, lang), formatDay(days.to, lang))}</p>
          {log.length === 0 ? <p>{text.logEmpty}</p> : <WatchLogTable lang={lang} entries={log} />}
          {logged > log.length && <p className="muted">{text.logMost(log.length, logged)}</p>}
        </section>
        {(watched > 0 || logged > 0) && (
          <p className="actions">
            <Icon name="download" /> {text.files}:{' '}
            {(['csv', 'json'] as const).map((format) => (
              <a key={format} href={hrefOf(lang, filter, { format, from: days.from, to: days.to })}>
                {text[format]}
              </a>
            ))}
          </p>
        )}
      </div>
    </>
  )
}

function RoundWords({ lang, round }: { lang: Language; round: WatchRound | null }) {
  const text = watchPageText(lang)
  if (round === null) return text.noRound
  const said = text.round(formatInstant(round.startedAt, lang), round.checked)
  return round.endedAt === null ? `${said} (${text.roundRunning})` : said
}

type FiltersProps = Readonly<{
  lang: Language
  filter: WatchFilter
  counts: Readonly<Record<AddressState, number>>
  all: number
  hasUnits: boolean
}>

function Filters({ lang, filter, counts, all, hasUnits }: FiltersProps) {
  const text = watchPageText(lang)
  return (
    <div className="watch-filters">
      <FilterChips
        label={text.filter}
        choices={[
          {
            label: text.all,
            to: hrefOf(lang, { ...filter, state: null }),
            isChosen: filter.state === null,
            count: all,
          },
          ...ADDRESS_STATES.map((state) => ({
            label: text.states[state],
            to: hrefOf(lang, { ...filter, state }),
            isChosen: filter.state === state,
            count: counts[state],
          })),
        ]}
      />
      {hasUnits && (
        <FilterChips
          label={text.whose}
          choices={[
            {
              label: text.everybody,
              to: hrefOf(lang, { ...filter, isOwn: false }),
              isChosen: !filter.isOwn,
            },
            { label: text.own, to: hrefOf(lang, { ...filter, isOwn: true }), isChosen: filter.isOwn },
          ]}
        />
      )}
    </div>
  )
}

function hrefOf(lang: Language, { state, isOwn }: WatchFilter, more: Readonly<Record<string, string>> = {}) {
  const query = new URLSearchParams({
    ...(state === null ? {} : { state }),
    ...(isOwn ? { own: '1' } : {}),
    ...more,
  })
  return `${addressOf.office(lang, 'watch')}${query.size === 0 ? '' : `?${query}`}`
}
