import type { Language } from '../../../i18n/language.ts'
import { sizeText } from '../../../kernel/file-size.ts'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf } from '../../../web/addresses.ts'
import type { TableForm } from '../tables/table-form.domain.ts'
import { openDataText } from '../text/index.ts'

type File = Readonly<{ form: TableForm; fileName: string; size: number; sha256: string }>
type Props = Readonly<{ lang: Language; dataset: string; files: readonly File[] }>

/** A register in every form, with its size. */
export function DatasetDownloads({ lang, dataset, files }: Props) {
  const text = openDataText(lang)
  return (
    <section className="stack" aria-labelledby="downloads">
      <h2 id="downloads">{text.downloads}</h2>
      <ul className="data-downloads">
        {files.map(({ form, fileName, size }) => (
          <li key={fileName}>
            <a className="button" href={addressOf.dataFile(dataset, fileName)}>
              <Icon name="download" />
              {text.downloadOf(text.forms[form], sizeText(size))}
            </a>
          </li>
        ))}
      </ul>
      <p className="muted small">{text.formNote}</p>
    </section>
  )
}
