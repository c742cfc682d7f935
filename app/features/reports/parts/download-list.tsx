import type { Language } from '../../../i18n/language.ts'
import { Icon, type IconName } from '../../../ui/icon.tsx'
import { addressOf } from '../../../web/addresses.ts'
import type { ReportFormat } from '../report.domain.ts'
import { reportPageText } from '../text/report-page.ts'

/** How each format is drawn. */
export const FORMAT_ICONS: Record<ReportFormat, IconName> = {
  pdf: 'document',
  docx: 'word',
  html: 'page',
  xlsx: 'sheet',
  csv: 'sheet',
  json: 'json',
}

type Offered = Readonly<{ format: ReportFormat; fileName: string; size: number; sha256: string }>
type DownloadListProps = Readonly<{
  lang: Language
  fiscalYear: number
  version: number
  files: readonly Offered[] | null
}>

/** Every form of the report, with its kind and size, and the hash by which a copy is known. */
export function DownloadList({ lang, fiscalYear, version, files }: DownloadListProps) {
  const text = reportPageText(lang)
  if (files === null) return <p className="notice warning">{text.filesUnavailable}</p>
  return (
    <>
      <ul className="downloads">
        {files.map((file) => (
          <li key={file.fileName}>
            <a href={addressOf.reportVersionFile(fiscalYear, version, file.fileName)}>
              <Icon name={FORMAT_ICONS[file.format]} />
              <span className="kind">{text.formats[file.format]}</span>
              <span className="meta">
                {file.fileName} · {text.size(kilobytes(file.size, lang))}
              </span>
            </a>
          </li>
        ))}
      </ul>
      <details className="twin">
        <summary>{text.fileHashes}</summary>
        <dl className="facts">
          {files.map((file) => (
            <div key={file.fileName} className="fact">
              <dt>{file.fileName}</dt>
              <dd className="hash">{file.sha256}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  )
}

const kilobytes = (size: number, lang: Language) =>
  new Intl.NumberFormat(lang === 'th' ? 'th-TH' : 'en-GB', { maximumFractionDigits: 0 }).format(
    Math.max(1, size / 1000),
  )
