import { data, redirect } from 'react-router'
import { refusalOf } from '../../../kernel/permission.ts'
import '../../../ui/office-people.css'
import type { Language } from '../../../i18n/language.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { type CellToCorrect, SheetFaultList } from '../../../ui/sheet-import.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { appOf, officeOf, visitOf } from '../../../web/context.server.ts'
import { RosterExport, RosterUpload } from '../parts/roster-forms.tsx'
import { RosterPreview, type ShownPlan } from '../parts/roster-preview.tsx'
import { PEOPLE_POLICY } from '../people.policy.ts'
import { pageRefused, permissionRefused } from '../permission-refused.server.ts'
import type { RosterError } from '../roster/roster.errors.ts'
import { letters } from '../roster/roster-rows.domain.ts'
import { rosterText } from '../roster/text/index.ts'
import { importRoster } from '../roster/usecases/import-roster.server.ts'
import { previewRoster } from '../roster/usecases/preview-roster.server.ts'
import { peoplePageText, rosterPageText } from '../text/pages.ts'
import type { Route } from './+types/roster-page'

const MOST_SHOWN = 200
const LARGEST = 1_000_000

export async function loader({ context, request }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const { ctx } = await officeOf(context)
  const mayImport = refusalOf(PEOPLE_POLICY, 'roster.import', ctx.actor)
  const mayExport = refusalOf(PEOPLE_POLICY, 'roster.export', ctx.actor)
  if (mayImport && mayExport) throw await pageRefused(ctx, mayImport)
  return {
    lang: languageOf(pathname),
    isMailOn: appOf(context).isMailOn,
    mayImport: mayImport === null,
    mayExport: mayExport === null,
    isNotKept: searchParams.get('not-kept') === '1' || visitOf(context).kept !== null,
    imported: searchParams.get('done') === 'imported' ? countsIn(searchParams) : null,
  }
}

const countsIn = (asked: URLSearchParams) => {
  const count = (name: string) => Math.max(0, Math.trunc(Number(asked.get(name) ?? 0)) || 0)
  return { units: count('units'), persons: count('persons'), invited: count('invited') }
}

type Answer = Readonly<{
  preview: ShownPlan | null
  fault: string | null
  cells: readonly CellToCorrect[]
  found: number
}>

export async function action({ context, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await officeOf(context)
  const sent = await request.formData()
  if (sent.get('act') !== 'import') {
    const file = sent.get('file')
    const bytes = file instanceof File ? await bytesOf(file) : new Uint8Array()
    return preview(ctx, lang, { bytes, fileName: file instanceof File ? file.name : '', isAgain: false })
  }
  const bytes = new Uint8Array(Buffer.from(String(sent.get('content') ?? ''), 'base64url'))
  const imported = await importRoster(ctx, {
    bytes,
    seen: String(sent.get('seen') ?? ''),
    invites: sent.has('invites'),
    origin: visitOf(context).origin,
  })
  if (!imported.ok && imported.error.code === 'roster.changed-since')
    return preview(ctx, lang, { bytes, fileName: String(sent.get('fileName') ?? ''), isAgain: true })
  if (!imported.ok) return refusal(ctx, lang, imported.error)
  const { unitsFounded, unitsChanged, personsFounded, personsChanged, invited } = imported.value
  const counts = new URLSearchParams({
    done: 'imported',
    units: String(unitsFounded + unitsChanged),
    persons: String(personsFounded + personsChanged),
    invited: String(invited),
  })
  throw redirect(`${addressOf.office(lang, 'roster')}?${counts}`, 303)
}

/** Of a file that is too large only so much as shows that it is. */
const bytesOf = async (file: File): Promise<Uint8Array> =>
  new Uint8Array(await file.slice(0, LARGEST + 1).arrayBuffer())

async function preview(
  ctx: Ctx,
  lang: Language,
  { bytes, fileName, isAgain }: { bytes: Uint8Array; fileName: string; isAgain: boolean },
) {
  const previewed = await previewRoster(ctx, { bytes })
  if (!previewed.ok) return refusal(ctx, lang, previewed.error)
  const answer: Answer = {
    preview: {
      ...previewed.value,
      fileName: fileName.slice(0, 200),
      content: Buffer.from(bytes).toString('base64url'),
    },
    fault: isAgain ? rosterText(lang).fileFaults['roster.changed-since'] : null,
    cells: [],
    found: 0,
  }
  return data(answer, isAgain ? 409 : 200)
}

async function refusal(ctx: Ctx, lang: Language, error: RosterError) {
  if (error.code === 'permission.refused') throw await permissionRefused(ctx, error)
  const words = rosterText(lang)
  const page = rosterPageText(lang)
  const answer: Answer = {
    preview: null,
    fault: words.fileFaults[error.code],
    cells: error.cells.slice(0, MOST_SHOWN).map(({ sheet, row, column, code, value, other }) => ({
      place:
        sheet === null
          ? page.cell(`${letters(column)}${row}`)
          : page.sheetCell(sheet, `${letters(column)}${row}`),
      sentence: words.cellFaults[code](value, other),
    })),
    found: error.cells.length,
  }
  return data(answer, 422)
}

export default function RosterScreen({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, isMailOn, mayImport, mayExport, isNotKept, imported } = loaderData
  const text = rosterPageText(lang)
  const answer: Answer | null = actionData ?? null
  return (
    <>
      <title>{text.title}</title>
      <PageHead title={text.title} said={text.lead} />
      <div className="stack">
        {imported !== null && (
          <Notice kind="done">
            {text.imported(imported.units, imported.persons, imported.invited)}{' '}
            <a href={addressOf.office(lang, 'people')}>{text.toPeople}</a>
          </Notice>
        )}
        {isNotKept && <Notice kind="warning">{peoplePageText(lang).notKept}</Notice>}
        {answer !== null && answer.fault !== null && (
          <SheetFaultList text={text} fault={answer.fault} cells={answer.cells} found={answer.found} />
        )}
        {answer !== null && answer.preview !== null ? (
          <RosterPreview lang={lang} shown={answer.preview} isMailOn={isMailOn} />
        ) : (
          mayImport && <RosterUpload lang={lang} />
        )}
        {mayExport && answer === null && <RosterExport lang={lang} />}
      </div>
    </>
  )
}
