import { isRouteErrorResponse } from 'react-router'
import type { Language } from '../../../i18n/language.ts'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { isRefusedAct, type RefusedAct } from '../../../web/refused-act.ts'
import { roleText } from '../../people/index.ts'
import { actNames } from '../permission-matrix.domain.ts'
import { officeText } from '../text/index.ts'

/** What a page of the office says when it cannot show what was asked for: what happened, what was kept, what to do. */
export function OfficeFault({ lang, error }: { lang: Language; error: unknown }) {
  const text = officeText(lang)
  const isAnswer = isRouteErrorResponse(error)
  if (isAnswer && isRefusedAct(error.data)) return <Refused lang={lang} refused={error.data} />
  const words = isAnswer ? wordsFor(error.status, lang) : text.fault
  return (
    <div className="stack">
      <title>{`${words.title} – ${text.product}`}</title>
      <h1>{words.title}</h1>
      <p className="lead">{words.body}</p>
      <ToStart lang={lang} />
    </div>
  )
}

function wordsFor(status: number, lang: Language) {
  const text = officeText(lang)
  if (status === 404 || status === 405) return text.missing
  if (status === 503) return text.away
  return status === 403 ? text.refused : text.fault
}

function Refused({ lang, refused: { refusedAct, roles, helpers } }: { lang: Language; refused: RefusedAct }) {
  const { refused: text, product } = officeText(lang)
  const { names } = roleText(lang)
  const act = actNames(lang)[refusedAct] ?? text.unknownAct
  return (
    <div className="stack">
      <title>{`${text.title} – ${product}`}</title>
      <h1>{text.title}</h1>
      <p className="lead">
        <Icon name="locked" /> {text.act(act)}
      </p>
      <p>{text.nothingDone}</p>
      {roles.length === 0 ? (
        <p>{text.onlySelf}</p>
      ) : (
        <>
          <h2>{text.whoMay}</h2>
          <ul>
            {roles.map((role) => (
              <li key={role}>{names[role]}</li>
            ))}
          </ul>
          <h2>{text.whoHelps}</h2>
          {helpers.length === 0 ? (
            <p>{text.nobodyHelps}</p>
          ) : (
            <ul>
              {helpers.map(({ name, role }) => (
                <li key={`${name} ${role}`}>
                  <strong>{name}</strong> <span className="muted">({names[role]})</span>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      <ToStart lang={lang} />
    </div>
  )
}

const ToStart = ({ lang }: { lang: Language }) => (
  <p>
    <a className="button" href={addressOf.office(lang)}>
      {officeText(lang).toStart}
    </a>
  </p>
)
