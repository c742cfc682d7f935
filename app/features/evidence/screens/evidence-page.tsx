import { data, redirect } from 'react-router'
import '../../../ui/office-evidence.css'
import type { Bilingual } from '../../../i18n/language.ts'
import { formatInstant } from '../../../kernel/thai-day.ts'
import { isUuid } from '../../../kernel/uuid.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { EMPTY_FORM, ErrorSummary, type FormView } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { withoutTheirs } from '../../../web/choices.ts'
import { officeOf, visitOf } from '../../../web/context.server.ts'
import { readForm, typedValues } from '../../../web/form.server.ts'
import type { TypedFields } from '../../../web/visit.ts'
import { listOpenUnits, pageRefused, permissionRefused } from '../../people/index.server.ts'
import type { EvidenceFacts } from '../evidence.domain.ts'
import type { EvidenceError } from '../evidence.errors.ts'
import { findEvidenceOfFile, ownerOf } from '../evidence.queries.server.ts'
import { changeRefusal, readRefusal } from '../evidence-access.domain.ts'
import { FACT_FIELDS, fieldOf, refusedForm, seenFacts } from '../evidence-form.server.ts'
import { findEvidence } from '../library.queries.server.ts'
import { EvidenceChips, fileAddress, pieceAddress, unitName } from '../parts/evidence-looks.tsx'
import { EvidencePreview, ScanNotice } from '../parts/evidence-preview.tsx'
import { factsAsTyped } from '../parts/facts-fields.tsx'
import { ChangeClash, ChangeForm, LocationWarning, NewVersion, RemoveForm } from '../parts/piece-forms.tsx'
import { PieceFacts, PieceUses, PieceVersions } from '../parts/piece-sections.tsx'
import { UploadsScript } from '../parts/upload-area.tsx'
import { type EvidenceFiles, evidenceFilesContext } from '../storing/evidence-files.server.ts'
import { removeLocation } from '../storing/remove-location.server.ts'
import { scanRefusal } from '../storing/scan.domain.ts'
import { storingErrorText } from '../storing/storing.errors.ts'
import { MEGABYTE } from '../storing/upload.domain.ts'
import { pieceText } from '../text/pages.ts'
import { changeEvidence } from '../usecases/change-evidence.server.ts'
import { removeEvidence } from '../usecases/remove-evidence.server.ts'
import { renewLink } from '../usecases/renew-link.server.ts'
import { restoreEvidence } from '../usecases/restore-evidence.server.ts'
import { evidenceUsesContext } from '../uses-context.server.ts'
import type { Route } from './+types/evidence-page'

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const lang = languageOf(pathname)
  const { ctx } = await officeOf(context)
  const piece = await findEvidence(ctx, params.evidenceId)
  if (!piece) throw data(null, 404)
  const refusal = readRefusal(ctx.actor, ownerOf(piece.item))
  if (refusal) throw await pageRefused(ctx, refusal)
  const names = await context.get(evidenceUsesContext)(ctx, piece.uses, lang)
  const { kept, nonce } = visitOf(context)
  const { content } = piece.item
  return {
    lang,
    piece,
    uses: piece.uses.map(({ kind, id }) => ({
      key: `${kind} ${id}`,
      name: names.get(`${kind} ${id}`) ?? null,
    })),
    units: (await listOpenUnits(ctx)).map(({ unit }) => ({ value: unit.id, label: unitName(unit, lang) })),
    twins:
      content.kind === 'file'
        ? (await findEvidenceOfFile(ctx, content.sha256)).filter(({ id }) => id !== piece.item.id)
        : [],
    mayChange: changeRefusal(ctx.actor, ownerOf(piece.item)) === null,
    mayOpenFile:
      content.kind === 'file' && scanRefusal(content, context.get(evidenceFilesContext).isScanning) === null,
    done: searchParams.get('done'),
    kept: kept === null ? null : typedValues(kept),
    nonce,
  }
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await officeOf(context)
  const sent = await request.formData()
  const act = String(sent.get('act') ?? '')
  const asked = { act, sent, evidenceId: params.evidenceId, files: context.get(evidenceFilesContext) }
  const answer = await doneTo(ctx, asked)
  const here = pieceAddress(lang, params.evidenceId)
  if (typeof answer === 'string') {
    const library = addressOf.office(lang, 'evidence')
    if (answer === 'removed') throw redirect(`${library}?done=removed&removed=${params.evidenceId}`, 303)
    throw redirect(`${here}?done=${answer}`, 303)
  }
  if ('code' in answer && answer.code === 'permission.refused') throw await permissionRefused(ctx, answer)
  if ('code' in answer && answer.code === 'evidence.unknown') throw data(null, 404)
  const typed: TypedFields = [...sent].map(([name, value]) => [name, String(value)])
  const clash = 'code' in answer && answer.code === 'evidence.clash' ? answer : null
  if ('said' in answer)
    return data({ act, clash, typed, form: { values: {}, errors: { '': answer.said[lang] } } }, 422)
  const faults = 'faults' in answer ? answer.faults : { [fieldOf(answer.code)]: answer.code }
  return data({ act, clash, typed, form: refusedForm(lang, typedValues(typed), faults) }, 422)
}

type Asked = Readonly<{ act: string; sent: FormData; evidenceId: string; files: EvidenceFiles }>
type Refused =
  | EvidenceError
  | Readonly<{ faults: Readonly<Record<string, string>> }>
  | Readonly<{ said: Bilingual }>

