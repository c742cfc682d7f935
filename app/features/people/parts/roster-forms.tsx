import type { Language } from '../../../i18n/language.ts'
import { ROLES } from '../../../kernel/actor.ts'
import { Icon } from '../../../ui/icon.tsx'
import { SheetUploadForm } from '../../../ui/sheet-import.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { roleText } from '../text/index.ts'
import { rosterPageText } from '../text/pages.ts'

const fileAddress = (lang: Language, asked: string) => `${addressOf.office(lang, 'roster/file')}?${asked}`

/** Where a file is chosen, and how it is filled in. */
export function RosterUpload({ lang }: { lang: Language }) {
  const text = rosterPageText(lang)
  const rules = text.rules
  const names = ROLES.map((role) => roleText(lang).names[role]).join(' · ')
  return (
    <SheetUploadForm
      text={text}
      action={addressOf.office(lang, 'roster')}
      rules={[rules.row, rules.optional, rules.never, rules.unit, rules.dates, `${rules.roles}: ${names}`]}
      beside={
        <a className="button" href={fileAddress(lang, 'template=1')}>
          <Icon name="sheet" />
          {text.template}
        </a>
      }
    />
  )
}

export function RosterExport({ lang }: { lang: Language }) {
  const text = rosterPageText(lang)
  return (
    <section className="stack" aria-labelledby="export-title">
      <h2 id="export-title">{text.exportTitle}</h2>
      <p>{text.exportLead}</p>
      <p className="actions">
        <a className="button" href={fileAddress(lang, 'format=xlsx')}>
          <Icon name="sheet" />
          {text.exportXlsx}
        </a>
        <a className="button" href={fileAddress(lang, 'format=csv')}>
          <Icon name="download" />
          {text.exportCsv}
        </a>
      </p>
    </section>
  )
}
