import type { Language } from '../../../i18n/language.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { approvalsTerms } from '../../approvals/index.ts'
import { versionsText } from '../publishing/text/index.ts'
import type { CitedResolution, ListedVersion } from '../publishing/version-list.server.ts'

type VersionListProps = Readonly<{
  lang: Language
  fiscalYear: number
  /** The version that is being read. */
  here: number
  versions: readonly ListedVersion[]
}>

const LOOKS = { published: 'done', superseded: 'none', withdrawn: 'late' } as const

/** Every version of a report, the newest first, each at its address. */
export function VersionList({ lang, fiscalYear, here, versions }: VersionListProps) {
  const text = versionsText(lang)
  return (
    <section aria-labelledby="versions" className="stack">
      <h2 id="versions">{text.title}</h2>
      <p className="muted small">{text.lead}</p>
      <ul className="stack">
        {versions.map(({ version, day, status }) => (
          <li key={version}>
            <a
              href={addressOf.reportVersion(lang, fiscalYear, version)}
              aria-current={version === here ? 'true' : undefined}
            >
              {text.version(version)}
            </a>{' '}
            · {text.publishedOn(formatDay(day, lang))}{' '}
            <span className={`chip ${LOOKS[status]}`}>
              <Icon name={LOOKS[status]} />
              {text.states[status]}
            </span>
            {version === here && <span className="muted small"> {text.here}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A resolution by its meeting and day; the day of its entry, too, where it is another. */
export function Cited({ lang, resolution }: { lang: Language; resolution: CitedResolution }) {
  const { form, bodyName, meetingNumber, decidedOn, recordedOn, isWithdrawn } = resolution
  const text = versionsText(lang)
  return (
    <>
      {approvalsTerms(lang).cited(form, bodyName, meetingNumber)} · {formatDay(decidedOn, lang)}
      {recordedOn && ` · ${text.resolutionRecorded(formatDay(recordedOn, lang))}`}
      {isWithdrawn && ` (${text.resolutionWithdrawn})`}
    </>
  )
}