/** The code of the notice that tells what was done, or why it was not. */
async function doneTo(ctx: Ctx, { act, sent, evidenceId, files }: Asked): Promise<string | Refused> {
  if (!isUuid(evidenceId)) return { code: 'evidence.unknown' }
  if (act === 'remove') {
    const removed = await removeEvidence(ctx, { evidenceId })
    return removed.ok ? 'removed' : removed.error
  }
  if (act === 'restore') {
    const restored = await restoreEvidence(ctx, { evidenceId })
    return restored.ok ? 'restored' : restored.error
  }
  if (act === 'remove-location') {
    const bare = await removeLocation(ctx, files, evidenceId)
    if (bare.ok) return 'location-removed'
    if (bare.error.code === 'permission.refused') return bare.error
    return { said: storingErrorText(bare.error, { mostMegabytes: Math.floor(files.mostBytes / MEGABYTE) }) }
  }
  if (act === 'renew') {
    const renewed = await renewLink(ctx, { evidenceId, link: String(sent.get('link') ?? '') })
    return renewed.ok ? 'versioned' : renewed.error
  }
  const read = readForm(sent, FACT_FIELDS)
  if (!read.ok) return read.error
  const { confidential, unit, ...facts } = read.value
  const typed: EvidenceFacts = { ...facts, isConfidential: confidential === 'on', unitId: unit }
  const changed = await changeEvidence(ctx, {
    evidenceId,
    seenVersion: Number(sent.get('seenVersion')),
    seen: seenFacts(sent.get('seen')) ?? typed,
    mine: withoutTheirs(sent, typed),
  })
  if (!changed.ok) return changed.error
  return changed.value.length === 0 ? 'same' : 'changed'
}

export default function EvidencePage({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, piece, uses, units, twins, mayChange, mayOpenFile, done, kept, nonce } = loaderData
  const text = pieceText(lang)
  const { item, version, versions } = piece
  const { content, facts, removedAt } = item
  const act = actionData?.act ?? kept?.act ?? null
  const formOf = (name: string): FormView | null =>
    act === name ? (actionData?.form ?? { values: kept ?? {}, errors: {} }) : null
  const address = fileAddress(lang, item.id, item.number)
  const clash = actionData?.clash ?? null
  return (
    <>
      <title>{facts.title}</title>
      <PageHead
        title={facts.title}
        chip={<EvidenceChips lang={lang} item={item} />}
        said={<a href={addressOf.office(lang, 'evidence')}>{text.back}</a>}
        action={
          content.kind === 'link' ? (
            <a className="button primary" href={content.link} rel="noreferrer" title={text.openLinkHint}>
              <Icon name="link" />
              {text.openLink}
            </a>
          ) : (
            mayOpenFile && (
              <a className="button primary" href={address} download>
                <Icon name="download" />
                {text.download}
              </a>
            )
          )
        }
      />
      <div className="stack">
        {!actionData && done !== null && Object.hasOwn(text.done, done) && (
          <Notice kind="done">{text.done[done as keyof typeof text.done]}</Notice>
        )}
        {kept !== null && <Notice>{text.kept}</Notice>}
        {removedAt !== null && (
          <Notice kind="warning">
            <p>{text.removedNotice(formatInstant(removedAt, lang))}</p>
            {mayChange && (
              <form method="post" className="actions">
                <button type="submit" className="button small" name="act" value="restore">
                  <Icon name="again" />
                  {text.restore}
                </button>
              </form>
            )}
          </Notice>
        )}
        {twins.length > 0 && (
          <Notice>
            <p>{text.sameFile}</p>
            <ul>
              {twins.map((twin) => (
                <li key={twin.id}>
                  <a href={pieceAddress(lang, twin.id)}>{twin.facts.title}</a>
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {clash === null ? (
          <ErrorSummary
            form={actionData?.form ?? EMPTY_FORM}
            title={text.errorTitle}
            idOfField={(name) => (act === 'renew' ? `renew-${name}` : `change-${name}`)}
          />
        ) : (
          <ChangeClash lang={lang} clash={clash} units={units} typed={actionData?.typed ?? []} />
        )}
        <div className="detail evidence-detail">
          <div className="stack">
            {content.kind === 'file' && (
              <section className="stack" aria-labelledby="preview-title">
                <h2 id="preview-title">{text.previewTitle}</h2>
                <ScanNotice lang={lang} content={content} />
                {mayOpenFile && (
                  <EvidencePreview
                    lang={lang}
                    title={facts.title}
                    content={content}
                    address={address}
                    nonce={nonce}
                  />
                )}
              </section>
            )}
            {content.kind === 'file' && content.location !== null && (
              <LocationWarning
                lang={lang}
                {...content.location}
                mayRemove={mayChange && removedAt === null}
              />
            )}
            <PieceVersions lang={lang} id={item.id} versions={versions} mayChange={mayChange} />
            {mayChange && removedAt === null && (
              <NewVersion lang={lang} id={item.id} content={content} form={formOf('renew')} />
            )}
          </div>
          <div className="beside">
            <section className="stack" aria-labelledby="facts-title">
              <h2 id="facts-title">{text.factsTitle}</h2>
              <PieceFacts lang={lang} item={item} />
              {mayChange && removedAt === null && clash === null && (
                <ChangeForm
                  lang={lang}
                  form={formOf('change') ?? { values: factsAsTyped(facts), errors: {} }}
                  units={units}
                  seen={facts}
                  version={version}
                  isOpen={act === 'change'}
                />
              )}
            </section>
            <PieceUses lang={lang} uses={uses} />
            {mayChange && removedAt === null && (
              <RemoveForm
                lang={lang}
                isUsed={uses.some(({ name }) => name !== null)}
                isOpen={act === 'remove'}
              />
            )}
          </div>
        </div>
      </div>
      {mayChange && content.kind === 'file' && <UploadsScript nonce={nonce} />}
    </>
  )
}
