import type { Language } from '../../../../i18n/language.ts'
import { Confirm } from '../../../../ui/confirm.tsx'
import { EMPTY_FORM, type FormView, TextField } from '../../../../ui/form.tsx'
import { Icon } from '../../../../ui/icon.tsx'
import type { MeetingBody } from '../body.domain.ts'
import { chainsPageText } from '../text/index.ts'

type BodiesProps = Readonly<{
  lang: Language
  bodies: readonly MeetingBody[]
  mayChange: boolean
  /** A form that was refused, and of which body; null of a new one. */
  refused: Readonly<{ bodyId: string | null; form: FormView }> | null
}>

/** The bodies of the agency, each to be named otherwise or ended, and a form for another. */
export function Bodies({ lang, bodies, mayChange, refused }: BodiesProps) {
  const text = chainsPageText(lang)
  return (
    <section className="stack" aria-labelledby="bodies">
      <h2 id="bodies">{text.bodies}</h2>
      {bodies.length === 0 && <p className="empty">{text.noBodies}</p>}
      <ul className="things">
        {bodies.map((body) => (
          <li key={body.id}>
            <h3>
              {body.name}
              {body.shortName !== null && ` (${body.shortName})`}
            </h3>
            {body.endedAt !== null && <p className="muted">{text.ended}</p>}
            {mayChange && body.endedAt === null && (
              <ChangeBody lang={lang} body={body} form={refused?.bodyId === body.id ? refused.form : null} />
            )}
          </li>
        ))}
      </ul>
      {mayChange && (
        <form method="post" className="form">
          <h3>{text.add}</h3>
          <BodyFields lang={lang} form={refused?.bodyId === null ? refused.form : EMPTY_FORM} id="new" />
          <button type="submit" name="act" value="add-body" className="button">
            <Icon name="add" />
            {text.add}
          </button>
        </form>
      )}
    </section>
  )
}

type FieldsProps = Readonly<{ lang: Language; form: FormView; id: string }>

function BodyFields({ lang, form, id }: FieldsProps) {
  const text = chainsPageText(lang)
  return (
    <>
      <TextField form={form} name="name" id={`name-${id}`} label={text.name} required />
      <TextField form={form} name="shortName" id={`short-${id}`} label={text.shortName} />
    </>
  )
}

type ChangeProps = Readonly<{ lang: Language; body: MeetingBody; form: FormView | null }>

function ChangeBody({ lang, body, form }: ChangeProps) {
  const text = chainsPageText(lang)
  const values = { name: body.name, shortName: body.shortName ?? '' }
  return (
    <div className="actions">
      <details open={form !== null}>
        <summary>
          {text.change} <span className="visually-hidden">{body.name}</span>
        </summary>
        <form method="post" className="form">
          <input type="hidden" name="bodyId" value={body.id} />
          <input type="hidden" name="seenVersion" value={body.version} />
          <BodyFields lang={lang} form={form ?? { values, errors: {} }} id={body.id} />
          <button type="submit" name="act" value="change-body" className="button">
            {text.save}
          </button>
        </form>
      </details>
      <Confirm
        label={
          <>
            {text.end} <span className="visually-hidden">{body.name}</span>
          </>
        }
      >
        <p>{text.endBody}</p>
        <form method="post">
          <input type="hidden" name="bodyId" value={body.id} />
          <button type="submit" name="act" value="end-body" className="button danger">
            {text.confirmEnd}
          </button>
        </form>
      </Confirm>
    </div>
  )
}
