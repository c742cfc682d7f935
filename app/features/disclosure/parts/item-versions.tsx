import type { Language } from '../../../i18n/language.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import { Chip } from '../../../ui/chip.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { addressOf } from '../../../web/addresses.ts'
import type { PublicItem, PublicVersion } from '../item-work.domain.ts'
import { disclosurePublicText } from '../text/disclosure-public.ts'

type ItemVersionsProps = Readonly<{
  lang: Language
  item: Pick<PublicItem, 'year' | 'code' | 'versions'>
  /** The version that is being read; null where none is. */
  here: number | null
}>

/** Every version of an item, the newest first, each at its address; withdrawn ones with since when and why. */
export function ItemVersions({ lang, item: { year, code, versions }, here }: ItemVersionsProps) {
  const text = disclosurePublicText(lang)
  if (versions.length === 0) return null
  const current = versions.find(({ withdrawn }) => withdrawn === null)
  const stateOf = (version: PublicVersion) =>
    version.withdrawn ? 'withdrawn' : version === current ? 'current' : 'superseded'
  return (
    <section aria-labelledby="history" className="stack">
      <h2 id="history">{text.history}</h2>
      <ul className="oit-versions">
        {versions.map((version) => (
          <li key={version.version}>
            <a
              href={addressOf.disclosureItem(lang, year, code, version.version)}
              aria-current={version.version === here ? 'true' : undefined}
            >
              {text.version(version.version)}
            </a>{' '}
            <Chip state={VERSION_CHIPS[stateOf(version)]}>{text.versionStates[stateOf(version)]}</Chip>{' '}
            <span className="muted small">
              {text.publishedOn} {formatDay(thaiDay(version.publishedAt), lang)}
              {version.version === here && ` · ${text.here}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const VERSION_CHIPS = { current: 'done', superseded: 'none', withdrawn: 'returned' } as const

type WithdrawalProps = Readonly<{
  lang: Language
  withdrawn: NonNullable<PublicVersion['withdrawn']>
  unit: string
}>

/** Since when, by which unit and why something is not public any more. Names of persons stay inside. */
export function Withdrawal({ lang, withdrawn, unit }: WithdrawalProps) {
  const text = disclosurePublicText(lang)
  return (
    <section className="notice warning stack">
      <p>
        <strong>{text.withdrawnLead}</strong>
      </p>
      <Facts
        rows={[
          [text.withdrawnOn, formatDay(thaiDay(withdrawn.at), lang)],
          [text.withdrawnBy, unit],
          [
            text.withdrawnReason,
            <span key="reason" lang={lang === 'th' ? undefined : 'th'}>
              {withdrawn.reason}
            </span>,
          ],
        ]}
      />
    </section>
  )
}
