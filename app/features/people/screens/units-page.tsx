import { data, redirect } from 'react-router'
import { z } from 'zod'
import { refusalOf } from '../../../kernel/permission.ts'
import { err, type Result } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import '../../../ui/office-people.css'
import { FilterChips } from '../../../ui/filter-chips.tsx'
import { EMPTY_FORM, ErrorSummary, type FormView } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf, visitOf } from '../../../web/context.server.ts'
import { readForm, typedValues } from '../../../web/form.server.ts'
import type { DirectoryError } from '../directory/directory.errors.ts'
import { listNames, listOpenUnits, listUnitTree } from '../directory/directory.queries.server.ts'
import { fieldOf, optionalDay, optionalText, refusedForm } from '../directory/directory-form.server.ts'
import { changeUnit } from '../directory/usecases/change-unit.server.ts'
import { endUnit } from '../directory/usecases/end-unit.server.ts'
import { foundUnit } from '../directory/usecases/found-unit.server.ts'
import { nameUnitHead } from '../directory/usecases/name-unit-head.server.ts'
import { unitChoices } from '../parts/unit-choices.ts'
import { ChangeUnit, FoundUnit } from '../parts/unit-forms.tsx'
import { UnitTable } from '../parts/unit-table.tsx'
import { PEOPLE_POLICY } from '../people.policy.ts'
import { pageRefused, permissionRefused } from '../permission-refused.server.ts'
import { peoplePageText, unitsPageText } from '../text/pages.ts'
import type { Route } from './+types/units-page'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const lang = languageOf(pathname)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(PEOPLE_POLICY, 'unit.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const { kept } = visitOf(context)
  const ended = searchParams.get('ended') === '1'
  const units = await listUnitTree(ctx, { ended })
  return {
    lang,
    units,
    ended,
    chosen: units.find(({ id }) => id === searchParams.get('unit')) ?? null,
    isFounding: searchParams.get('found') === '1',
    done: searchParams.get('done'),
    isKept: kept !== null,
    kept: kept === null ? {} : typedValues(kept),
    choices: unitChoices(await listOpenUnits(ctx), lang),
    people: (await listNames(ctx)).map(({ id, name }) => ({ value: id, label: name })),
    mayChange: refusalOf(PEOPLE_POLICY, 'unit.change', ctx.actor) === null,
    mayImport: refusalOf(PEOPLE_POLICY, 'roster.import', ctx.actor) === null,
  }
}

const FACTS = z.object({
  // Not `code`: what is called so is a secret, and is not shown again.
  abbreviation: optionalText,
  nameTh: z.string({ error: 'unit.no-name' }),
  nameEn: optionalText,
  parentId: optionalText,
  from: optionalDay,
})
const END = z.object({ lastDay: optionalDay })
const HEAD = z.object({ headId: optionalText })

/** Acts whose form has one field. */
const FIELD_OF_ACT: Readonly<Record<string, string>> = { end: 'lastDay', head: 'headId' }

type Answer = Result<string, DirectoryError | { faults: Readonly<Record<string, string>> }>

