import { data, redirect } from 'react-router'
import type { Bilingual, Language } from '../../../i18n/language.ts'
import { refusalOf } from '../../../kernel/permission.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { columnLetters } from '../../../platform/office-files/sheet-guard.server.ts'
import { TextField } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { SheetFaultList } from '../../../ui/sheet-import.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf } from '../../../web/context.server.ts'
import { catalogueFor } from '../../catalogue/index.server.ts'
import { type Catalogue, titleOf } from '../../catalogue/index.ts'
import { pageRefused, permissionRefused } from '../../people/index.server.ts'
import type { ScoreError } from '../assessments.errors.ts'
import { ASSESSMENTS_POLICY } from '../assessments.policy.ts'
import { type FigureNames, FirstFigures, ScoresPreview } from '../parts/import-preview.tsx'
import { MappingForm } from '../parts/mapping-form.tsx'
import { ResultTabs } from '../parts/result-tabs.tsx'
import { importPeers } from '../peers/usecases/import-peers.server.ts'
import { previewPeers } from '../peers/usecases/preview-peers.server.ts'
import { figureChoices } from '../reading/figure-choices.domain.ts'
import { mappingFromForm } from '../reading/mapping-form.domain.ts'
import { oneLine } from '../reading/one-line.domain.ts'
import { viewUpload } from '../reading/upload-view.server.ts'
import { resultImportText } from '../text/result-import.ts'
import { resultMappingText } from '../text/result-mapping.ts'
import { actOf, type ResultUpload } from '../uploads/upload.domain.ts'
import { findUpload } from '../uploads/upload.queries.server.ts'
import { dropUpload } from '../usecases/drop-upload.server.ts'
import { importScores } from '../usecases/import-scores.server.ts'
import { mapUpload } from '../usecases/map-upload.server.ts'
import { previewScores } from '../usecases/preview-scores.server.ts'
import { saveMapping } from '../usecases/save-mapping.server.ts'
import type { Route } from './+types/result-mapping-page'

const FAULTS_SHOWN = 200

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const { ctx } = await officeOf(context)
  const lang = languageOf(pathname)
  const upload = await findUpload(ctx, params.uploadId)
  const refusal = refusalOf(ASSESSMENTS_POLICY, actOf(upload?.purpose ?? 'scores'), ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  // Of another agency, imported, cancelled or too old: from here they look the same.
  if (upload === null) return data({ lang, shown: null }, 404)
  return { lang, shown: await shownOf(ctx, upload, lang), isSaved: searchParams.get('done') === 'saved' }
}

async function shownOf(ctx: Ctx, upload: ResultUpload, lang: Language) {
  const catalogue = await catalogueFor(ctx)
  const viewed = await viewUpload(upload, catalogue)
  if (!viewed.ok) throw new Error(`a file that was opened before: ${viewed.error.code}`)
  const { faults, ...view } = viewed.value
  const text = resultMappingText(lang)
  const isReadable = view.asks.length === 0 && faults.length === 0
  const given = { bytes: upload.content, mapping: view.mapping }
  const scores = isReadable && upload.purpose === 'scores' ? await previewScores(ctx, given) : null
  const peers = isReadable && upload.purpose === 'peers' ? await previewPeers(ctx, given) : null
  const refused = [scores, peers].flatMap((preview) => (preview && !preview.ok ? [preview.error] : []))
  // Which agency is asked only where figures of several are read.
  const asks = [...view.asks, ...refused.map(({ code }) => code)]
  return {
    file: { name: upload.fileName, sourceNote: upload.sourceNote, purpose: upload.purpose },
    view,
    choices: figureChoices(catalogue, lang),
    names: namesOf(catalogue),
    asks: asks.flatMap((ask) => (ask === 'permission.refused' ? [] : [text.fileFaults[ask]])),
    preview: scores?.ok ? scores.value : null,
    peers: peers?.ok ? { ...countsOf(peers.value.plan), seen: peers.value.seen } : null,
    found: faults.length,
    cells: faults.slice(0, FAULTS_SHOWN).map(({ sheet, row, column, head, code, value, other }) => ({
      place: view.isJson
        ? text.record(sheet, row, head)
        : text.place(sheet, `${columnLetters(column)}${row}`),
      sentence: text.cellFaults[code](value, other),
    })),
  }
}

const countsOf = ({
  added,
  corrected,
  unchanged,
}: {
  added: readonly unknown[]
  corrected: readonly unknown[]
  unchanged: number
}) => ({ added: added.length, corrected: corrected.length, unchanged })

