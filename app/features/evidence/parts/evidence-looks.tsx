import type { Language } from '../../../i18n/language.ts'
import { sizeText } from '../../../kernel/file-size.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { Chip } from '../../../ui/chip.tsx'
import type { IconName } from '../../../ui/icon.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { type EvidenceKind, kindOf, type VersionContent } from '../evidence.domain.ts'
import type { EvidenceItem, NamedUnit } from '../evidence.queries.server.ts'
import { libraryText, panelText } from '../text/pages.ts'

export const KIND_ICONS = {
  pdf: 'document',
  picture: 'picture',
  document: 'word',
  sheet: 'sheet',
  slides: 'chart',
  media: 'page',
  link: 'link',
  other: 'evidence',
} as const satisfies Record<EvidenceKind, IconName>

/** "CSR ส่วนกิจกรรมเพื่อสังคม" */
export const unitName = ({ code, nameTh, nameEn }: NamedUnit, lang: Language): string =>
  [code, lang === 'en' ? (nameEn ?? nameTh) : nameTh].filter((part) => part !== null).join(' ')

/** "PDF 1.2 MB", "ลิงก์ example.go.th". */
export function contentAbout(content: VersionContent, lang: Language): string {
  const kind = libraryText(lang).kinds[kindOf(content)]
  return content.kind === 'file'
    ? `${kind} ${sizeText(content.size)}`
    : `${kind} ${new URL(content.link).hostname}`
}

/** A piece in one line, below its title where there is no table. */
export const aboutText = (item: EvidenceItem, lang: Language): string =>
  [
    contentAbout(item.content, lang),
    item.facts.evidenceDate === null
      ? null
      : panelText(lang).ownDate(formatDay(item.facts.evidenceDate, lang)),
    item.unit?.code ?? item.unit?.nameTh ?? null,
  ]
    .filter((part) => part !== null)
    .join(' · ')

export const pieceAddress = (lang: Language, id: string): string => addressOf.office(lang, `evidence/${id}`)
export const fileAddress = (lang: Language, id: string, number: number): string =>
  addressOf.office(lang, `evidence/${id}/files/${number}`)

/** What has to be known of a piece before it is used: nothing where all is well, or where nobody scans. */
export function EvidenceChips({ lang, item }: { lang: Language; item: EvidenceItem }) {
  const text = libraryText(lang)
  const { content, facts, expiry, removedAt } = item
  const scan = content.kind === 'file' ? content.scan : 'clean'
  if (!facts.isConfidential && expiry === null && removedAt === null && scan !== 'infected') return null
  return (
    <span className="chips">
      {removedAt !== null && (
        <Chip state="none" icon="remove">
          {text.removed}
        </Chip>
      )}
      {scan === 'infected' && (
        <Chip state="late" icon="danger">
          {text.scan.infected}
        </Chip>
      )}
      {expiry === 'expired' && <Chip state="late">{text.expiry.expired}</Chip>}
      {expiry === 'expiring' && (
        <Chip state="returned" icon="warning">
          {text.expiry.expiring}
        </Chip>
      )}
      {facts.isConfidential && (
        <Chip state="review" icon="locked">
          {text.confidential}
        </Chip>
      )}
    </span>
  )
}
