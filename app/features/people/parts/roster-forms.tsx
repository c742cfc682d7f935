import type { Language } from '../../../i18n/language.ts'
import { ROLES } from '../../../kernel/actor.ts'
import { EMPTY_FORM, FileField } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { roleText } from '../text/index.ts'
import { rosterPageText } from '../text/pages.ts'

const fileAddress = (lang: Language, asked: string) => `${addressOf.office(lang, 'roster/file')}?${asked}`

/** Where a file is chosen, and how it is filled in. */
export function RosterUpload({ lang }: { lang: Language }) {
  const text = rosterPageText(lang)
  return (
    <section className="stack" aria-labelledby="import-title">
      <h2 id="import-title">{text.importTitle}</h2>
      <form
        method="post"
        encType="multipart/form-data"
        className="form"
        action={addressOf.office(lang, 'roster')}
      >
        <FileField
          form={EMPTY_FORM}
          name="file"
          label={text.file}
          hint={text.fileHint}
          accept=".xlsx,.csv,text/csv"
        />
        <div className="actions">
          <button type="submit" className="button primary" name="act" value="check">
            <Icon name="review" />
            {text.check}
          </button>
          <a className="button" href={fileAddress(lang, 'template=1')}>
            <Icon name="sheet" />
            {text.template}
          </a>
        </div>
      </form>
      <details className="fold">
        <summary>
          <Icon name="info" /> {text.ruleTitle}
        </summary>
        <ul>
          <li>{text.rules.row}</li>
          <li>{text.rules.optional}</li>
          <li>{text.rules.never}</li>
          <li>{text.rules.unit}</li>
          <li>{text.rules.dates}</li>
          <li>
            {text.rules.roles}: {ROLES.map((role) => roleText(lang).names[role]).join(' · ')}
          </li>
        </ul>
      </details>
    </section>
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
