import { data, redirect } from 'react-router'
import type { Bilingual, Language } from '../../../i18n/language.ts'
import { refusalOf } from '../../../kernel/permission.ts'
import { formatInstant } from '../../../kernel/thai-day.ts'
import { dayAsTyped } from '../../../kernel/typed-day.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import '../../../ui/office-disclosure.css'
import { Chip } from '../../../ui/chip.tsx'
import { Confirm } from '../../../ui/confirm.tsx'
import { EMPTY_FORM, ErrorSummary, type FormView, TextField } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf, visitOf } from '../../../web/context.server.ts'
import { typedValues } from '../../../web/form.server.ts'
import { refusedView } from '../../../web/form-fields.server.ts'
import { publicPagesContext } from '../../../web/public-page.ts'
import { catalogueFor } from '../../catalogue/index.server.ts'
import { canonicalRef, findItem } from '../../catalogue/index.ts'
import { pageRefused, permissionRefused } from '../../people/index.server.ts'
import { type DisclosureErrorCode, disclosureErrorText } from '../disclosure.errors.ts'
import { DISCLOSURE_POLICY } from '../disclosure.policy.ts'
import { fieldOf, readFact } from '../item-acts.server.ts'
import { findPicks } from '../item-picks.server.ts'
import type { FactWork } from '../item-work.domain.ts'
import { findFactWork } from '../item-work.queries.server.ts'
import { requiredOf } from '../items.domain.ts'
import { FactFields, PickList } from '../parts/work-add.tsx'
import { FactLine, factAddress } from '../parts/work-fact.tsx'
import { Said } from '../parts/work-looks.tsx'
import { PublicFileBox } from '../parts/work-public-file.tsx'
import { isFilePublic } from '../public-files/is-public.queries.server.ts'
import { centreItemText } from '../text/centre.ts'
import { changeFact } from '../usecases/change-fact.server.ts'
import { endPublicFile } from '../usecases/end-public-file.server.ts'
import { removeFact } from '../usecases/remove-fact.server.ts'
import { isPickWay, type Pick, type PickWay } from '../ways.domain.ts'
import type { Route } from './+types/fact-page'

type NamedUse = FactWork['uses'][number] & Readonly<{ name: Bilingual | null }>

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const lang = languageOf(pathname)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(DISCLOSURE_POLICY, 'disclosure.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const work = await findFactWork(ctx, { id: params.factId })
  if (work === null) throw data(null, 404)
  const { kept } = visitOf(context)
  const unitIds = work.unit === null ? [] : [work.unit.id]
  const find = searchParams.get('find') ?? ''
  const pages = work.fact.kind === 'page' ? await context.get(publicPagesContext)(ctx) : []
  const { file } = work.fact
  const mayEnd = refusalOf(DISCLOSURE_POLICY, 'disclosure.withdraw', ctx.actor) === null
  return {
    lang,
    work,
    publicFile: file && mayEnd && (await isFilePublic(ctx, file)) ? file : null,
    uses: await namedUses(ctx, work),
    mayChange:
      work.removedAt === null &&
      refusalOf(DISCLOSURE_POLICY, 'disclosure.change', ctx.actor, { unitIds }) === null,
    find,
    picks: isPickWay(work.fact.kind)
      ? await findPicks(ctx, { lang, way: work.fact.kind, find, pages })
      : null,
    done: searchParams.get('done'),
    kept: kept === null ? null : typedValues(kept),
  }
}

