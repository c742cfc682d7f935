import { data, redirect } from 'react-router'
import type { Language } from '../../../i18n/language.ts'
import { refusalOf } from '../../../kernel/permission.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { columnLetters } from '../../../platform/office-files/sheet-guard.server.ts'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf, visitOf } from '../../../web/context.server.ts'
import { pageRefused, permissionRefused } from '../../people/index.server.ts'
import { IMPROVEMENT_POLICY } from '../improvement.policy.ts'
import {
  type RefusedSheet,
  SheetExport,
  SheetFaults,
  SheetPreview,
  SheetUpload,
  type ShownSheet,
} from '../parts/measure-sheet-forms.tsx'
import type { SheetError } from '../sheet/sheet.errors.ts'
import { sheetSentence } from '../sheet/sheet-sentence.domain.ts'
import { sheetText } from '../sheet/text/index.ts'
import { importMeasureSheet } from '../sheet/usecases/import-measure-sheet.server.ts'
import { previewMeasureSheet } from '../sheet/usecases/preview-measure-sheet.server.ts'
import { findWorkingCycle } from '../working/working-cycle.queries.server.ts'
import type { Route } from './+types/measure-sheet-page'

const LARGEST = 2_000_000
const MOST_SHOWN = 200

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(IMPROVEMENT_POLICY, 'cycle.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const cycle = await findWorkingCycle(ctx, Number(params.year))
  if (!cycle) throw data(null, 404)
  const count = (name: string) => Math.max(0, Math.trunc(Number(searchParams.get(name) ?? 0)) || 0)
  return {
    lang: languageOf(pathname),
    year: cycle.fiscalYear,
    hasIssues: cycle.issues.length > 0,
    mayImport: refusalOf(IMPROVEMENT_POLICY, 'measure.change', ctx.actor) === null,
    isNotKept: searchParams.get('not-kept') === '1' || visitOf(context).kept !== null,
    imported:
      searchParams.get('done') === 'imported' ? { added: count('added'), changed: count('changed') } : null,
  }
}

type Answer = Readonly<{ preview: ShownSheet | null; again: string | null; refused: RefusedSheet | null }>
type Sent = Readonly<{ fiscalYear: number; bytes: Uint8Array; fileName: string }>

export async function action({ context, request, params }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await officeOf(context)
  const form = await request.formData()
  const fiscalYear = Number(params.year)
  if (form.get('act') !== 'import') {
    const file = form.get('file')
    // Of a file that is too large only so much as shows that it is.
    const bytes =
      file instanceof File ? new Uint8Array(await file.slice(0, LARGEST + 1).arrayBuffer()) : new Uint8Array()
    const fileName = file instanceof File ? file.name.slice(0, 200) : ''
    return preview(ctx, lang, { fiscalYear, bytes, fileName }, false)
  }
  const sent: Sent = {
    fiscalYear,
    bytes: new Uint8Array(Buffer.from(String(form.get('content') ?? ''), 'base64url')),
    fileName: String(form.get('fileName') ?? ''),
  }
  const imported = await importMeasureSheet(ctx, { ...sent, seen: String(form.get('seen') ?? '') })
  if (!imported.ok && imported.error.code === 'sheet.changed-since') return preview(ctx, lang, sent, true)
  if (!imported.ok) return refusal(ctx, lang, sent, imported.error)
  const counts = new URLSearchParams({
    done: 'imported',
    added: String(imported.value.added),
    changed: String(imported.value.changed),
  })
  throw redirect(`${addressOf.office(lang, `cycles/${fiscalYear}/sheet`)}?${counts}`, 303)
}

async function preview(ctx: Ctx, lang: Language, sent: Sent, isAgain: boolean) {
  const previewed = await previewMeasureSheet(ctx, sent)
  if (!previewed.ok) return refusal(ctx, lang, sent, previewed.error)
  const answer: Answer = {
    preview: {
      ...previewed.value,
      fileName: sent.fileName,
      content: Buffer.from(sent.bytes).toString('base64url'),
    },
    again: isAgain ? sheetText(lang).fileFaults['sheet.changed-since'] : null,
    refused: null,
  }
  return data(answer, isAgain ? 409 : 200)
}

async function refusal(ctx: Ctx, lang: Language, { bytes }: Sent, error: SheetError) {
  if (error.code === 'permission.refused') throw await permissionRefused(ctx, error)
  const text = sheetText(lang)
  const answer: Answer = {
    preview: null,
    again: null,
    refused: {
      fault: text.fileFaults[error.code],
      cells: error.cells.slice(0, MOST_SHOWN).map((fault) => ({
        place: text.place(fault.sheet, `${columnLetters(fault.column)}${fault.row}`),
        sentence: sheetSentence(fault, lang),
      })),
      found: error.cells.length,
      content: error.cells.length > 0 ? Buffer.from(bytes).toString('base64url') : null,
    },
  }
  return data(answer, 422)
}

export default function MeasureSheetScreen({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, year, hasIssues, mayImport, isNotKept, imported } = loaderData
  const text = sheetText(lang)
  const answer: Answer | null = actionData ?? null
  return (
    <>
      <title>{text.title(year)}</title>
      <PageHead
        title={text.title(year)}
        said={text.lead}
        action={
          <a className="button" href={addressOf.office(lang, `cycles/${year}`)}>
            {text.toYear}
          </a>
        }
      />
      <div className="stack">
        {imported !== null && <Notice kind="done">{text.imported(imported.added, imported.changed)}</Notice>}
        {isNotKept && <Notice kind="warning">{text.notKept}</Notice>}
        {answer !== null && answer.again !== null && <Notice kind="warning">{answer.again}</Notice>}
        {answer !== null && answer.refused !== null && (
          <SheetFaults lang={lang} year={year} refused={answer.refused} />
        )}
        {answer !== null && answer.preview !== null ? (
          <SheetPreview lang={lang} year={year} shown={answer.preview} />
        ) : hasIssues ? (
          <>
            {answer === null && <SheetExport lang={lang} year={year} />}
            {mayImport && <SheetUpload lang={lang} year={year} />}
          </>
        ) : (
          <div className="empty">
            <h2>{text.noIssuesTitle}</h2>
            <p>{text.noIssues}</p>
            {mayImport && (
              <p className="actions">
                <a className="button primary" href={addressOf.office(lang, `cycles/${year}/issues/add`)}>
                  <Icon name="add" />
                  {text.toIssues}
                </a>
              </p>
            )}
          </div>
        )}
      </div>
    </>
  )
}
