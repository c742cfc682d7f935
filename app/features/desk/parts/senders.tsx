import type { Language } from '../../../i18n/language.ts'
import { formatInstant } from '../../../kernel/thai-day.ts'
import { Confirm } from '../../../ui/confirm.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { type FormView, TextField } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { Sender } from '../open311/sender.domain.ts'
import { deskSettingsText } from '../text/office.ts'

type SendersProps = Readonly<{
  lang: Language
  senders: readonly Sender[]
  form: FormView
  /** The key that was just made; shown this once. */
  newKey: string | null
}>

/** Programs that may send tickets, and their keys. */
export function Senders({ lang, senders, form, newKey }: SendersProps) {
  const text = deskSettingsText(lang)
  return (
    <section className="stack" aria-labelledby="senders">
      <h2 id="senders">{text.senders}</h2>
      <p className="muted">{text.sendersLead}</p>
      {newKey !== null && (
        <Notice kind="done">
          <p>{text.newKey}</p>
          <p>
            <code className="new-key">{newKey}</code>
          </p>
        </Notice>
      )}
      {senders.length === 0 ? (
        <p>{text.noSenders}</p>
      ) : (
        <DataTable
          caption={text.senders}
          columns={[
            { label: text.columns.name },
            { label: text.columns.state },
            { label: text.columns.act, look: 'do', isHidden: true },
          ]}
          rows={senders.map(({ id, name, madeAt, madeByName, endedAt }) => ({
            key: id,
            cells: [
              name,
              endedAt === null
                ? text.made(madeByName, formatInstant(madeAt, lang))
                : text.ended(formatInstant(endedAt, lang)),
              endedAt === null && (
                <Confirm key="end" label={text.end}>
                  <p>{text.endSure}</p>
                  <form method="post">
                    <input type="hidden" name="senderId" value={id} />
                    <button type="submit" className="button danger" name="act" value="end">
                      {text.end}
                    </button>
                  </form>
                </Confirm>
              ),
            ],
          }))}
        />
      )}
      <form method="post" className="form">
        <TextField form={form} name="name" label={text.senderName} />
        <div className="actions">
          <button type="submit" className="button" name="act" value="add">
            {text.addSender}
          </button>
        </div>
      </form>
    </section>
  )
}
