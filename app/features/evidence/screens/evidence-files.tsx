import { data, redirect } from 'react-router'
import type { Bilingual } from '../../../i18n/language.ts'
import { refusalOf } from '../../../kernel/permission.ts'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf, ownAddress } from '../../../web/addresses.ts'
import { officeOf } from '../../../web/context.server.ts'
import { pageRefused } from '../../people/index.server.ts'
import { EVIDENCE_POLICY } from '../evidence.policy.ts'
import { evidenceFilesContext } from '../storing/evidence-files.server.ts'
import { readSentFiles } from '../storing/sent-files.server.ts'
import { storingErrorText } from '../storing/storing.errors.ts'
import { takeSentForm } from '../storing/take-sent-form.server.ts'
import { filePagesText } from '../storing/text/index.ts'
import { MEGABYTE, MOST_FILES_OF_FORM } from '../storing/upload.domain.ts'
import type { Route } from './+types/evidence-files'

export const loader = ({ request }: Route.LoaderArgs) => ({ lang: languageOf(new URL(request.url).pathname) })

/**
 * Takes files that a form sends, for whom no script runs. All good: leads to where they were wanted. Otherwise tells of every
 * file that was not taken, and keeps the others.
 */
export async function action({ context, request }: Route.ActionArgs) {
  const url = new URL(request.url)
  const lang = languageOf(url.pathname)
  const { ctx } = await officeOf(context)
  // Before a byte is kept of what may not be sent.
  const refusal = refusalOf(EVIDENCE_POLICY, 'evidence.add', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const files = context.get(evidenceFilesContext)
  const form = await readSentFiles(request, files)
  if (!form) throw data(null, 400)
  const { evidenceIds, refused } = await takeSentForm(ctx, files, form)
  const to = ownAddress(url.searchParams.get('to') ?? form.fields.to)
  const next =
    evidenceIds.length > 0 ? wayOn(to ?? addressOf.office(lang, 'evidence'), to, evidenceIds) : null
  if (next !== null && refused.length === 0 && !form.hasTooMany) throw redirect(next, 303)
  const mostMegabytes = Math.floor(files.mostBytes / MEGABYTE)
  // The files are good, and the store or the database is away: the same may be sent again.
  const isAway = refused.length > 0 && refused.every(({ error }) => error.code === 'upload.not-kept')
  return data(
    {
      next,
      back: to ?? addressOf.office(lang, 'evidence/add'),
      kept: evidenceIds.length,
      hasTooMany: form.hasTooMany,
      refused: refused.map(({ fileName, error }) => ({
        fileName,
        message: storingErrorText(error, { mostMegabytes }) satisfies Bilingual,
      })),
    },
    isAway ? 503 : 422,
  )
}

/** Where the new evidence is offered to be attached, or shown. */
function wayOn(address: string, to: string | null, evidenceIds: readonly string[]): string {
  const url = new URL(address, 'http://own.invalid')
  if (to === null) url.searchParams.set('done', 'added')
  url.searchParams.set(to === null ? 'ids' : 'attach', evidenceIds.join(','))
  return url.pathname + url.search + url.hash
}

const NOTHING_SENT = { refused: [], kept: 0, next: null, hasTooMany: false } as const

export default function EvidenceFiles({ loaderData: { lang }, actionData }: Route.ComponentProps) {
  const text = filePagesText(lang).sent
  // Who only opens the page has sent nothing.
  const back = actionData?.back ?? addressOf.office(lang, 'evidence/add')
  const { refused, kept, next, hasTooMany } = actionData ?? NOTHING_SENT
  const isNothing = kept === 0 && refused.length === 0 && !hasTooMany
  return (
    <>
      <title>{text.title}</title>
      <PageHead title={text.title} />
      <div className="stack">
        <div className="error-summary" role="alert">
          <p>
            {isNothing
              ? text.noFile
              : kept === 0
                ? text.noneKept
                : text.someKept(String(kept), String(kept + refused.length))}
          </p>
          {hasTooMany && <p>{text.tooMany(String(MOST_FILES_OF_FORM))}</p>}
          {refused.length > 0 && (
            <ul>
              {refused.map(({ fileName, message }, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name
                <li key={at}>
                  <strong>{fileName === '' ? text.noName : fileName}</strong>: {message[lang]}
                </li>
              ))}
            </ul>
          )}
        </div>
        <p className="actions">
          {next !== null && (
            <a className="button" href={next}>
              {text.goOn}
            </a>
          )}
          <a href={back}>{text.back}</a>
        </p>
      </div>
    </>
  )
}