/** The elements in which it is used, by their words. */
async function namedUses(ctx: Ctx, { uses }: FactWork): Promise<readonly NamedUse[]> {
  const catalogue = await catalogueFor(ctx)
  return uses.map((use) => {
    const ref = canonicalRef(catalogue, use.year, use.code)
    const item = ref && findItem(catalogue, ref)
    const element = item && requiredOf(item).find(({ key }) => key === use.element)
    return { ...use, name: element ? element.text : null }
  })
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const lang = languageOf(pathname)
  const { ctx } = await officeOf(context)
  const work = await findFactWork(ctx, { id: params.factId })
  if (work === null) throw data(null, 404)
  const sent = await request.formData()
  const here = factAddress(lang, work.fact.id)
  const seenVersion = Number(sent.get('seenVersion'))
  const act = String(sent.get('act') ?? '')
  const refused = (faults: Readonly<Record<string, string>>) => {
    const isClash = faults[''] === 'fact.changed'
    const { seenVersion: seen, ...values } = typedValues([...sent])
    const form = refusedView(lang, {
      // Who saw the other's version saves over it, or leaves it.
      values: isClash || seen === undefined ? values : { ...values, seenVersion: seen },
      faults,
      sentence: (code) => disclosureErrorText(code as DisclosureErrorCode),
    })
    return data({ act, form, isClash }, 422)
  }
  if (act === 'remove') {
    const removed = await removeFact(ctx, { id: work.fact.id, seenVersion, isConfirmed: true })
    if (removed.ok) throw redirect(`${here}?done=removed`, 303)
    if (removed.error.code === 'permission.refused') throw await permissionRefused(ctx, removed.error)
    return refused({ '': removed.error.code })
  }
  if (act === 'end-file' && work.fact.file) {
    const ended = await endPublicFile(ctx, { ...work.fact.file, reason: String(sent.get('reason') ?? '') })
    if (ended.ok) throw redirect(`${here}?done=file-ended`, 303)
    if (ended.error.code === 'permission.refused') throw await permissionRefused(ctx, ended.error)
    return refused({ [ended.error.code === 'file.no-reason' ? 'reason' : '']: ended.error.code })
  }
  const { kind } = work.fact
  const pages = kind === 'page' ? await context.get(publicPagesContext)(ctx) : []
  const find = searchParams.get('find') ?? ''
  const picks = isPickWay(kind) ? await findPicks(ctx, { lang, way: kind, find, pages }) : null
  const read = readFact(sent, { way: kind, picks: picks ?? [], keeps: true })
  if (!read.ok) return refused(read.error.faults)
  const { value: typed } = read
  const changed = await changeFact(ctx, {
    id: work.fact.id,
    fact: { ...typed, address: typed.address ?? work.fact.address },
    unitId: work.unit?.id ?? null,
    pages: pages.map(({ address }) => address),
    seenVersion,
  })
  if (changed.ok) throw redirect(`${here}?done=saved`, 303)
  if (changed.error.code === 'permission.refused') throw await permissionRefused(ctx, changed.error)
  return refused({
    [changed.error.code === 'fact.unknown' ? '' : fieldOf(changed.error.code)]: changed.error.code,
  })
}

export default function FactScreen({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, work, uses, mayChange, find, picks, done, kept, publicFile } = loaderData
  const text = centreItemText(lang)
  const { fact, removedAt, versions } = work
  // A refusal to take out the fact or its file is not about the fields of the fact.
  const refused = actionData?.act === 'remove' || actionData?.act === 'end-file' ? null : actionData?.form
  const form = refused ?? (kept === null ? null : { values: kept, errors: {} })
  return (
    <>
      <title>{fact.title.th}</title>
      <PageHead
        title={lang === 'en' ? (fact.title.en ?? fact.title.th) : fact.title.th}
        chip={<Chip state="none">{text.kinds[fact.kind]}</Chip>}
        said={<a href={addressOf.office(lang, 'disclosure')}>{text.factBack}</a>}
      />
      <div className="stack">
        {!actionData && (done === 'saved' || done === 'removed' || done === 'file-ended') && (
          <Notice kind="done">
            <p>{text.done[done]}</p>
          </Notice>
        )}
        {removedAt !== null && (
          <Notice kind="warning">
            <p>{text.factRemoved}</p>
          </Notice>
        )}
        {kept !== null && !actionData && (
          <Notice>
            <p>{text.kept}</p>
          </Notice>
        )}
        <ErrorSummary form={actionData?.form ?? EMPTY_FORM} title={text.errorTitle} />
        {actionData?.isClash && (
          <section className="notice warning" aria-labelledby="theirs">
            <h2 id="theirs">{text.clashTheirs}</h2>
            <ul className="work-facts">
              <FactLine lang={lang} fact={fact} />
            </ul>
            <p>{text.clashLead}</p>
          </section>
        )}
        <div className="detail">
          <div className="stack">
            {mayChange ? (
              <EditForm lang={lang} work={work} uses={uses.length} find={find} picks={picks} form={form} />
            ) : (
              <ul className="work-facts">
                <FactLine lang={lang} fact={fact} />
              </ul>
            )}
            {mayChange && (
              <Confirm label={text.factRemove}>
                <p>{text.factRemoveSure(uses.length)}</p>
                <form method="post" action={factAddress(lang, fact.id)} className="actions">
                  <input type="hidden" name="seenVersion" value={fact.version} />
                  <button type="submit" className="button danger" name="act" value="remove">
                    {text.factRemoveYes}
                  </button>
                </form>
              </Confirm>
            )}
          </div>
          <div className="beside">
            <Uses lang={lang} uses={uses} />
            {publicFile && (
              <PublicFileBox
                lang={lang}
                factId={fact.id}
                file={publicFile}
                form={actionData?.act === 'end-file' ? actionData.form : EMPTY_FORM}
                isRefused={actionData?.act === 'end-file'}
              />
            )}
            <section className="stack" aria-labelledby="versions">
              <h2 id="versions">{text.factVersions}</h2>
              <ol className="work-versions" reversed>
                {versions.map((version) => (
                  <li key={version.version}>
                    {text.version(version.version)}: <Said lang={lang} words={version.title} />
                    <span className="under">
                      {text.entered(version.changedByName, formatInstant(version.changedAt, lang))}
                    </span>
                  </li>
                ))}
              </ol>
            </section>
          </div>
        </div>
      </div>
    </>
  )
}

