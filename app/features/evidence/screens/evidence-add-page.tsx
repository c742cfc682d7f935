import { data, redirect } from 'react-router'
import { z } from 'zod'
import '../../../ui/office-evidence.css'
import type { Language } from '../../../i18n/language.ts'
import { sizeText } from '../../../kernel/file-size.ts'
import { refusalOf } from '../../../kernel/permission.ts'
import { EMPTY_FORM, ErrorSummary, type FormView, TextField } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf, ownAddress } from '../../../web/addresses.ts'
import { officeOf, visitOf } from '../../../web/context.server.ts'
import { readForm, typedValues } from '../../../web/form.server.ts'
import { listOpenUnits, pageRefused, permissionRefused } from '../../people/index.server.ts'
import { EVIDENCE_POLICY } from '../evidence.policy.ts'
import { type EvidenceItem, findEvidenceItems } from '../evidence.queries.server.ts'
import { FACT_FIELDS, fieldOf, onwardWith, refusedForm } from '../evidence-form.server.ts'
import { listBrokenUploads } from '../library.queries.server.ts'
import { aboutText, pieceAddress, unitName } from '../parts/evidence-looks.tsx'
import { FactsFields, OWN_UNIT } from '../parts/facts-fields.tsx'
import { BrokenUploads, UploadArea, UploadsScript } from '../parts/upload-area.tsx'
import { evidenceFilesContext } from '../storing/evidence-files.server.ts'
import { roomLeft } from '../storing/quota.domain.ts'
import { readStoredSize } from '../storing/stored-size.queries.server.ts'
import { addingText } from '../text/pages.ts'
import { addLink } from '../usecases/add-link.server.ts'
import type { Route } from './+types/evidence-add-page'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const lang = languageOf(pathname)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(EVIDENCE_POLICY, 'evidence.add', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const { kept, nonce } = visitOf(context)
  return {
    lang,
    to: ownAddress(searchParams.get('to')),
    units: (await listOpenUnits(ctx)).map(({ unit }) => ({ value: unit.id, label: unitName(unit, lang) })),
    broken: await listBrokenUploads(ctx),
    left: roomLeft(await readStoredSize(ctx), context.get(evidenceFilesContext).defaultQuota),
    kept: kept === null ? null : typedValues(kept),
    nonce,
  }
}

const LINK = FACT_FIELDS.extend({
  link: z
    .string()
    .optional()
    .transform((typed) => typed ?? ''),
  wantedTwice: z.string().optional(),
})

export async function action({ context, request }: Route.ActionArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const lang = languageOf(pathname)
  const { ctx } = await officeOf(context)
  const sent = await request.formData()
  const refuse = (faults: Readonly<Record<string, string>>, known: readonly EvidenceItem[] | null = null) =>
    data({ form: refusedForm(lang, typedValues([...sent]), faults), known }, 422)
  const read = readForm(sent, LINK)
  if (!read.ok) return refuse(read.error.faults)
  const { link, wantedTwice, unit, confidential, ...facts } = read.value
  const added = await addLink(ctx, {
    link,
    // The short form beside a measure does not ask for the unit.
    facts: {
      ...facts,
      isConfidential: confidential === 'on',
      unitId: unit === OWN_UNIT || !sent.has('unit') ? undefined : unit,
    },
    isWantedTwice: wantedTwice === 'on',
  })
  if (added.ok) {
    const { evidenceId } = added.value
    const onward = onwardWith(searchParams.get('to'), [evidenceId])
    throw redirect(onward ?? `${pieceAddress(lang, evidenceId)}?done=added`, 303)
  }
  const { error } = added
  if (error.code === 'permission.refused') throw await permissionRefused(ctx, error)
  const known = error.code === 'evidence.link-known' ? await findEvidenceItems(ctx, error.evidenceIds) : null
  return refuse({ [fieldOf(error.code)]: error.code }, known)
}

