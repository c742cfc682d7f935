import '../../../ui/office-people.css'
import type { Language } from '../../../i18n/language.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { formatInstant } from '../../../kernel/thai-day.ts'
import { Chip } from '../../../ui/chip.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { kindOf, type VersionContent } from '../evidence.domain.ts'
import type { EvidenceItem } from '../evidence.queries.server.ts'
import type { EvidenceVersion } from '../library.queries.server.ts'
import { libraryText, pieceText } from '../text/pages.ts'
import { contentAbout, fileAddress, KIND_ICONS, unitName } from './evidence-looks.tsx'

/** What is said about a piece, and what it is. */
export function PieceFacts({ lang, item }: { lang: Language; item: EvidenceItem }) {
  const [text, shared] = [pieceText(lang), libraryText(lang)]
  const { facts, content } = item
  return (
    <Facts
      rows={[
        [
          text.evidenceDate,
          facts.evidenceDate === null ? shared.noDate : formatDay(facts.evidenceDate, lang),
        ],
        [text.expiresOn, facts.expiresOn === null ? text.noExpiry : formatDay(facts.expiresOn, lang)],
        [text.unit, item.unit === null ? shared.noUnit : unitName(item.unit, lang)],
        [text.access, facts.isConfidential ? text.confidential : text.open],
        [text.added, text.byAt(item.addedByName, formatInstant(item.addedAt, lang))],
        [
          content.kind === 'file' ? text.content : text.link,
          content.kind === 'file' ? `${content.fileName} (${contentAbout(content, lang)})` : content.link,
        ],
        [text.scanState, content.kind === 'file' ? shared.scan[content.scan] : null],
        [
          text.note,
          facts.note === null ? null : (
            <span className="as-typed" key="note">
              {facts.note}
            </span>
          ),
        ],
      ]}
    />
  )
}

export type NamedUse = Readonly<{ key: string; name: Readonly<{ title: string; part: string }> | null }>

/** What a piece proves, by name; what was removed has none and does not count. */
export function PieceUses({ lang, uses }: { lang: Language; uses: readonly NamedUse[] }) {
  const text = pieceText(lang)
  return (
    <section className="stack" aria-labelledby="uses-title">
      <h2 id="uses-title">{text.usesTitle(uses.filter(({ name }) => name !== null).length)}</h2>
      {uses.length === 0 ? (
        <p className="muted">{text.noUses}</p>
      ) : (
        <ul>
          {uses.map(({ key, name }) => (
            <li key={key}>
              {name === null ? (
                <span className="muted">{text.goneUse}</span>
              ) : (
                <a href={addressOf.office(lang, name.part)}>{name.title}</a>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

type VersionsProps = Readonly<{
  lang: Language
  id: string
  versions: readonly EvidenceVersion[]
  /** Who may change a piece opens earlier pictures too of which the place was removed. */
  mayChange: boolean
}>

/** Every version with its hash, the newest first. */
export function PieceVersions({ lang, id, versions, mayChange }: VersionsProps) {
  const text = pieceText(lang)
  return (
    <section className="stack" aria-labelledby="versions-title">
      <h2 id="versions-title">{text.versionsTitle(versions.length)}</h2>
      <ol className="versions" reversed>
        {versions.map(({ number, content, addedAt, addedByName }, index) => (
          <li key={number}>
            <div className="lines">
              <span>
                <strong>{text.versionName(number)}</strong>{' '}
                {index === 0 && (
                  <Chip state="done" icon="yes">
                    {text.current}
                  </Chip>
                )}
              </span>
              <VersionLink
                lang={lang}
                content={content}
                address={fileAddress(lang, id, number)}
                isWithheld={index > 0 && !mayChange && content.kind === 'file' && content.location !== null}
              />
              <span className="under">{text.byAt(addedByName, formatInstant(addedAt, lang))}</span>
              {content.kind === 'file' && (
                <span className="under hash">
                  {text.hash} <code>{content.sha256}</code>
                </span>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

type VersionLinkProps = Readonly<{
  lang: Language
  content: VersionContent
  address: string
  isWithheld: boolean
}>

function VersionLink({ lang, content, address, isWithheld }: VersionLinkProps) {
  const text = libraryText(lang)
  const icon = <Icon name={KIND_ICONS[kindOf(content)]} />
  if (content.kind === 'link')
    return (
      <a href={content.link} rel="noreferrer">
        {icon} {content.link}
      </a>
    )
  const about = contentAbout(content, lang)
  if (content.scan === 'infected' || isWithheld)
    return (
      <span>
        {icon} {content.fileName} <span className="muted">{about}</span>{' '}
        {content.scan === 'infected' && (
          <Chip state="late" icon="danger">
            {text.scan.infected}
          </Chip>
        )}
      </span>
    )
  return (
    <span>
      <a href={address} download>
        {icon} {content.fileName}
      </a>{' '}
      <span className="muted">{about}</span>
    </span>
  )
}