export async function action({ context, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await officeOf(context)
  const sent = await request.formData()
  const act = String(sent.get('act') ?? '')
  const answer = await doneTo(ctx, act, sent)
  if (answer.ok) throw redirect(`${addressOf.office(lang, 'units')}?done=${answer.value}`, 303)
  const { error } = answer
  if ('code' in error && error.code === 'permission.refused') throw await permissionRefused(ctx, error)
  const field = (code: string) => FIELD_OF_ACT[act] ?? fieldOf(code)
  const faults = 'faults' in error ? error.faults : { [field(error.code)]: error.code }
  return data(
    {
      act,
      unitId: String(sent.get('unitId') ?? ''),
      form: refusedForm(lang, typedValues([...sent]), faults),
    },
    422,
  )
}

/** The code of the notice that tells what was done. */
async function doneTo(ctx: Ctx, act: string, sent: FormData): Promise<Answer> {
  const unitId = String(sent.get('unitId') ?? '')
  const said = <T,>(result: Result<T, DirectoryError>, code: (value: T) => string): Answer =>
    result.ok ? { ok: true, value: code(result.value) } : result
  if (act === 'end') {
    const read = readForm(sent, END)
    if (!read.ok) return err({ faults: read.error.faults })
    const { lastDay } = read.value
    if (lastDay === null) return err({ code: 'day.unreadable' })
    return said(await endUnit(ctx, { unitId, lastDay }), () => 'ended')
  }
  if (act === 'head') {
    const read = readForm(sent, HEAD)
    if (!read.ok) return err({ faults: read.error.faults })
    const { headId: personId } = read.value
    return said(await nameUnitHead(ctx, { unitId, personId }), (isChanged) => (isChanged ? 'headed' : 'same'))
  }
  const read = readForm(sent, FACTS)
  if (!read.ok) return err({ faults: read.error.faults })
  const { from: validFrom, abbreviation: code, ...names } = read.value
  const facts = { code, ...names }
  if (act === 'change')
    return said(await changeUnit(ctx, { unitId, facts }), (isChanged) => (isChanged ? 'changed' : 'same'))
  return said(await foundUnit(ctx, { facts, validFrom }), () => 'founded')
}

export default function UnitsScreen({ loaderData, actionData }: Route.ComponentProps) {
  const {
    lang,
    units,
    ended,
    chosen,
    isFounding,
    done,
    isKept,
    kept,
    choices,
    people,
    mayChange,
    mayImport,
  } = loaderData
  const text = unitsPageText(lang)
  const act = actionData?.act ?? kept.act ?? null
  const formOf = (name: string): FormView | null =>
    act === name ? (actionData?.form ?? { values: kept, errors: {} }) : null
  const changing = units.find(({ id }) => id === (actionData?.unitId ?? kept.unitId)) ?? chosen
  const notice =
    done !== null && Object.hasOwn(text.done, done) ? text.done[done as keyof typeof text.done] : null
  const here = addressOf.office(lang, 'units')
  const isFormOpen = isFounding || act === 'found' || (mayChange && units.length === 0)
  return (
    <>
      <title>{text.title}</title>
      <PageHead
        title={text.title}
        said={text.lead}
        action={
          mayChange &&
          !isFormOpen &&
          changing === null && (
            <a className="button primary" href={`${here}?found=1`}>
              <Icon name="add" />
              {text.found}
            </a>
          )
        }
      />
      <div className="stack">
        {notice !== null && <Notice kind="done">{notice}</Notice>}
        {isKept && <Notice>{peoplePageText(lang).kept}</Notice>}
        <ErrorSummary form={actionData?.form ?? EMPTY_FORM} title={text.errorTitle} />
        {units.length === 0 && !ended && (
          <div className="empty">
            <h2>{text.emptyTitle}</h2>
            <p>{text.emptyBody}</p>
            {mayImport && (
              <p className="actions">
                <a className="button" href={addressOf.office(lang, 'roster')}>
                  <Icon name="upload" />
                  {text.toRoster}
                </a>
              </p>
            )}
          </div>
        )}
        {mayChange && isFormOpen && (
          <FoundUnit lang={lang} choices={choices} form={formOf('found') ?? EMPTY_FORM} />
        )}
        {mayChange && changing !== null && act !== 'found' && (
          <ChangeUnit
            lang={lang}
            unit={changing}
            choices={choices}
            people={people}
            form={formOf('change')}
            endForm={formOf('end')}
            headForm={formOf('head')}
          />
        )}
        <FilterChips
          label={text.endedFilter}
          choices={[
            { label: text.onlyOpen, to: here, isChosen: !ended },
            { label: text.showEnded, to: `${here}?ended=1`, isChosen: ended },
          ]}
        />
        {units.length > 0 && <UnitTable lang={lang} units={units} mayChange={mayChange} />}
      </div>
    </>
  )
}
