import type { Language } from '../../../i18n/language.ts'
import { sizeText } from '../../../kernel/file-size.ts'
import { Facts } from '../../../ui/facts.tsx'
import { addressOf } from '../../../web/addresses.ts'
import type { OperationFacts } from '../facts/operation-facts.domain.ts'
import { operationPageText } from '../text/index.ts'
import { Instant } from './instant.tsx'

type SectionProps = Readonly<{ lang: Language; facts: OperationFacts }>

/** How much the agency keeps, of how much it may, and what is left of the disk. */
export function StorageSection({ lang, facts: { storage } }: SectionProps) {
  const { storage: text } = operationPageText(lang)
  const { files, used, quota, disk } = storage
  return (
    <section className="stack" aria-labelledby="storage">
      <h2 id="storage">{text.title}</h2>
      <Facts
        rows={[
          [text.files, text.filesOf(files.toLocaleString('en'), sizeText(used))],
          [
            text.quota,
            quota === null ? text.noQuota : <QuotaBar key="quota" lang={lang} used={used} quota={quota} />,
          ],
          [text.place, storage.isInS3 ? text.s3 : text.disk],
          [text.free, disk === null ? text.unknown : text.freeOf(sizeText(disk.free), sizeText(disk.size))],
        ]}
      />
    </section>
  )
}

function QuotaBar({ lang, used, quota }: Readonly<{ lang: Language; used: number; quota: number }>) {
  const said = operationPageText(lang).storage.used(sizeText(used), sizeText(quota))
  return (
    <span className="operation-quota">
      <progress value={Math.min(used, quota)} max={quota} aria-label={said} />
      <span>{said}</span>
    </span>
  )
}

/** Mail of the agency that has not gone out. */
export function MailSection({ lang, facts: { mail, now } }: SectionProps) {
  const { mail: text, toMail } = operationPageText(lang)
  return (
    <section className="stack" aria-labelledby="mail">
      <h2 id="mail">{text.title}</h2>
      <Facts
        rows={[
          [text.state, mail.isOn ? text.on : text.off],
          [text.waiting, text.count(mail.waiting)],
          [text.failed, text.count(mail.failed)],
          [
            text.oldest,
            mail.oldestAt === null ? null : <Instant key="oldest" lang={lang} at={mail.oldestAt} now={now} />,
          ],
        ]}
      />
      <p>
        <a href={addressOf.office(lang, 'mail')}>{toMail}</a>
      </p>
    </section>
  )
}

/** Settings that decide how the program behaves; no secret is among them. */
export function SettingsSection({ lang, facts: { settings, backup } }: SectionProps) {
  const { settings: text } = operationPageText(lang)
  return (
    <section className="stack" aria-labelledby="settings">
      <h2 id="settings">{text.title}</h2>
      <p className="muted">{text.said}</p>
      <Facts
        rows={[
          [text.scanner, settings.hasScanner ? text.on : text.off],
          [text.proxies, text.proxiesOf(settings.trustedProxies)],
          [text.upload, `${settings.mostUploadMb} MB`],
          [text.recipient, backup.hasRecipient ? text.set : text.notSet],
        ]}
      />
    </section>
  )
}
