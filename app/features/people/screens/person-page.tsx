import { data, redirect } from 'react-router'
import { z } from 'zod'
import { ROLES } from '../../../kernel/actor.ts'
import { refusalOf } from '../../../kernel/permission.ts'
import { err, type Result } from '../../../kernel/result.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { EMPTY_FORM, ErrorSummary, type FormView } from '../../../ui/form.tsx'
import '../../../ui/office-people.css'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { appOf, officeOf, visitOf } from '../../../web/context.server.ts'
import { readForm, typedValues } from '../../../web/form.server.ts'
import type { DirectoryError, DirectoryErrorCode } from '../directory/directory.errors.ts'
import { findPersonPage, listOpenUnits, type PersonPage } from '../directory/directory.queries.server.ts'
import { fieldOf, optionalDay, optionalText, refusedForm } from '../directory/directory-form.server.ts'
import { isPrivileged } from '../directory/role.domain.ts'
import { changePerson } from '../directory/usecases/change-person.server.ts'
import { disablePerson } from '../directory/usecases/disable-person.server.ts'
import { enablePerson } from '../directory/usecases/enable-person.server.ts'
import { endRole } from '../directory/usecases/end-role.server.ts'
import { grantRole } from '../directory/usecases/grant-role.server.ts'
import { reinvitePerson } from '../directory/usecases/reinvite-person.server.ts'
import { PersonFactsForm, PersonFactsList } from '../parts/person-facts.tsx'
import { PersonRoles } from '../parts/person-roles.tsx'
import { PersonSignIn } from '../parts/person-sign-in.tsx'
import { PersonStateChip } from '../parts/person-state.tsx'
import { unitChoices } from '../parts/unit-choices.ts'
import { PEOPLE_POLICY, type PeopleAct } from '../people.policy.ts'
import { pageRefused, permissionRefused } from '../permission-refused.server.ts'
import { peoplePageText, personPageText } from '../text/pages.ts'
import type { Route } from './+types/person-page'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const url = new URL(request.url)
  const lang = languageOf(url.pathname)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(PEOPLE_POLICY, 'person.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const page = await findPersonPage(ctx, params.person)
  if (!page) throw data(null, 404)
  const { kept } = visitOf(context)
  return {
    lang,
    page,
    today: thaiDay(ctx.now()),
    done: url.searchParams.get('done'),
    isMailOn: appOf(context).isMailOn,
    isKept: kept !== null,
    kept: kept === null ? {} : typedValues(kept),
    units: unitChoices(await listOpenUnits(ctx), lang),
    may: mayOf(ctx, page),
  }
}

/** What the person at work may do with this one: what they may not is not offered. */
function mayOf(ctx: Ctx, page: PersonPage) {
  const may = (act: PeopleAct) =>
    refusalOf(PEOPLE_POLICY, act, ctx.actor, { personId: page.person.id }) === null
  const grants = page.grants.map(({ unit, ...grant }) => ({ ...grant, unitId: unit?.id ?? null }))
  const mayPrivileged = may('privileged-person.change') || !isPrivileged(grants, thaiDay(ctx.now()))
  return {
    change: may('person.change') && mayPrivileged,
    invite: may('person.invite') && mayPrivileged,
    disable: may('person.disable'),
    everyRole: may('role.change'),
    owners: may('unit-owner.name'),
    reset: may('second-factor.reset'),
    endSessions: may('session.end'),
  }
}
export type MayOfPerson = ReturnType<typeof mayOf>

const FACTS = z.object({
  name: z.string({ error: 'person.no-name' }),
  email: optionalText,
  positionTitle: optionalText,
  unitId: optionalText,
  lang: z.enum(['th', 'en'], { error: 'person.bad-language' }),
})
const GRANT = z.object({
  role: z.enum(ROLES, { error: 'role.unknown' }),
  ownerUnitId: optionalText,
  from: optionalDay,
  to: optionalDay,
})
const END = z.object({ grantId: z.string({ error: 'role.unknown' }), lastDay: optionalDay })

type Answer = Result<string, DirectoryError | { faults: Readonly<Record<string, string>> }>

