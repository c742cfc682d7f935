import { data, redirect } from 'react-router'
import type { Bilingual, Language } from '../../../i18n/language.ts'
import { codeOf } from '../../../kernel/item-ref.ts'
import { refusalOf } from '../../../kernel/permission.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { columnLetters } from '../../../platform/office-files/sheet-guard.server.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { FilterChips } from '../../../ui/filter-chips.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { type CellToCorrect, SheetFaultList } from '../../../ui/sheet-import.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf, visitOf } from '../../../web/context.server.ts'
import { catalogueFor } from '../../catalogue/index.server.ts'
import { titleOf } from '../../catalogue/index.ts'
import { pageRefused, permissionRefused } from '../../people/index.server.ts'
import type { ScoreError } from '../assessments.errors.ts'
import { ASSESSMENTS_POLICY } from '../assessments.policy.ts'
import { ScorePreview, ScoreUpload, type ShownScores } from '../parts/score-import.tsx'
import type { Score } from '../score.domain.ts'
import { listScores } from '../score.queries.server.ts'
import { SCORE_COLUMNS, type ScoreColumn } from '../score-column.table.ts'
import { scoresPageText } from '../text/scores-page.ts'
import { importScores } from '../usecases/import-scores.server.ts'
import { previewScores } from '../usecases/preview-scores.server.ts'
import type { Route } from './+types/scores-page'

const LARGEST = 1_000_000
const MOST_SHOWN = 200
const LONGEST_NOTE = 300

