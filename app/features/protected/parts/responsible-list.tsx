import type { Language } from '../../../i18n/language.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { addressOf } from '../../../web/addresses.ts'
import type { Responsible } from '../receiving/appointments.queries.server.ts'
import { appointmentsText, inboxText } from '../text/receiving.ts'

type ResponsibleProps = Readonly<{
  lang: Language
  responsible: readonly Responsible[]
  mayAppoint: boolean
}>

/** What the channel is and who is responsible, by role: the same for everybody in the office. */
export function AboutChannel({ lang, responsible, mayAppoint }: ResponsibleProps) {
  const text = inboxText(lang)
  return (
    <>
      <section className="card" aria-labelledby="about-title">
        <h2 id="about-title">{text.aboutTitle}</h2>
        <p>{text.about}</p>
        <p>{text.ifYouKnow}</p>
        <p className="actions">
          <a className="button" href={addressOf.sitePage(lang, 'whistleblow')}>
            {text.toPublic}
          </a>
        </p>
      </section>
      <section aria-labelledby="who-title">
        <h2 id="who-title">{text.whoTitle}</h2>
        {responsible.length === 0 ? (
          <p>{text.nobody}</p>
        ) : (
          <DataTable
            caption={text.whoTitle}
            columns={[{ label: text.who }, { label: text.duty }, { label: text.key }]}
            rows={responsible.map((one) => ({
              key: `${one.kind} ${one.roleTh} ${one.fingerprint}`,
              cells: [
                lang === 'th' ? one.roleTh : one.roleEn,
                appointmentsText(lang).kinds[one.kind],
                one.fingerprint === null ? (
                  appointmentsText(lang).noKey
                ) : (
                  <code key="key" className="fingerprint">
                    {one.fingerprint}
                  </code>
                ),
              ],
            }))}
          />
        )}
        {mayAppoint && (
          <p className="actions">
            <a className="button" href={addressOf.office(lang, 'protected/appointments')}>
              {text.appoint}
            </a>
          </p>
        )}
      </section>
    </>
  )
}
