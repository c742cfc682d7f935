import type { Language } from '../../../i18n/language.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { formatInstant } from '../../../kernel/thai-day.ts'
import { Chip } from '../../../ui/chip.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { capturePart, RECORD_FILE } from '../captures/capture-names.domain.ts'
import { findingText } from '../text/index.ts'
import { watchAddressText } from '../text/pages.ts'
import type { Capture, KeptCheck, OpenFinding } from '../watch.domain.ts'

const SHORT_HASH = 12

/** What is wrong, each with what to do about it. */
export function Findings({ lang, findings }: { lang: Language; findings: readonly OpenFinding[] }) {
  const text = watchAddressText(lang)
  if (findings.length === 0)
    return (
      <p>
        <Chip state="done">{text.noFinding}</Chip>
      </p>
    )
  return (
    <ul className="watch-findings">
      {findings.map((finding) => {
        const { problem, remedy } = findingText(lang, finding)
        return (
          <li key={`${finding.code} ${finding.subject}`}>
            {finding.weight === 'fails' ? (
              <Chip state="late">{text.fails}</Chip>
            ) : (
              <Chip state="review" icon="warning">
                {text.warns}
              </Chip>
            )}
            <strong>{problem}</strong>
            <p>{remedy}</p>
            <p className="small muted">{text.since(formatInstant(finding.raisedAt, lang))}</p>
          </li>
        )
      })}
    </ul>
  )
}

/** What the last look saw. */
export function LastCheck({ lang, check }: { lang: Language; check: KeptCheck }) {
  const text = watchAddressText(lang)
  const { facts } = check
  const { certificate, pages, redirects } = facts
  return (
    <Facts
      rows={[
        [text.facts.at, formatInstant(check.startedAt, lang)],
        [text.facts.status, check.status === null ? text.noAnswer : String(check.status)],
        [text.facts.title, check.title],
        [text.facts.type, check.mediaType],
        [text.facts.size, check.size === null ? null : text.bytes(check.size.toLocaleString('en'))],
        [text.facts.hash, check.sha256 && <code className="long-address">{check.sha256}</code>],
        [text.facts.modified, check.lastModified && formatInstant(check.lastModified, lang)],
        [
          text.facts.redirects,
          redirects.length === 0 ? null : (
            <ol key="redirects" className="watch-redirects">
              {[...redirects.slice(1), check.finalAddress]
                .filter((address, at, all) => address !== null && all.indexOf(address) === at)
                .map((address) => (
                  <li key={address} className="long-address">
                    {address}
                  </li>
                ))}
            </ol>
          ),
        ],
        [
          text.facts.certificate,
          certificate &&
            text.certificate(certificate.issuer, formatDay(certificate.validTo.slice(0, 10), lang)),
        ],
        [text.facts.pages, pages && text.pages(pages.withText, pages.all)],
        [
          text.facts.excerpt,
          facts.excerpt && (
            <span key="excerpt" lang="th">
              {facts.excerpt}
            </span>
          ),
        ],
      ]}
    />
  )
}

/** Elements that were looked for; null where none were. */
export function SeenElements({ lang, check }: { lang: Language; check: KeptCheck }) {
  const text = watchAddressText(lang)
  const { elements } = check.facts
  if (elements.length === 0) return null
  return (
    <section className="stack" aria-labelledby="seen">
      <h2 id="seen">{text.seen}</h2>
      <DataTable
        caption={text.seen}
        columns={[{ label: text.element }, { label: text.result }]}
        rows={elements.map(({ element, label, isSeen }) => ({
          key: element,
          cells: [
            label[lang],
            <Chip key="seen" state={isSeen ? 'done' : 'late'}>
              {isSeen ? text.isSeen : text.notSeen}
            </Chip>,
          ],
        }))}
      />
    </section>
  )
}