function Uses({ lang, uses }: { lang: Language; uses: readonly NamedUse[] }) {
  const text = centreItemText(lang)
  return (
    <section className="stack" aria-labelledby="uses">
      <h2 id="uses">{text.factUses}</h2>
      {uses.length === 0 ? (
        <p className="muted">{text.factUnused}</p>
      ) : (
        <ul>
          {uses.map(({ year, code, element, name }) => (
            <li key={`${year} ${code} ${element}`}>
              <a href={`${addressOf.office(lang, `disclosure/${year}/${code}`)}#element-${element}`}>
                {text.factUse(code, year, name?.[lang] ?? element)}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

type EditFormProps = Readonly<{
  lang: Language
  work: FactWork
  uses: number
  find: string
  picks: readonly Pick[] | null
  form: FormView | null
}>

function EditForm({ lang, work: { fact }, uses, find, picks, form }: EditFormProps) {
  const text = centreItemText(lang)
  const view = form ?? {
    values: {
      titleTh: fact.title.th,
      titleEn: fact.title.en ?? '',
      words: fact.words ?? '',
      address: fact.address ?? '',
      date: fact.date === null ? '' : dayAsTyped(fact.date),
    },
    errors: {},
  }
  const way = isPickWay(fact.kind) ? fact.kind : null
  return (
    <section className="stack" aria-labelledby="edit">
      <h2 id="edit">{text.factEdit}</h2>
      {uses > 0 && (
        <Notice kind={uses > 1 ? 'warning' : 'plain'}>
          <p>{text.factChanges(uses)}</p>
        </Notice>
      )}
      {way !== null && <Replace lang={lang} work={fact} way={way} find={find} />}
      <form method="post" className="form">
        <input type="hidden" name="seenVersion" value={view.values.seenVersion ?? fact.version} />
        {find !== '' && picks !== null && picks.length > 0 && (
          <PickList lang={lang} form={view} picks={picks} />
        )}
        {find !== '' && picks?.length === 0 && <p>{text.nothingFound}</p>}
        {fact.kind === 'link' && (
          <TextField
            form={view}
            name="address"
            label={text.address}
            hint={text.addressHint}
            type="url"
            inputMode="url"
            required
          />
        )}
        <FactFields lang={lang} form={view} isText={fact.kind === 'text'} hasOwnTitle={false} />
        <div className="actions">
          <button type="submit" className="button primary" name="act" value="change">
            <Icon name="yes" />
            {text.saveFact}
          </button>
        </div>
      </form>
    </section>
  )
}

/** What the fact leads to, and a search for another. */
function Replace({
  lang,
  work: fact,
  way,
  find,
}: {
  lang: Language
  work: FactWork['fact']
  way: PickWay
  find: string
}) {
  const text = centreItemText(lang)
  return (
    <>
      <p>
        {way === 'file' ? text.factFile : text.kinds.page}: {fact.file?.fileName ?? fact.address}{' '}
        <span className="muted">({text.factFileKept})</span>
      </p>
      <form method="get" className="filter-form">
        <TextField
          form={{ values: { find }, errors: {} }}
          name="find"
          label={way === 'file' ? text.findEvidence : text.findPage}
          type="search"
          autoComplete="off"
        />
        <div className="actions">
          <button type="submit" className="button">
            <Icon name="search" />
            {text.find}
          </button>
        </div>
      </form>
    </>
  )
}
