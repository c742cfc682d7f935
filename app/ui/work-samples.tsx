import { Chip } from './chip.tsx'
import { Confirm } from './confirm.tsx'
import { DataTable } from './data-table.tsx'
import { FilterChips } from './filter-chips.tsx'
import { CheckField, ErrorSummary, type FormView, SelectField, TextField } from './form.tsx'
import { Icon } from './icon.tsx'
import { Notice } from './notice.tsx'
import type { UiPageText } from './text/ui-page.ts'

type SampleProps = Readonly<{ text: UiPageText; name: string }>

/** A form in which something is wrong, with every kind of field. */
export function FormSample({ text, name }: SampleProps) {
  const form: FormView = {
    values: { year: '67/', unit: 'dcm', agreed: 'on' },
    errors: { year: text.fieldError },
  }
  const id = (field: string) => `${field}-${name}`
  return (
    <>
      <h3>{text.forms}</h3>
      <ErrorSummary form={form} title={text.errorSummary} idOfField={id} />
      <div className="form">
        <TextField
          form={form}
          name="year"
          id={id('year')}
          label={text.fieldLabel}
          hint={text.fieldHint}
          inputMode="numeric"
        />
        <SelectField
          form={form}
          name="unit"
          id={id('unit')}
          label={text.unitLabel}
          choices={[
            { value: 'csr', label: text.longWords },
            { value: 'dcm', label: text.cardBody },
          ]}
        />
        <CheckField
          form={form}
          name="agreed"
          id={id('agreed')}
          label={text.checkLabel}
          hint={text.checkHint}
        />
        <p>
          <label htmlFor={id('progress')}>{text.progress}</label>
          <progress id={id('progress')} max={6} value={3} />
        </p>
      </div>
    </>
  )
}

/** Lists of the office, what they say of themselves, and what asks before it is done. */
export function WorkSample({ text, name }: SampleProps) {
  const [item, meaning, state] = text.listHead
  return (
    <>
      <h3>{text.lists}</h3>
      <FilterChips
        label={`${text.lists} ${name}`}
        choices={[
          { label: text.stateNames.working, to: '#working', isChosen: true, count: 12 },
          { label: text.stateNames.late, to: '#late', isChosen: false, count: 0 },
        ]}
      />
      <DataTable
        caption={text.lists}
        columns={[{ label: item }, { label: meaning }, { label: state }]}
        rows={[
          {
            key: 'o28',
            cells: [
              '2568:O28',
              text.longWords,
              <Chip key="late" state="late">
                {text.stateNames.late}
              </Chip>,
            ],
          },
          {
            key: 'o29',
            cells: [
              '2568:O29',
              text.cardBody,
              <Chip key="done" state="done">
                {text.stateNames.done}
              </Chip>,
            ],
          },
        ]}
      />
      <h3>{text.notices}</h3>
      <Notice>{text.noticePlain}</Notice>
      <Notice kind="done">{text.noticeDone}</Notice>
      <Notice kind="warning">{text.noticeWarning}</Notice>
      <Notice kind="late">{text.fieldError}</Notice>
      <h3>{text.confirm}</h3>
      <Confirm label={text.danger}>
        <p>{text.confirmBody}</p>
        <p className="actions">
          <button type="button" className="button danger">
            <Icon name="remove" />
            {text.danger}
          </button>
        </p>
      </Confirm>
    </>
  )
}
