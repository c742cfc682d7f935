import { data, redirect } from 'react-router'
import type { Language } from '../../../i18n/language.ts'
import { EMPTY_FORM, ErrorSummary, FileField, type FormView, TextField } from '../../../ui/form.tsx'
import '../../../ui/verify.css'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { nameOf } from '../../../web/app.server.ts'
import { agencyOf, appOf } from '../../../web/context.server.ts'
import { Crumbs } from '../../../web/site-frame.tsx'
import { shellText } from '../../../web/text/index.ts'
import { answerJson } from '../verify/answer-json.ts'
import { type CheckError, checkSent, checkTyped } from '../verify/check.server.ts'
import { checkErrorText, refusedJson } from '../verify/check-error.ts'
import { Verdict } from '../verify/parts/verdict.tsx'
import { LARGEST_COPY_MB } from '../verify/read-copy.server.ts'
import { shownAnswer } from '../verify/shown-answer.ts'
import { verifyText } from '../verify/text/index.ts'
import type { Route } from './+types/verify-page'

const STATUS = { 'copy.too-large': 413, 'copy.unreadable': 400 } as const
const statusOfError = ({ code }: CheckError) => (code in STATUS ? STATUS[code as keyof typeof STATUS] : 422)

/** What somebody checks is theirs alone. */
export const headers = () => ({ 'Cache-Control': 'no-store' })

/** Programs ask with `Accept: application/json` and get the answer as data, not as a page. */
export const middleware: Route.MiddlewareFunction[] = [
  async ({ context, request }, next) => {
    if (request.method !== 'POST' || !asksForJson(request)) return next()
    const { ctx } = await agencyOf(context)
    const checked = await checkSent(ctx, request)
    const [body, status] = checked.ok
      ? [answerJson(checked.value.answer, appOf(context).origin), 200]
      : [refusedJson(checked.error), statusOfError(checked.error)]
    return Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } })
  },
]

const asksForJson = ({ headers: given }: Request): boolean => {
  const accepted = given.get('accept') ?? ''
  return /\bapplication\/json\b/iu.test(accepted) && !/\btext\/html\b/iu.test(accepted)
}

export async function loader({ context, request }: Route.LoaderArgs) {
  const url = new URL(request.url)
  const lang = languageOf(url.pathname)
  const agency = await agencyOf(context)
  const page = {
    lang,
    agency: nameOf(agency, lang),
    origin: appOf(context).origin,
    megabytes: LARGEST_COPY_MB,
  }
  const typed = url.searchParams.get('hash')
  if (typed === null) return { ...page, form: EMPTY_FORM }
  const answer = await checkTyped(agency.ctx, typed)
  if (answer.ok) throw redirect(addressOf.verify(lang, answer.value.hash), 303)
  return data({ ...page, form: refusedForm(answer.error, { lang, typed }) }, statusOfError(answer.error))
}

export async function action({ context, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await agencyOf(context)
  const checked = await checkSent(ctx, request)
  if (!checked.ok)
    return data(
      { answer: null, file: null, form: refusedForm(checked.error, { lang, typed: null }) },
      statusOfError(checked.error),
    )
  const { answer, file } = checked.value
  // A hash has an answer with an address of its own.
  if (!file) throw redirect(addressOf.verify(lang, answer.hash), 303)
  return data({ answer: shownAnswer(answer, lang), file, form: EMPTY_FORM })
}

/** `typed` is null where the form for files was sent. */
function refusedForm(
  error: CheckError,
  { lang, typed }: Readonly<{ lang: Language; typed: string | null }>,
): FormView {
  const ofFile = error.code.startsWith('copy.') || (typed === null && error.code === 'hash.nothing-typed')
  return {
    values: { hash: typed?.slice(0, 300) ?? '' },
    errors: { [ofFile ? 'file' : 'hash']: checkErrorText(error, lang) },
  }
}

export default function VerifyPage({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, agency, origin } = loaderData
  const text = verifyText(lang)
  const answer = actionData?.answer ?? null
  const home = { label: shellText(lang).home, to: addressOf.home(lang) }
  if (answer)
    return (
      <>
        <title>{text.verdicts[answer.verdict]}</title>
        <Crumbs
          lang={lang}
          trail={[
            home,
            { label: text.title, to: addressOf.verify(lang) },
            { label: text.titleOfResult, to: null },
          ]}
        />
        <div className="page-head">
          <h1>{text.titleOfResult}</h1>
        </div>
        <div className="page-body stack">
          <Verdict
            lang={lang}
            agency={agency}
            origin={origin}
            answer={answer}
            file={actionData?.file ?? null}
          />
        </div>
      </>
    )
  return (
    <>
      <title>{text.title}</title>
      <Crumbs lang={lang} trail={[home, { label: text.title, to: null }]} />
      <div className="page-head">
        <h1>{text.title}</h1>
        <p className="lead">{text.lead(agency)}</p>
      </div>
      <div className="page-body stack">
        <ErrorSummary form={actionData?.form ?? loaderData.form} title={text.errorTitle} />
        <Ways lang={lang} megabytes={loaderData.megabytes} form={actionData?.form ?? loaderData.form} />
        <section aria-labelledby="how" className="stack">
          <h2 id="how">{text.howTitle}</h2>
          <ul className="how-it-works">
            {text.how.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      </div>
    </>
  )
}

type WaysProps = Readonly<{ lang: Language; megabytes: number; form: FormView }>

/** A file is sent; a hash stands in the address, so that its answer can be kept and sent on. */
function Ways({ lang, megabytes, form }: WaysProps) {
  const text = verifyText(lang)
  return (
    <div className="ways">
      <form
        method="post"
        encType="multipart/form-data"
        action={addressOf.verify(lang)}
        className="card form"
        aria-labelledby="by-file"
      >
        <h2 id="by-file">{text.byFile}</h2>
        <FileField
          form={form}
          name="file"
          label={text.file}
          hint={text.fileHint(megabytes)}
          accept=".pdf,.docx,.xlsx,.csv,.html,.json"
        />
        <button type="submit" className="button primary">
          {text.checkFile}
        </button>
      </form>
      <form method="get" action={addressOf.verify(lang)} className="card form" aria-labelledby="by-hash">
        <h2 id="by-hash">{text.byHash}</h2>
        <TextField
          form={form}
          name="hash"
          label={text.hash}
          hint={text.hashHint}
          autoComplete="off"
          spellCheck={false}
        />
        <button type="submit" className="button primary">
          {text.checkHash}
        </button>
      </form>
    </div>
  )
}
