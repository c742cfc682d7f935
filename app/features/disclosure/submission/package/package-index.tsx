import type { Language } from '../../../../i18n/language.ts'
import { formatInstant } from '../../../../kernel/thai-day.ts'
import type { LogEntry } from '../../../watch/index.ts'
import { packageText } from '../text/index.ts'
import { capturePath, logOf, type PackagedItem, type PackageKind } from './package-files.domain.ts'

export type PackageFacts = Readonly<{
  lang: Language
  year: number
  kind: PackageKind
  items: readonly PackagedItem[]
  log: readonly LogEntry[]
  /** The days that the log is of. */
  span: Readonly<{ from: Date; to: Date }>
  madeAt: Date
}>

/** Opens from a disk, alone: nothing is fetched. */
const STYLE =
  'body{font:1rem/1.7 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}dt{font-weight:600}dd{margin:0 0 .5rem;white-space:pre-line}section{border-top:1px solid #666;margin-top:2rem}'

/** The index of the package as a page. `missing` names files that are not in the store any more. */
export function PackageIndex({ facts, missing }: { facts: PackageFacts; missing: ReadonlySet<string> }) {
  const { lang, year, kind, items, log, span, madeAt } = facts
  const text = packageText(lang)
  return (
    <html lang={lang}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{text.title(year)}</title>
        <style>{STYLE}</style>
      </head>
      <body>
        <h1>{text.title(year)}</h1>
        <p>
          {kind === 'clarification' ? text.disputedOnly : text.allSubmitted} ·{' '}
          {text.madeAt(formatInstant(madeAt, lang))}
        </p>
        <p>{text.rule}</p>
        {items.map((item) => (
          <PackagedSection
            key={item.row.code}
            lang={lang}
            item={item}
            log={log}
            span={span}
            missing={missing}
          />
        ))}
      </body>
    </html>
  )
}

type SectionProps = Readonly<{
  lang: Language
  item: PackagedItem
  log: readonly LogEntry[]
  span: PackageFacts['span']
  missing: ReadonlySet<string>
}>

function PackagedSection({ lang, item: { row, captures }, log, span, missing }: SectionProps) {
  const text = packageText(lang)
  const { submitted, dispute } = row
  const entries = logOf(log, submitted.address)
  return (
    <section>
      <h2>
        {row.code} {row.title?.[lang]}
      </h2>
      <dl>
        <dt>{text.columns.address}</dt>
        <dd>{submitted.address}</dd>
        <dt>{text.columns.submittedAt}</dt>
        <dd>{formatInstant(submitted.at, lang)}</dd>
        <dt>{text.columns.score}</dt>
        <dd>
          {dispute === null
            ? text.notRecorded
            : `${dispute.provisionalScore} (${dispute.isDisputed ? text.yes : text.no})`}
        </dd>
        {dispute?.assessorReason && (
          <>
            <dt>{text.columns.reason}</dt>
            <dd>{dispute.assessorReason}</dd>
          </>
        )}
        {dispute?.argument && (
          <>
            <dt>{text.columns.argument}</dt>
            <dd>{dispute.argument}</dd>
          </>
        )}
      </dl>
      <h3>{text.captures}</h3>
      {captures.length === 0 ? (
        <p>{text.noCaptures}</p>
      ) : (
        <ul>
          {captures.map((capture) => (
            <li key={capture.id}>
              {text.captureOf(formatInstant(capture.capturedAt, lang), text.reasons[capture.reason])}
              <ul>
                {(['content', 'record'] as const).map((file) => {
                  const path = capturePath(row.code, capture, file)
                  const hash = file === 'content' ? capture.sha256 : capture.recordSha256
                  return (
                    <li key={file}>
                      {missing.has(path) ? (
                        `${path} (${text.missing})`
                      ) : (
                        <a href={path.split('/').map(encodeURIComponent).join('/')}>{path}</a>
                      )}
                      <br />
                      <small>SHA-256 {hash}</small>
                    </li>
                  )
                })}
              </ul>
            </li>
          ))}
        </ul>
      )}
      <h3>{text.log}</h3>
      <p>{text.logSpan(formatInstant(span.from, lang), formatInstant(span.to, lang))}</p>
      {entries.length === 0 ? (
        <p>{text.noLog}</p>
      ) : (
        <ul>
          {entries.map((entry) => (
            <li key={`${entry.kind} ${entry.from.getTime()}`}>
              {formatInstant(entry.from, lang)}
              {entry.to !== null && ` – ${formatInstant(entry.to, lang)}`}: {text.logKinds[entry.kind]}{' '}
              {entry.codes.join(', ')}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
