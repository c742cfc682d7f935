import type { Language } from '../../../i18n/language.ts'
import { addressOf } from '../../../web/addresses.ts'
import type { TableForm } from '../tables/table-form.domain.ts'
import { tableFileName } from '../tables/table-form.domain.ts'
import { openDataText } from '../text/index.ts'

type Given = Readonly<{
  key: string
  packageName: string
  origin: string
  files: readonly Readonly<{ form: TableForm; fileName: string; sha256: string }>[]
}>

/** How a program reads the register, and by what it knows that it has it whole. */
export function DatasetForMachines({ lang, dataset }: { lang: Language; dataset: Given }) {
  const text = openDataText(lang)
  const { origin, key } = dataset
  const file = (form: TableForm) => origin + addressOf.dataFile(key, tableFileName(key, form))
  const examples = [
    `curl ${file('json')}`,
    `curl "${origin}/api/3/action/package_show?id=${dataset.packageName}"`,
    `python3 -c "import pandas; print(pandas.read_csv('${file('csv')}'))"`,
  ]
  return (
    <section className="stack" aria-labelledby="machines">
      <h2 id="machines">{text.machines}</h2>
      <p>{text.machinesLead}</p>
      <h3>{text.example}</h3>
      <pre className="data-code">
        <code>{examples.join('\n')}</code>
      </pre>
      <dl className="data-sums">
        {dataset.files.map(({ form, fileName, sha256 }) => (
          <div key={fileName}>
            <dt>{text.checksum(text.forms[form])}</dt>
            <dd>
              <code>{sha256}</code>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
