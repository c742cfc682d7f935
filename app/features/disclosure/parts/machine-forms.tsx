import type { Language } from '../../../i18n/language.ts'
import { Icon } from '../../../ui/icon.tsx'
import { disclosurePublicText } from '../text/disclosure-public.ts'

/** The same content for programs. */
export function MachineForms({
  lang,
  json,
  csv = null,
}: {
  lang: Language
  json: string
  csv?: string | null
}) {
  const text = disclosurePublicText(lang)
  return (
    <section aria-labelledby="machine" className="machine-forms no-print">
      <h2 id="machine">{text.machine}</h2>
      <ul>
        {csv && (
          <li>
            <a href={csv} type="text/csv">
              <Icon name="sheet" /> {text.csv}
            </a>
          </li>
        )}
        <li>
          <a href={json} type="application/json">
            <Icon name="json" /> {text.json}
          </a>
        </li>
      </ul>
    </section>
  )
}
