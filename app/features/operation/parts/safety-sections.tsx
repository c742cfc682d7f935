import type { Language } from '../../../i18n/language.ts'
import { sizeText } from '../../../kernel/file-size.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import { Chip } from '../../../ui/chip.tsx'
import { Facts } from '../../../ui/facts.tsx'
import type { OperationFacts } from '../facts/operation-facts.domain.ts'
import { operationPageText } from '../text/index.ts'
import { Instant } from './instant.tsx'

type SectionProps = Readonly<{ lang: Language; facts: OperationFacts }>

const A_DAY_MS = 86_400_000

/** When data was last made safe, and when that was last tried out. */
export function BackupSection({ lang, facts: { backup, now } }: SectionProps) {
  const { backup: text } = operationPageText(lang)
  const { last, lastDrillAt } = backup
  return (
    <section className="stack" aria-labelledby="backup">
      <h2 id="backup">{text.title}</h2>
      <Facts
        rows={[
          [text.last, last === null ? text.never : <Instant key="at" lang={lang} at={last.at} now={now} />],
          [text.file, last?.fileName ? <code key="file">{last.fileName}</code> : null],
          [text.size, last?.size ? sizeText(last.size) : null],
          [
            text.encrypted,
            last === null || last.isEncrypted === null ? null : last.isEncrypted ? text.yes : text.no,
          ],
          [text.scheduled, backup.isScheduled ? text.on : text.off],
          [
            text.drill,
            lastDrillAt === null ? (
              text.never
            ) : (
              <Instant key="drill" lang={lang} at={lastDrillAt} now={now} />
            ),
          ],
        ]}
      />
    </section>
  )
}

/** What browsers are shown at the public address, and a button that looks again. */
export function CertificateSection({ lang, facts: { certificate, settings, now } }: SectionProps) {
  const { certificate: text } = operationPageText(lang)
  const isSecure = certificate.state !== 'plain'
  return (
    <section className="stack" aria-labelledby="certificate">
      <h2 id="certificate">{text.title}</h2>
      <Facts
        rows={[
          [
            text.origin,
            <span key="origin" className="long-address">
              {settings.origin}
            </span>,
          ],
          [text.state, <CertificateState key="state" lang={lang} certificate={certificate} />],
          ...('notAfter' in certificate
            ? ([
                [text.issuer, certificate.issuer],
                [
                  text.notAfter,
                  <span key="end">
                    {formatDay(thaiDay(certificate.notAfter), lang)}
                    <span className="under">
                      {text.left(Math.floor((certificate.notAfter.getTime() - now.getTime()) / A_DAY_MS))}
                    </span>
                  </span>,
                ],
              ] as const)
            : []),
          [
            text.checkedAt,
            'checkedAt' in certificate ? (
              <Instant key="at" lang={lang} at={certificate.checkedAt} now={now} />
            ) : null,
          ],
        ]}
      />
      {isSecure && (
        <form method="post" className="actions">
          <button type="submit" className="button">
            {text.check}
          </button>
        </form>
      )}
    </section>
  )
}

function CertificateState({
  lang,
  certificate,
}: Readonly<{ lang: Language; certificate: OperationFacts['certificate'] }>) {
  const { certificate: text } = operationPageText(lang)
  switch (certificate.state) {
    case 'plain':
      return text.plain
    case 'unknown':
      return text.unknown
    case 'unreachable':
      return text.unreachable(certificate.code)
    case 'untrusted':
      return (
        <Chip state="late" icon="warning">
          {text.untrusted(certificate.code ?? '')}
        </Chip>
      )
    case 'trusted':
      return <Chip state="done">{text.trusted}</Chip>
  }
}