/** Titles of everything that may be in a preview. */
function namesOf(catalogue: Catalogue): FigureNames {
  const titles: Record<string, Bilingual> = {}
  const levels: Record<string, Bilingual> = {}
  for (const framework of catalogue.frameworks) {
    for (const { ref } of [...framework.indicators, ...framework.items]) {
      const title = titleOf(catalogue, ref)
      if (title !== null) titles[ref] = title
    }
    for (const { key, title } of framework.levels) levels[key] = title
  }
  return { titles, levels }
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await officeOf(context)
  const text = resultMappingText(lang)
  const sent = await request.formData()
  const upload = await findUpload(ctx, params.uploadId)
  const here = addressOf.office(lang, `scores/import/${params.uploadId}`)
  const list = addressOf.office(lang, 'scores/import')
  const refusal = refusalOf(ASSESSMENTS_POLICY, actOf(upload?.purpose ?? 'scores'), ctx.actor)
  if (refusal) throw await permissionRefused(ctx, refusal)
  if (upload === null)
    return data({ fault: text.fileFaults['upload.gone'], badYear: null, noName: null }, 404)

  const answered = async (error: ScoreError) => {
    if (error.code === 'permission.refused') throw await permissionRefused(ctx, error)
    const status = error.code === 'score.changed-since' ? 409 : error.code === 'upload.gone' ? 404 : 422
    return data({ fault: text.fileFaults[error.code], badYear: null, noName: null }, status)
  }
  switch (sent.get('act')) {
    case 'map': {
      const { mapping, badYear } = mappingFromForm(sent)
      const mapped = await mapUpload(ctx, { upload, mapping })
      if (!mapped.ok) return answered(mapped.error)
      if (badYear !== null) return data({ fault: null, badYear, noName: null }, 422)
      throw redirect(here, 303)
    }
    case 'save': {
      const name = oneLine(sent.get('name'))
      if (name === '') return data({ fault: null, badYear: null, noName: text.noName }, 422)
      const saved = await saveMapping(ctx, { upload, name })
      if (!saved.ok) return answered(saved.error)
      throw redirect(`${here}?done=saved`, 303)
    }
    case 'drop': {
      const dropped = await dropUpload(ctx, upload)
      if (!dropped.ok) return answered(dropped.error)
      throw redirect(
        `${upload.purpose === 'peers' ? addressOf.office(lang, 'scores/peers') : list}?done=dropped`,
        303,
      )
    }
    default: {
      const importFigures = upload.purpose === 'peers' ? importPeers : importScores
      const imported = await importFigures(ctx, {
        bytes: upload.content,
        fileName: upload.fileName,
        sourceNote: upload.sourceNote,
        mapping: upload.mapping,
        seen: String(sent.get('seen') ?? ''),
        uploadId: upload.id,
      })
      if (!imported.ok) return answered(imported.error)
      const { added, corrected } = imported.value
      const to = upload.purpose === 'peers' ? addressOf.office(lang, 'scores/peers') : list
      throw redirect(`${to}?done=imported&added=${added}&corrected=${corrected}`, 303)
    }
  }
}

export default function ResultMappingScreen({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, shown } = loaderData
  const text = resultMappingText(lang)
  if (shown === null)
    return (
      <>
        <title>{text.title}</title>
        <PageHead title={text.title} />
        <ResultTabs lang={lang} open="import" />
        <Notice kind="warning">
          {resultImportText(lang).gone}{' '}
          <a href={addressOf.office(lang, 'scores/import')}>{resultImportText(lang).title}</a>
        </Notice>
      </>
    )
  const { file, view, choices, names, asks, preview, peers, found, cells } = shown
  const isOfPeers = file.purpose === 'peers'
  const faults = [...(actionData?.fault ? [actionData.fault] : []), ...asks]
  const seen = preview?.seen ?? peers?.seen ?? null
  const changes = preview
    ? preview.plan.scores.length + preview.plan.totals.length
    : (peers?.added ?? 0) + (peers?.corrected ?? 0)
  const isSaved = 'isSaved' in loaderData && loaderData.isSaved && !actionData
  return (
    <>
      <title>{text.title}</title>
      <PageHead title={text.title} said={text.lead(file.name)} />
      <ResultTabs lang={lang} open={isOfPeers ? 'peers' : 'import'} />
      <div className="stack">
        {isSaved && <Notice kind="done">{text.saved}</Notice>}
        <p>
          {file.sourceNote !== null && `${text.sourceNote(file.sourceNote)} · `}
          {text.waits}
        </p>
        {faults.map((fault) => (
          <SheetFaultList key={fault} text={text} fault={fault} cells={[]} found={0} />
        ))}
        {found > 0 && (
          <SheetFaultList
            text={text}
            fault={text.fileFaults['figures.refused']}
            cells={cells}
            found={found}
          />
        )}
        <MappingForm
          lang={lang}
          shown={view}
          choices={choices}
          isOfPeers={isOfPeers}
          badYear={actionData?.badYear ?? null}
        />
        {view.first.length > 0 && (
          <FirstFigures lang={lang} names={names} first={view.first} records={view.records} />
        )}
        <section className="stack" aria-labelledby="preview-title">
          <h2 id="preview-title">{text.previewTitle}</h2>
          {preview !== null && <ScoresPreview lang={lang} names={names} shown={preview} />}
          {seen === null && <p>{text.blocked}</p>}
          {peers !== null && <p>{text.peersCounts(peers.added, peers.corrected, peers.unchanged)}</p>}
          <form method="post" className="form">
            {seen !== null && <input type="hidden" name="seen" value={seen} />}
            <div className="actions">
              {changes > 0 && (
                <button type="submit" className="button primary" name="act" value="import">
                  <Icon name="upload" />
                  {text.confirm}
                </button>
              )}
              <button type="submit" className="button" name="act" value="drop">
                {text.drop}
              </button>
            </div>
          </form>
        </section>
        <SaveMapping lang={lang} error={actionData?.noName ?? null} />
      </div>
    </>
  )
}

function SaveMapping({ lang, error }: { lang: Language; error: string | null }) {
  const text = resultMappingText(lang)
  return (
    <details className="fold" open={error !== null}>
      <summary>{text.saveTitle}</summary>
      <form method="post" className="form">
        <TextField
          form={{ values: {}, errors: error === null ? {} : { name: error } }}
          name="name"
          label={text.name}
          hint={text.nameHint}
        />
        <div className="actions">
          <button type="submit" className="button" name="act" value="save">
            {text.save}
          </button>
        </div>
      </form>
    </details>
  )
}
