import type { Language } from '../../../i18n/language.ts'
import { Chip } from '../../../ui/chip.tsx'
import { EMPTY_FORM, SelectField } from '../../../ui/form.tsx'
import type { ReadCase } from '../receiving/usecases/read-case.server.ts'
import { appointmentsText, caseText } from '../text/receiving.ts'
import { ReasonForm, type RefusedAct } from './case-acts.tsx'

type ReadersProps = Readonly<{ lang: Language; opened: ReadCase; here: string; refused: RefusedAct }>

/** Who can open the case, who may come in, who leaves. */
export function CaseReaders(props: ReadersProps) {
  const { lang, opened, refused } = props
  const text = caseText(lang)
  const others = opened.readers.filter(({ isMe }) => !isMe)
  const nameOf = ({ kind, role }: Pick<ReadCase['readers'][number], 'kind' | 'role'>) =>
    `${role[lang]} (${appointmentsText(lang).kinds[kind]})`
  const formOf = (act: string) => (refused?.act === act ? refused.form : EMPTY_FORM)
  const choose = { value: '', label: text.chooseHolder }
  return (
    <section aria-labelledby="readers-title">
      <h2 id="readers-title">{text.holders}</h2>
      <ul>
        {opened.readers.map((reader) => (
          <li key={reader.keyId}>
            {nameOf(reader)} {reader.isMe && <Chip state="done">{text.you}</Chip>}
          </li>
        ))}
        {opened.hasRecovery && <li>{text.recovery}</li>}
      </ul>
      <div className="case-acts">
        {opened.addable.length > 0 && (
          <ReasonForm {...props} act="add-holder" label={text.addHolder} said={text.addSure}>
            <p>{text.leftOut}</p>
            <SelectField
              form={formOf('add-holder')}
              name="keyId"
              id="add-key"
              label={text.holder}
              choices={[choose, ...opened.addable.map((one) => ({ value: one.keyId, label: nameOf(one) }))]}
            />
          </ReasonForm>
        )}
        {others.length > 0 && (
          <ReasonForm
            {...props}
            act="remove-holder"
            label={text.removeHolder}
            said={text.removeSure}
            isDangerous
          >
            <SelectField
              form={formOf('remove-holder')}
              name="keyId"
              id="remove-key"
              label={text.holder}
              choices={[choose, ...others.map((one) => ({ value: one.keyId, label: nameOf(one) }))]}
            />
          </ReasonForm>
        )}
        <ReasonForm {...props} act="recuse" label={text.recuse} said={text.recuseSure} isDangerous />
      </div>
    </section>
  )
}