export async function action({ context, request, params: { person: personId } }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await officeOf(context)
  if (!z.uuid().safeParse(personId).success) throw data(null, 404)
  const sent = await request.formData()
  const act = String(sent.get('act') ?? '')
  const answer = await doneTo(ctx, { act, sent, personId, origin: visitOf(context).origin })
  if (answer.ok) throw redirect(`${addressOf.office(lang, `people/${personId}`)}?done=${answer.value}`, 303)
  const { error } = answer
  if ('code' in error && error.code === 'permission.refused') throw await permissionRefused(ctx, error)
  const faults = 'faults' in error ? error.faults : { [fieldIn(act, error.code)]: error.code }
  return data({ act, form: refusedForm(lang, typedValues([...sent]), faults) }, 422)
}

/** Codes of units mean another field where a role is granted. */
const fieldIn = (act: string, code: DirectoryErrorCode | 'permission.refused'): string =>
  act === 'grant' && code.startsWith('unit.') ? 'ownerUnitId' : act === 'end-role' ? 'lastDay' : fieldOf(code)

type Asked = Readonly<{ act: string; sent: FormData; personId: string; origin: string }>

/** The code of the notice that tells what was done. */
async function doneTo(ctx: Ctx, { act, sent, personId, origin }: Asked): Promise<Answer> {
  const said = <T,>(result: Result<T, DirectoryError>, code: (value: T) => string): Answer =>
    result.ok ? { ok: true, value: code(result.value) } : result
  if (act === 'grant') {
    const read = readForm(sent, GRANT)
    if (!read.ok) return err({ faults: read.error.faults })
    const { role, ownerUnitId: unitId, from: validFrom, to: validTo } = read.value
    return said(await grantRole(ctx, { personId, role, unitId, validFrom, validTo }), () => 'granted')
  }
  if (act === 'end-role') {
    const read = readForm(sent, END)
    if (!read.ok) return err({ faults: read.error.faults })
    const { grantId, lastDay } = read.value
    if (lastDay === null) return err({ code: 'day.unreadable' })
    return said(await endRole(ctx, { personId, grantId, lastDay }), () => 'role-ended')
  }
  if (act === 'disable') return said(await disablePerson(ctx, { personId }), () => 'disabled')
  if (act === 'enable') return said(await enablePerson(ctx, { personId }), () => 'enabled')
  if (act === 'reinvite') return said(await reinvitePerson(ctx, { personId, origin }), () => 'reinvited')
  const read = readForm(sent, FACTS)
  if (!read.ok) return err({ faults: read.error.faults })
  return said(await changePerson(ctx, { personId, facts: read.value }), (isChanged) =>
    isChanged ? 'changed' : 'same',
  )
}

export default function PersonScreen({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, page, today, done, isMailOn, isKept, kept, units, may } = loaderData
  const [text, shared] = [personPageText(lang), peoplePageText(lang)]
  const { person } = page
  const refused = actionData?.form ?? EMPTY_FORM
  const act = actionData?.act ?? kept.act ?? null
  const formOf = (name: string, values: Readonly<Record<string, string>> = {}): FormView =>
    act === name ? (actionData?.form ?? { values: kept, errors: {} }) : { values, errors: {} }
  const notice =
    done !== null && Object.hasOwn(text.done, done) ? text.done[done as keyof typeof text.done] : null
  return (
    <>
      <title>{person.name}</title>
      <PageHead
        title={person.name}
        chip={<PersonStateChip lang={lang} state={page.state} />}
        said={<a href={addressOf.office(lang, 'people')}>{text.back}</a>}
      />
      <div className="stack">
        {notice !== null && <Notice kind="done">{notice}</Notice>}
        {isKept && <Notice>{shared.kept}</Notice>}
        {!isMailOn && (done === 'invited' || done === 'reinvited') && (
          <Notice kind="warning">{shared.mailOff}</Notice>
        )}
        {person.disabledAt !== null && (
          <Notice kind="late">{text.disabledSince(formatDay(thaiDay(person.disabledAt), lang))}</Notice>
        )}
        <ErrorSummary form={refused} title={shared.errorTitle} />
        <div className="detail">
          <div className="stack">
            <PersonRoles
              lang={lang}
              page={page}
              today={today}
              may={may}
              units={units}
              grantForm={formOf('grant')}
              endForm={formOf('end-role')}
            />
          </div>
          <div className="beside">
            <section className="stack" aria-labelledby="facts-title">
              <h2 id="facts-title">{text.factsTitle}</h2>
              <PersonFactsList lang={lang} page={page} />
              {may.change && (
                <PersonFactsForm
                  lang={lang}
                  page={page}
                  units={units}
                  form={act === 'change' ? formOf('change') : null}
                />
              )}
            </section>
            <PersonSignIn lang={lang} page={page} may={may} />
          </div>
        </div>
      </div>
    </>
  )
}