/** Required links of the menu; null where none were looked for. */
export function MenuLinks({ lang, check }: { lang: Language; check: KeptCheck }) {
  const text = watchAddressText(lang)
  const { menuLinks } = check.facts
  if (menuLinks.length === 0) return null
  return (
    <section className="stack" aria-labelledby="menu-links">
      <h2 id="menu-links">{text.menu}</h2>
      <DataTable
        caption={text.menu}
        columns={[{ label: text.link }, { label: text.leadsTo }]}
        rows={menuLinks.map(({ name, address }) => ({
          key: name,
          cells: [
            name,
            address === null ? (
              <Chip key="none" state="late">
                {text.notSeen}
              </Chip>
            ) : (
              <span key="to" className="long-address">
                {address}
              </span>
            ),
          ],
        }))}
      />
    </section>
  )
}

/** Rules of accessibility that are broken, with how often. */
export function Accessibility({ lang, check }: { lang: Language; check: KeptCheck }) {
  const text = watchAddressText(lang)
  const { accessibility } = check.facts
  const broken = Object.entries(accessibility ?? {}).toSorted(([, a], [, b]) => b - a)
  return (
    <section className="stack" aria-labelledby="accessibility">
      <h2 id="accessibility">{text.accessibility}</h2>
      {broken.length === 0 ? (
        <p className="muted">{accessibility === null ? text.notCounted : text.accessible}</p>
      ) : (
        <DataTable
          caption={text.accessibility}
          columns={[{ label: text.rule }, { label: text.times, look: 'end' }]}
          rows={broken.map(([rule, times]) => ({
            key: rule,
            cells: [<code key="rule">{rule}</code>, String(times)],
          }))}
        />
      )}
    </section>
  )
}

/** What was kept as evidence, to download. */
export function Captures({ lang, captures }: { lang: Language; captures: readonly Capture[] }) {
  const text = watchAddressText(lang)
  const columns = text.captureColumns
  return (
    <section className="stack" aria-labelledby="captures">
      <h2 id="captures">{text.captures}</h2>
      {captures.length === 0 ? (
        <p className="muted">{text.noCaptures}</p>
      ) : (
        <DataTable
          caption={text.captures}
          columns={[
            { label: columns.at },
            { label: columns.reason },
            { label: columns.by },
            { label: columns.files },
            { label: columns.hash },
          ]}
          rows={captures.map((capture) => ({
            key: capture.id,
            cells: [
              formatInstant(capture.capturedAt, lang),
              text.reasons[capture.reason],
              capture.capturedByName,
              <span key="files" className="watch-files">
                <a href={addressOf.office(lang, capturePart(capture, capture.fileName))}>
                  {text.bytesFile}
                  <span className="visually-hidden"> {formatInstant(capture.capturedAt, lang)}</span>
                </a>
                <a href={addressOf.office(lang, capturePart(capture, RECORD_FILE))}>
                  {text.recordFile}
                  <span className="visually-hidden"> {formatInstant(capture.capturedAt, lang)}</span>
                </a>
              </span>,
              <code key="hash" className="long-address">
                {capture.sha256}
              </code>,
            ],
          }))}
        />
      )}
    </section>
  )
}

/** Looks at the address, the newest first. */
export function CheckHistory({ lang, checks }: { lang: Language; checks: readonly KeptCheck[] }) {
  const text = watchAddressText(lang)
  const columns = text.historyColumns
  return (
    <section className="stack" aria-labelledby="history">
      <h2 id="history">{text.history}</h2>
      <DataTable
        caption={text.history}
        columns={[
          { label: columns.at },
          { label: columns.by },
          { label: columns.result },
          { label: columns.status },
          { label: columns.hash },
        ]}
        rows={checks.map((check) => ({
          key: check.id,
          cells: [
            formatInstant(check.startedAt, lang),
            text.askedBy[check.askedBy],
            check.passes ? (
              <Chip key="result" state="done">
                {text.passes}
              </Chip>
            ) : (
              <span key="result">
                <Chip state="late">{text.fails}</Chip>
                <span className="under">
                  {check.findings
                    .filter(({ weight }) => weight === 'fails')
                    .map((finding) => findingText(lang, finding).problem)
                    .join(' · ')}
                </span>
              </span>
            ),
            check.status === null ? text.noAnswer : String(check.status),
            check.sha256 === null ? '–' : <code key="hash">{check.sha256.slice(0, SHORT_HASH)}</code>,
          ],
        }))}
      />
      <p className="small muted">{text.historyMost(checks.length)}</p>
    </section>
  )
}
