import { data, redirect } from 'react-router'
import type { Language } from '../../../i18n/language.ts'
import { refusalOf } from '../../../kernel/permission.ts'
import type { Result } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import '../../../ui/office-look.css'
import { Confirm } from '../../../ui/confirm.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { EMPTY_FORM, ErrorSummary, type FormView } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf, visitOf } from '../../../web/context.server.ts'
import { typedValues } from '../../../web/form.server.ts'
import { pageRefused, permissionRefused } from '../../people/index.server.ts'
import type { LookError } from '../look.errors.ts'
import { EXECUTIVE_PICTURE, ExecutiveForm, executiveValues } from '../parts/executive-form.tsx'
import { chosenPicture, formIsAbout, refusedLook, typedForm } from '../pictures/picture-form.server.ts'
import { listPictures } from '../pictures/public-picture.server.ts'
import type { Executive } from '../profile/executive.domain.ts'
import { findExecutives } from '../profile/executives.queries.server.ts'
import { placeExecutive } from '../profile/usecases/place-executive.server.ts'
import { saveExecutive } from '../profile/usecases/save-executive.server.ts'
import { SITE_POLICY } from '../site.policy.ts'
import { lookWorkText } from '../text/look-work.ts'
import type { Route } from './+types/executives-work'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(SITE_POLICY, 'profile.change', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const { kept } = visitOf(context)
  const executives = await findExecutives(ctx)
  const values = kept === null ? null : typedValues(kept)
  return {
    lang: languageOf(pathname),
    executives,
    done: searchParams.get('done'),
    kept: values,
    chosenId: values?.id ?? searchParams.get('change'),
    offered: await listPictures(ctx),
  }
}

const MOVES = ['up', 'down', 'out'] as const

export async function action({ context, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await officeOf(context)
  const sent = await request.formData()
  const done = await doneTo(ctx, sent)
  if (done.ok) throw redirect(`${addressOf.office(lang, 'site/executives')}?done=${done.value}`, 303)
  const { error } = done
  if (error.code === 'permission.refused') throw await permissionRefused(ctx, error)
  return data({ id: String(sent.get('id') ?? ''), form: refusedLook(lang, sent, error.faults) }, 422)
}

/** The code of the notice that tells what was done. */
async function doneTo(ctx: Ctx, sent: FormData): Promise<Result<string, LookError>> {
  const of = formIsAbout(sent)
  const move = MOVES.find((one) => one === sent.get('act'))
  if (move !== undefined) {
    const placed = await placeExecutive(ctx, { id: of?.id ?? '', to: move })
    return placed.ok ? { ok: true, value: move === 'out' ? 'removed' : 'moved' } : placed
  }
  const saved = await saveExecutive(ctx, {
    typed: typedForm(sent),
    picture: chosenPicture(sent, EXECUTIVE_PICTURE),
    of,
  })
  return saved.ok ? { ok: true, value: of ? 'changed' : 'added' } : saved
}

export default function ExecutivesWork({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, executives, done, kept, chosenId, offered } = loaderData
  const text = lookWorkText(lang)
  const words = text.executives
  const of = executives.find(({ id }) => id === (actionData?.id ?? chosenId)) ?? null
  const form: FormView =
    actionData?.form ??
    (kept ? { values: kept, errors: {} } : of ? { values: executiveValues(of), errors: {} } : EMPTY_FORM)
  const said =
    done !== null && Object.hasOwn(words.done, done) ? words.done[done as keyof typeof words.done] : null
  return (
    <>
      <title>{words.title}</title>
      <PageHead
        title={words.title}
        said={words.lead}
        action={
          <a className="button" href={addressOf.sitePage(lang, 'executives')}>
            {words.toSite}
          </a>
        }
      />
      <div className="stack wide">
        {said !== null && <Notice kind="done">{said}</Notice>}
        {kept && <Notice>{text.kept}</Notice>}
        <ErrorSummary form={form} title={text.errorTitle} />
        {executives.length === 0 ? (
          <Notice>{words.empty}</Notice>
        ) : (
          <ExecutiveTable lang={lang} executives={executives} />
        )}
        <ExecutiveForm key={of?.id ?? ''} lang={lang} form={form} of={of} offered={offered} />
      </div>
    </>
  )
}

function ExecutiveTable({ lang, executives }: { lang: Language; executives: readonly Executive[] }) {
  const { columns, ...words } = lookWorkText(lang).executives
  const here = addressOf.office(lang, 'site/executives')
  return (
    <DataTable
      caption={words.title}
      columns={[
        { label: columns.name },
        { label: columns.position },
        { label: columns.reach },
        { label: columns.acts, look: 'do' },
      ]}
      rows={executives.map(({ id, name, title, telephone, email }, index) => ({
        key: id,
        cells: [
          <span key="name" lang="th">
            {name.th}
          </span>,
          <span key="title" lang="th">
            {title.th}
          </span>,
          [telephone, email].filter(Boolean).join(' · ') || '–',
          <div className="look-acts" key="acts">
            <a className="button small" href={`${here}?change=${id}#executive-form`}>
              <Icon name="edit" />
              {words.changeShort} <span className="visually-hidden">{name.th}</span>
            </a>
            {index > 0 && <Move lang={lang} id={id} act="up" label={words.up} name={name.th} />}
            {index < executives.length - 1 && (
              <Move lang={lang} id={id} act="down" label={words.down} name={name.th} />
            )}
            <Confirm label={words.remove}>
              <p>{words.removeSure}</p>
              <form method="post" action={here}>
                <input type="hidden" name="id" value={id} />
                <button type="submit" className="button danger" name="act" value="out">
                  <Icon name="remove" />
                  {words.remove} <span className="visually-hidden">{name.th}</span>
                </button>
              </form>
            </Confirm>
          </div>,
        ],
      }))}
    />
  )
}

type MoveProps = Readonly<{ lang: Language; id: string; act: 'up' | 'down'; label: string; name: string }>

const Move = ({ lang, id, act, label, name }: MoveProps) => (
  <form method="post" action={addressOf.office(lang, 'site/executives')}>
    <input type="hidden" name="id" value={id} />
    <button type="submit" className="button small" name="act" value={act}>
      <Icon name={act === 'up' ? 'up' : 'downward'} />
      {label} <span className="visually-hidden">{name}</span>
    </button>
  </form>
)
