import '../../../ui/office-site.css'
import { data, redirect } from 'react-router'
import type { Language } from '../../../i18n/language.ts'
import { formatDay, type IsoDay } from '../../../kernel/thai-date.ts'
import { formatInstant, thaiDay } from '../../../kernel/thai-day.ts'
import { Chip } from '../../../ui/chip.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf } from '../../../web/context.server.ts'
import { READINGS_PART } from '../readings/ask-by-mail.server.ts'
import { listOwnReadings, type OwnReading } from '../readings/readings.queries.server.ts'
import { confirmReading } from '../readings/usecases/confirm-reading.server.ts'
import { readingsText } from '../text/readings.ts'
import type { Route } from './+types/readings-page'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const { ctx } = await officeOf(context)
  return {
    lang: languageOf(pathname),
    today: thaiDay(ctx.now()),
    readings: await listOwnReadings(ctx),
    done: searchParams.get('done'),
  }
}

export async function action({ context, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await officeOf(context)
  const sent = await request.formData()
  const confirmed = await confirmReading(ctx, { roundId: String(sent.get('roundId') ?? '') })
  if (!confirmed.ok) throw data(null, 404)
  throw redirect(`${addressOf.office(lang, READINGS_PART)}?done=confirmed`, 303)
}

export default function ReadingsPage({ loaderData }: Route.ComponentProps) {
  const { lang, today, readings, done } = loaderData
  const text = readingsText(lang)
  const waiting = readings.filter(({ readAt }) => readAt === null)
  const read = readings.filter(({ readAt }) => readAt !== null)
  return (
    <>
      <title>{text.title}</title>
      <PageHead title={text.title} said={text.lead} />
      <div className="stack">
        {done === 'confirmed' && <Notice kind="done">{text.confirmed}</Notice>}
        {readings.length === 0 && (
          <div className="empty">
            <h2>{text.emptyTitle}</h2>
            <p>{text.emptyBody}</p>
          </div>
        )}
        {waiting.length > 0 && (
          <section className="stack" aria-labelledby="waiting">
            <h2 id="waiting">{text.toRead}</h2>
            <ul className="readings">
              {waiting.map((reading) => (
                <li key={reading.roundId}>
                  <Reading lang={lang} reading={reading} today={today} />
                </li>
              ))}
            </ul>
          </section>
        )}
        {read.length > 0 && (
          <section className="stack" aria-labelledby="read">
            <h2 id="read">{text.done}</h2>
            <ul className="readings">
              {read.map((reading) => (
                <li key={reading.roundId}>
                  <Reading lang={lang} reading={reading} today={today} />
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </>
  )
}

type ReadingProps = Readonly<{ lang: Language; reading: OwnReading; today: IsoDay }>

function Reading({ lang, reading, today }: ReadingProps) {
  const text = readingsText(lang)
  const { roundId, version, slug, title, dueOn, readAt } = reading
  const day = formatDay(dueOn, lang)
  return (
    <>
      <h3 lang={lang === 'en' && title.en === null ? 'th' : undefined}>
        {(lang === 'en' && title.en) || title.th}
      </h3>
      <p>
        {readAt !== null ? (
          <Chip state="done">{text.readAt(formatInstant(readAt, lang))}</Chip>
        ) : dueOn < today ? (
          <Chip state="late">{text.overdue(day)}</Chip>
        ) : (
          <Chip state="working">{text.due(day)}</Chip>
        )}
      </p>
      <div className="actions">
        <a className="button" href={`${addressOf.pages(lang, 'policies', slug)}/versions/${version}`}>
          <Icon name="page" />
          {text.open} ({text.version(version)})
        </a>
        {readAt === null && (
          <form method="post">
            <input type="hidden" name="roundId" value={roundId} />
            <button type="submit" className="button primary">
              <Icon name="yes" />
              {text.confirm}
            </button>
          </form>
        )}
      </div>
    </>
  )
}
