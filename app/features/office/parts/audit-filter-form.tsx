import type { Language } from '../../../i18n/language.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import type { AuditChoices } from '../../../platform/audit/audit.queries.server.ts'
import { auditObjectKind, auditSentence } from '../../../platform/audit/audit-words.ts'
import { ErrorSummary, type FormView, SelectField, TextField } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { type AuditAsked, isAsking } from '../audit-filter.domain.ts'
import { auditPageText } from '../text/pages.ts'

type FilterFormProps = Readonly<{
  lang: Language
  asked: Pick<AuditAsked, 'typed' | 'filter' | 'faults'>
  choices: AuditChoices
}>

/** Who, what, when and to what: the answers stand in the address. A day is echoed as it was understood. */
export function AuditFilterForm({ lang, asked: { typed, filter, faults }, choices }: FilterFormProps) {
  const text = auditPageText(lang)
  const form: FormView = {
    values: typed,
    errors: Object.fromEntries(Object.entries(faults).map(([field, fault]) => [field, text.faults[fault]])),
  }
  const dayHint = (day: string | undefined) =>
    day === undefined ? text.hints.day : text.hints.understood(formatDay(day, lang))
  const any = { value: '', label: text.any }
  const isOpen = isAsking(typed)
  return (
    <details className="fold no-print" open={isOpen}>
      <summary>
        <Icon name="filter" /> {text.filter}
      </summary>
      <div className="stack">
        <ErrorSummary form={form} title={text.errorTitle} />
        <form method="get" action={addressOf.office(lang, 'audit')} className="filter-form">
          <TextField form={form} name="who" label={text.fields.who} hint={text.hints.who} />
          <TextField form={form} name="from" label={text.fields.from} hint={dayHint(filter.from)} />
          <TextField form={form} name="to" label={text.fields.to} hint={dayHint(filter.to)} />
          <SelectField
            form={form}
            name="action"
            label={text.fields.action}
            choices={[any, ...choices.actions.map((value) => ({ value, label: auditSentence(value, lang) }))]}
          />
          <SelectField
            form={form}
            name="kind"
            label={text.fields.kind}
            choices={[
              any,
              ...choices.objectKinds.map((value) => ({ value, label: auditObjectKind(value, lang) })),
            ]}
          />
          <TextField form={form} name="object" label={text.fields.object} spellCheck={false} />
          <TextField form={form} name="text" label={text.fields.text} hint={text.hints.text} />
          <div className="actions">
            <button type="submit" className="button primary">
              <Icon name="search" />
              {text.show}
            </button>
            {isOpen && (
              <a className="button" href={addressOf.office(lang, 'audit')}>
                {text.clear}
              </a>
            )}
          </div>
        </form>
      </div>
    </details>
  )
}
