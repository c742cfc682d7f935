import { createContext, data } from 'react-router'
import { LANGUAGES } from '../../../i18n/language.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import { Facts } from '../../../ui/facts.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { appOf } from '../../../web/context.server.ts'
import { evidenceFilesContext } from '../../evidence/index.server.ts'
import { type FileRefusal, fileAnswer } from '../public-files/file-answer.server.ts'
import { disclosureFilesText } from '../text/disclosure-files.ts'
import type { Route } from './+types/public-file'

const refusedContext = createContext<FileRefusal>()
const STATUS = { unknown: 404, 'not-there': 503, 'held-back': 403, ended: 410 } as const

/** A file that anybody may have. Answered before any loader, so that a refusal can be a page. */
export const middleware: Route.MiddlewareFunction[] = [
  async ({ context, params, request }, next) => {
    const agency = await appOf(context).agency()
    const answer: Response | FileRefusal = agency
      ? await fileAnswer(agency.ctx, context.get(evidenceFilesContext), {
          request,
          sha256: params.sha256,
          fileName: params.file,
        })
      : { code: 'unknown' }
    if (answer instanceof Response) return answer
    context.set(refusedContext, answer)
    return next()
  },
]

export function loader({ context }: Route.LoaderArgs) {
  const refused = context.get(refusedContext)
  if (!('fileName' in refused)) throw data(null, STATUS[refused.code])
  const ended = refused.code === 'ended' ? { ...refused, day: thaiDay(refused.at) } : null
  return data({ fileName: refused.fileName, ended }, STATUS[refused.code])
}

/** In place of a file that is not handed out; its address is one for both languages, and so is what stands there. */
export default function PublicFilePage({ loaderData: { fileName, ended } }: Route.ComponentProps) {
  const own = disclosureFilesText('th')
  return (
    <>
      <title>{ended ? own.endedTitle : own.heldTitle}</title>
      <div className="stack wide">
        {LANGUAGES.map((lang) => {
          const text = disclosureFilesText(lang)
          const Heading = lang === 'th' ? 'h1' : 'h2'
          return (
            <section key={lang} lang={lang} className="stack">
              <Heading>{ended ? text.endedTitle : text.heldTitle}</Heading>
              <p className="lead">{ended ? text.endedLead : text.heldBody}</p>
              <Facts
                rows={[
                  [text.file, <span key="name">{fileName}</span>],
                  [text.endedOn, ended && formatDay(ended.day, lang)],
                  [text.endedBy, ended && text.agency],
                  [text.reason, ended && <span lang="th">{ended.reason}</span>],
                  [text.hash, ended && <span className="hash">{ended.sha256}</span>],
                ]}
              />
              <p className="actions">
                <a href={addressOf.disclosure(lang)}>{text.toItems}</a>
                <a href={addressOf.sitePage(lang, 'contact')}>{text.toContact}</a>
              </p>
            </section>
          )
        })}
      </div>
    </>
  )
}
