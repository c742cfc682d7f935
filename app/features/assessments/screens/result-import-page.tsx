import { data, redirect } from 'react-router'
import '../../../ui/office-result-import.css'
import { refusalOf } from '../../../kernel/permission.ts'
import { EMPTY_FORM, SelectField, TextField } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { SheetFaultList, SheetUploadForm } from '../../../ui/sheet-import.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf, visitOf } from '../../../web/context.server.ts'
import { pageRefused, permissionRefused } from '../../people/index.server.ts'
import { ASSESSMENTS_POLICY } from '../assessments.policy.ts'
import { ImportList } from '../parts/import-list.tsx'
import { MappingList } from '../parts/mapping-list.tsx'
import { ResultTabs } from '../parts/result-tabs.tsx'
import { oneLine } from '../reading/one-line.domain.ts'
import { RESULT_FILE_BYTES } from '../reading/read-figures.server.ts'
import { resultImportText } from '../text/result-import.ts'
import { resultMappingText } from '../text/result-mapping.ts'
import { listImports } from '../uploads/imports.queries.server.ts'
import { listMappings } from '../uploads/mappings.queries.server.ts'
import { changeMapping } from '../usecases/change-mapping.server.ts'
import { keepUpload } from '../usecases/keep-upload.server.ts'
import type { Route } from './+types/result-import-page'

const DONE = ['imported', 'dropped', 'renamed', 'removed'] as const

export async function loader({ context, request }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(ASSESSMENTS_POLICY, 'score.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const mayImport = refusalOf(ASSESSMENTS_POLICY, 'score.import', ctx.actor) === null
  const count = (name: string) => Math.max(0, Math.trunc(Number(searchParams.get(name) ?? 0)) || 0)
  return {
    lang: languageOf(pathname),
    mayImport,
    purpose: purposeOf(searchParams.get('of')),
    imports: await listImports(ctx),
    mappings: mayImport ? await listMappings(ctx) : [],
    done: DONE.find((one) => one === searchParams.get('done')) ?? null,
    counts: { added: count('added'), corrected: count('corrected') },
    isNotKept: searchParams.get('not-kept') === '1' || visitOf(context).kept !== null,
  }
}

/** Whose results a file has: `?of=peers`, and the choice in the form. */
const purposeOf = (of: FormDataEntryValue | null) => (of === 'peers' ? 'peers' : 'scores')

export async function action({ context, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await officeOf(context)
  const sent = await request.formData()
  const act = sent.get('act')
  if (act === 'rename' || act === 'remove') {
    const name = oneLine(sent.get('name'))
    const changed =
      act === 'rename' && name === ''
        ? null
        : await changeMapping(ctx, { id: String(sent.get('id') ?? ''), name: act === 'remove' ? null : name })
    if (changed === null) return data({ fault: resultMappingText(lang).noName, purpose: null }, 422)
    if (!changed.ok && changed.error.code === 'permission.refused')
      throw await permissionRefused(ctx, changed.error)
    throw redirect(
      `${addressOf.office(lang, 'scores/import')}?done=${act === 'rename' ? 'renamed' : 'removed'}`,
      303,
    )
  }
  const file = sent.get('file')
  const purpose = purposeOf(sent.get('of'))
  const kept = await keepUpload(ctx, {
    purpose,
    // Of a file that is too large only so much as shows that it is.
    bytes:
      file instanceof File
        ? new Uint8Array(await file.slice(0, RESULT_FILE_BYTES + 1).arrayBuffer())
        : new Uint8Array(),
    fileName: file instanceof File ? file.name : '',
    sourceNote: oneLine(sent.get('sourceNote')) || null,
  })
  if (kept.ok) throw redirect(addressOf.office(lang, `scores/import/${kept.value.id}`), 303)
  if (kept.error.code === 'permission.refused') throw await permissionRefused(ctx, kept.error)
  return data({ fault: resultMappingText(lang).fileFaults[kept.error.code], purpose }, 422)
}

export default function ResultImportScreen({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, mayImport, imports, mappings, done, counts, isNotKept } = loaderData
  const text = resultImportText(lang)
  const { rules } = text
  return (
    <>
      <title>{text.title}</title>
      <PageHead title={text.title} said={text.lead} />
      <ResultTabs lang={lang} open="import" />
      <div className="stack">
        {done !== null && !actionData && (
          <Notice kind="done">
            {done === 'imported' ? text.imported(counts.added, counts.corrected) : text[done]}{' '}
            {done === 'imported' && <a href={addressOf.office(lang, 'scores')}>{text.seeResults}</a>}
          </Notice>
        )}
        {isNotKept && <Notice kind="warning">{text.notKept}</Notice>}
        {actionData && (
          <SheetFaultList text={resultMappingText(lang)} fault={actionData.fault} cells={[]} found={0} />
        )}
        {mayImport && (
          <SheetUploadForm
            text={text}
            action={addressOf.office(lang, 'scores/import')}
            accept=".xlsx,.csv,.json,text/csv,application/json"
            rules={[rules.shape, rules.item, rules.value, rules.gap, rules.formula, rules.correct]}
            fields={
              <>
                <SelectField
                  form={{ values: { of: actionData?.purpose ?? loaderData.purpose }, errors: {} }}
                  name="of"
                  label={text.of}
                  choices={(['scores', 'peers'] as const).map((value) => ({
                    value,
                    label: text.ofWhom[value],
                  }))}
                />
                <TextField
                  form={EMPTY_FORM}
                  name="sourceNote"
                  label={text.sourceNote}
                  hint={text.sourceNoteHint}
                />
              </>
            }
          />
        )}
        <ImportList lang={lang} imports={imports} />
        {mappings.length > 0 && <MappingList lang={lang} mappings={mappings} />}
      </div>
    </>
  )
}
