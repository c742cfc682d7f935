import { data } from 'react-router'
import type { Bilingual, Language } from '../../../i18n/language.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { addressOf } from '../../../web/addresses.ts'
import { findStaffWords } from '../../site/index.server.ts'
import { limitOf } from '../channel/channel-limits.server.ts'
import type { ChannelView } from '../reporting/channel-view.queries.server.ts'
import { termsOf } from '../reporting/report-terms.ts'
import { channelViewOf, reporterVisit } from '../reporting/reporter-visit.server.ts'
import { STAGES } from '../settings/channel-settings.domain.ts'
import { channelPageText } from '../text/reporting.ts'
import type { Route } from './+types/channel-page'

const OUTSIDE = [
  ['nacc', 'https://www.nacc.go.th'],
  ['pacc', 'https://www.pacc.go.th'],
] as const
const LIMITS = ['live', 'reader', 'words', 'network', 'device', 'tor', 'storage', 'code'] as const
const GUIDE_SLUG = 'whistleblow-guide'

export async function loader({ context, request }: Route.LoaderArgs) {
  const visit = await reporterVisit(context, request)
  const view = await channelViewOf(visit)
  if (visit.ctx === null || view === null) throw data(null, 503)
  const { lang } = visit
  return {
    lang,
    isStaffNetwork: visit.isStaffNetwork,
    isOpen: termsOf(view, lang).isOpen,
    note: said(lang, view.settings.note),
    times: STAGES.map((stage) => ({
      stage,
      days: view.settings.times[stage].workingDays,
      certainty: view.settings.times[stage].certainty,
      basis: said(lang, view.settings.times[stage].basis),
    })),
    retentionDays: view.settings.retentionDays,
    readers: readersIn(view, lang),
    recovery: view.settings.isRecoveryOn && view.recovery ? view.recovery : null,
    limits: { send: limitOf('send'), code: limitOf('code') },
    hasGuide: (await findStaffWords(visit.ctx, 'whistle')) !== null,
  }
}

const said = (lang: Language, words: Bilingual): string => words[lang]

/** Who reads first, then who keeps keys of identities. */
const ORDER = ['recipient', 'external', 'custodian']

const readersIn = ({ holders }: ChannelView, lang: Language) =>
  holders
    .toSorted((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind))
    .map(({ keyId, kind, roleTh, roleEn, fingerprint, validFrom, isOffline }) => ({
      keyId,
      kind,
      role: lang === 'th' ? roleTh : roleEn,
      fingerprint,
      since: formatDay(validFrom, lang),
      isOffline,
    }))

export default function ChannelPage({ loaderData }: Route.ComponentProps) {
  const { lang, isOpen, times, limits } = loaderData
  const text = channelPageText(lang)
  return (
    <>
      <title>{text.title}</title>
      <h1>{text.title}</h1>
      <p className="lead">{text.lead}</p>
      {loaderData.isStaffNetwork && <p className="notice warning">{text.staffNetwork}</p>}
      {loaderData.note !== '' && <p className="notice">{loaderData.note}</p>}
      {!isOpen && <p className="notice warning">{text.closed}</p>}
      <p className="actions">
        {isOpen && (
          <a className="button primary" href={addressOf.reporting(lang, 'report')}>
            {text.toReport}
          </a>
        )}
        <a className="button" href={addressOf.reporting(lang, 'return')}>
          {text.toReturn}
        </a>
      </p>

      <h2>{text.stepsHeading}</h2>
      <ol>
        <li>{text.steps.write}</li>
        <li>{text.steps.receipt}</li>
        <li>{text.steps.read}</li>
        <li>{text.steps.end(loaderData.retentionDays)}</li>
      </ol>

      <h2>{text.timesHeading}</h2>
      <ul>
        {times.map(({ stage, days, certainty, basis }) => (
          <li key={stage}>
            {text.times[stage](days)}{' '}
            <span className="muted">
              ({text.certainty[certainty]}
              {basis !== '' && `: ${basis}`})
            </span>
          </li>
        ))}
        <li>{text.times.escalation}</li>
      </ul>

      <h2>{text.readersHeading}</h2>
      <p>{text.readersIntro}</p>
      <Readers lang={lang} readers={loaderData.readers} />
      <p>{text.identity}</p>
      <p>
        {loaderData.recovery
          ? text.recovery(loaderData.recovery.threshold, loaderData.recovery.shares)
          : text.noRecovery}
      </p>

      <h2>{text.lawHeading}</h2>
      <p>{text.law.act}</p>
      <p>{text.law.discipline}</p>
      <p className="notice warning">{text.law.unverified}</p>
      <p>{text.law.proof}</p>
      <p>{text.law.data}</p>

      <h2>{text.limitsHeading}</h2>
      <ul>
        {LIMITS.map((name) => (
          <li key={name}>{text.limits[name]}</li>
        ))}
      </ul>

      <h2>{text.slowHeading}</h2>
      <p>{text.slow(limits.send.free, limits.send.most)}</p>
      <p>{text.slowCode(limits.code.free, limits.code.most)}</p>

      <h2>{text.outsideHeading}</h2>
      <ul>
        {OUTSIDE.map(([name, address]) => (
          <li key={name}>
            <a href={address} rel="noopener noreferrer">
              {text[name]}
            </a>{' '}
            <span className="muted">
              {new URL(address).host} ({text.outside})
            </span>
          </li>
        ))}
      </ul>
      <ul>
        {loaderData.hasGuide && (
          <li>
            <a href={addressOf.pages(lang, 'pages', GUIDE_SLUG)}>{text.agencyHeading}</a>
          </li>
        )}
        <li>
          <a href={addressOf.reporting(lang, 'statistics')}>{text.statistics}</a>
        </li>
        <li>
          <a href={addressOf.sitePage(lang, 'complaint')}>{text.complaint}</a>
        </li>
      </ul>
    </>
  )
}

type ReadersProps = Readonly<{ lang: Language; readers: ReturnType<typeof readersIn> }>

function Readers({ lang, readers }: ReadersProps) {
  const text = channelPageText(lang)
  if (readers.length === 0) return <p className="notice">{text.readersNone}</p>
  return (
    <dl>
      {readers.map(({ keyId, kind, role, fingerprint, since, isOffline }) => (
        <div key={keyId}>
          <dt>{role}</dt>
          <dd>
            {text.kinds[kind]}
            {isOffline && ` · ${text.offline}`}
            <br />
            <span className="muted">{text.readers.key}</span> <span className="key">{fingerprint}</span>
            <br />
            <span className="muted">
              {text.readers.since} {since}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  )
}