export async function loader({ context, request }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(ASSESSMENTS_POLICY, 'score.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const scores = await listScores(ctx)
  const years = [...new Set(scores.map(({ year }) => year))]
  const asked = Number(searchParams.get('year'))
  const year = years.includes(asked) ? asked : (years[0] ?? null)
  const catalogue = await catalogueFor(ctx)
  const count = (name: string) => Math.max(0, Math.trunc(Number(searchParams.get(name) ?? 0)) || 0)
  return {
    lang: languageOf(pathname),
    years,
    year,
    scores: scores
      .filter((score) => score.year === year)
      .map((score) => ({ ...score, title: titleOf(catalogue, score.ref) })),
    mayImport: refusalOf(ASSESSMENTS_POLICY, 'score.import', ctx.actor) === null,
    isNotKept: searchParams.get('not-kept') === '1' || visitOf(context).kept !== null,
    imported:
      searchParams.get('done') === 'imported'
        ? { added: count('added'), corrected: count('corrected') }
        : null,
  }
}

type Answer = Readonly<{
  preview: ShownScores | null
  fault: string | null
  cells: readonly CellToCorrect[]
  found: number
}>

export async function action({ context, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await officeOf(context)
  const sent = await request.formData()
  const sourceNote = String(sent.get('sourceNote') ?? '')
    .normalize('NFC')
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, LONGEST_NOTE)
  if (sent.get('act') !== 'import') {
    const file = sent.get('file')
    const bytes = file instanceof File ? await bytesOf(file) : new Uint8Array()
    const fileName = file instanceof File ? file.name.slice(0, 200) : ''
    return preview(ctx, lang, { bytes, fileName, sourceNote, isAgain: false })
  }
  const bytes = new Uint8Array(Buffer.from(String(sent.get('content') ?? ''), 'base64url'))
  const fileName = String(sent.get('fileName') ?? '')
  const imported = await importScores(ctx, {
    bytes,
    fileName,
    sourceNote: sourceNote === '' ? null : sourceNote,
    seen: String(sent.get('seen') ?? ''),
  })
  if (!imported.ok && imported.error.code === 'score.changed-since')
    return preview(ctx, lang, { bytes, fileName, sourceNote, isAgain: true })
  if (!imported.ok) return refused(ctx, lang, imported.error)
  const counts = new URLSearchParams({
    done: 'imported',
    added: String(imported.value.added),
    corrected: String(imported.value.corrected),
  })
  throw redirect(`${addressOf.office(lang, 'scores')}?${counts}`, 303)
}

/** Of a file that is too large only so much as shows that it is. */
const bytesOf = async (file: File): Promise<Uint8Array> =>
  new Uint8Array(await file.slice(0, LARGEST + 1).arrayBuffer())

async function preview(
  ctx: Ctx,
  lang: Language,
  { bytes, isAgain, ...named }: { bytes: Uint8Array; fileName: string; sourceNote: string; isAgain: boolean },
) {
  const previewed = await previewScores(ctx, { bytes })
  if (!previewed.ok) return refused(ctx, lang, previewed.error)
  const answer: Answer = {
    preview: { ...previewed.value, ...named, content: Buffer.from(bytes).toString('base64url') },
    fault: isAgain ? scoresPageText(lang).fileFaults['score.changed-since'] : null,
    cells: [],
    found: 0,
  }
  return data(answer, isAgain ? 409 : 200)
}

async function refused(ctx: Ctx, lang: Language, error: ScoreError) {
  if (error.code === 'permission.refused') throw await permissionRefused(ctx, error)
  const text = scoresPageText(lang)
  const answer: Answer = {
    preview: null,
    fault: text.fileFaults[error.code],
    cells: error.cells.slice(0, MOST_SHOWN).map(({ sheet, row, column, code, value, other }) => ({
      place: text.place(sheet, `${columnLetters(column)}${row}`),
      sentence: text.cellFaults[code](isColumn(value) ? text.heads[value] : value, other),
    })),
    found: error.cells.length,
  }
  return data(answer, 422)
}

const isColumn = (name: string): name is ScoreColumn => (SCORE_COLUMNS as readonly string[]).includes(name)

export default function ScoresScreen({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, years, year, scores, mayImport, isNotKept, imported } = loaderData
  const text = scoresPageText(lang)
  const answer: Answer | null = actionData ?? null
  const here = addressOf.office(lang, 'scores')
  return (
    <>
      <title>{text.title}</title>
      <PageHead title={text.title} said={text.lead} />
      <div className="stack">
        {imported !== null && (
          <Notice kind="done">{text.imported(imported.added, imported.corrected)}</Notice>
        )}
        {isNotKept && <Notice kind="warning">{text.notKept}</Notice>}
        {answer !== null && answer.fault !== null && (
          <SheetFaultList text={text} fault={answer.fault} cells={answer.cells} found={answer.found} />
        )}
        {answer !== null && answer.preview !== null ? (
          <ScorePreview lang={lang} shown={answer.preview} />
        ) : (
          <>
            {year === null ? (
              <div className="empty">
                <h2>{text.emptyTitle}</h2>
                <p>{text.emptyBody}</p>
              </div>
            ) : (
              <section className="stack" aria-labelledby="scores-title">
                <h2 id="scores-title">{text.tableTitle(year)}</h2>
                <FilterChips
                  label={text.years}
                  choices={years.map((one) => ({
                    label: String(one),
                    to: `${here}?year=${one}`,
                    isChosen: one === year,
                  }))}
                />
                <ScoreTable lang={lang} year={year} scores={scores} />
              </section>
            )}
            {mayImport && <ScoreUpload lang={lang} />}
          </>
        )}
      </div>
    </>
  )
}

type ShownScore = Score & Readonly<{ title: Bilingual | null }>

function ScoreTable({ lang, year, scores }: { lang: Language; year: number; scores: readonly ShownScore[] }) {
  const text = scoresPageText(lang)
  return (
    <DataTable
      caption={text.tableTitle(year)}
      columns={[
        { label: text.columns.item },
        { label: text.columns.title },
        { label: text.columns.value, look: 'end' },
        { label: text.columns.n, look: 'end' },
        { label: text.columns.source },
      ]}
      rows={scores.map(({ ref, title, value, nAnswered, nRequired, source }) => ({
        key: ref,
        cells: [
          codeOf(ref),
          title?.[lang] ?? '',
          value,
          nAnswered === null ? '' : text.answered(nAnswered, nRequired),
          text.source(source.fileName, source.row, formatDay(thaiDay(source.importedAt), lang)),
        ],
      }))}
    />
  )
}
