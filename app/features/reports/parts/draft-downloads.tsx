import type { Language } from '../../../i18n/language.ts'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf } from '../../../web/addresses.ts'
import type { ReportFormat } from '../report.domain.ts'
import { reportPageText } from '../text/report-page.ts'
import { workingReportText } from '../text/working-report.ts'
import { FORMAT_ICONS } from './download-list.tsx'

type DraftDownloadsProps = Readonly<{
  lang: Language
  fiscalYear: number
  files: readonly Readonly<{ fileName: string; format: ReportFormat }>[]
}>

/** Every form of a draft. Each is made when it is asked for, so neither size nor hash is known before. */
export function DraftDownloads({ lang, fiscalYear, files }: DraftDownloadsProps) {
  const text = workingReportText(lang)
  return (
    <section className="stack no-print" aria-labelledby="downloads">
      <h2 id="downloads">{text.downloads}</h2>
      <p className="muted">{text.downloadsBody}</p>
      <ul className="downloads">
        {files.map(({ fileName, format }) => (
          <li key={fileName}>
            <a href={addressOf.office(lang, `cycles/${fiscalYear}/report/${fileName}`)}>
              <Icon name={FORMAT_ICONS[format]} />
              <span className="kind">{reportPageText(lang).formats[format]}</span>
              <span className="meta">{fileName}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