export default function EvidenceAddPage({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, to, units, broken, left, kept, nonce } = loaderData
  const text = addingText(lang)
  const form = actionData?.form ?? (kept === null ? null : { values: kept, errors: {} })
  const library = addressOf.office(lang, 'evidence')
  return (
    <>
      <title>{text.title}</title>
      <PageHead
        title={text.title}
        said={
          <>
            {text.lead} <a href={to ?? library}>{to === null ? text.back : text.backToWork}</a>
          </>
        }
      />
      <div className="stack">
        {kept !== null && <Notice>{text.kept}</Notice>}
        <ErrorSummary
          form={actionData?.form ?? EMPTY_FORM}
          title={text.errorTitle}
          idOfField={(name) => `link-${name}`}
        />
        {actionData?.known && <Known lang={lang} to={to} known={actionData.known} />}
        <section className="stack" aria-labelledby="files-title">
          <h2 id="files-title">{text.filesTitle}</h2>
          {left !== null && <Notice kind="warning">{text.roomLeft(sizeText(left))}</Notice>}
          <UploadArea lang={lang} mode="form" id="add" here={to ?? ''}>
            <details className="fold">
              <summary>{text.factsTitle}</summary>
              <div className="form">
                <p className="muted">{text.manyFilesHint}</p>
                <FactsFields lang={lang} form={EMPTY_FORM} id="file" units={null} isTitleAsked="may" />
              </div>
            </details>
          </UploadArea>
          <BrokenUploads lang={lang} uploads={broken} />
        </section>
        <section className="stack" aria-labelledby="link-title-head">
          <h2 id="link-title-head">{text.linkTitle}</h2>
          <LinkForm lang={lang} form={form} units={units} mayRepeat={Boolean(actionData?.known)} />
        </section>
      </div>
      <UploadsScript nonce={nonce} />
    </>
  )
}

type LinkFormProps = Readonly<{
  lang: Language
  form: FormView | null
  units: readonly { value: string; label: string }[]
  mayRepeat: boolean
}>

function LinkForm({ lang, form, units, mayRepeat }: LinkFormProps) {
  const text = addingText(lang)
  const shown = form ?? { values: { unit: OWN_UNIT }, errors: {} }
  return (
    <form method="post" className="form">
      <TextField
        form={shown}
        name="link"
        id="link-link"
        inputMode="url"
        label={text.link}
        hint={text.linkHint}
        required
      />
      {mayRepeat && (
        <div className="check-field">
          <input type="checkbox" id="link-wantedTwice" name="wantedTwice" value="on" />
          <label htmlFor="link-wantedTwice">{text.addAgain}</label>
        </div>
      )}
      <details className="fold" open={form !== null}>
        <summary>{text.factsTitle}</summary>
        <div className="form">
          <FactsFields
            lang={lang}
            form={shown}
            id="link"
            isTitleAsked="may"
            units={[{ value: OWN_UNIT, label: text.ownUnit }, { value: '', label: text.noUnit }, ...units]}
          />
        </div>
      </details>
      <button type="submit" className="button primary" name="act" value="link">
        <Icon name="link" />
        {text.saveLink}
      </button>
    </form>
  )
}

type KnownProps = Readonly<{ lang: Language; to: string | null; known: readonly EvidenceItem[] }>

/** What the same link is already: it can be used at once. */
function Known({ lang, to, known }: KnownProps) {
  const text = addingText(lang)
  return (
    <Notice kind="warning">
      <p>{text.knownTitle}</p>
      {known.length === 0 && <p>{text.hiddenKnown}</p>}
      <ul>
        {known.map((item) => (
          <li key={item.id}>
            <a href={pieceAddress(lang, item.id)}>{item.facts.title}</a>{' '}
            <span className="muted">{aboutText(item, lang)}</span>{' '}
            {to !== null && <a href={withAttached(to, item.id)}>{text.useKnown}</a>}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

const withAttached = (to: string, id: string): string =>
  `${to}${to.includes('?') ? '&' : '?'}attach=${id}#evidence`
