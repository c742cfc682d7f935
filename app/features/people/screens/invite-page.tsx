import { data, redirect } from 'react-router'
import { z } from 'zod'
import type { Language } from '../../../i18n/language.ts'
import { ROLES, type RoleName } from '../../../kernel/actor.ts'
import { refusalOf } from '../../../kernel/permission.ts'
import {
  CheckField,
  EMPTY_FORM,
  ErrorSummary,
  type FormView,
  SelectField,
  TextField,
} from '../../../ui/form.tsx'
import '../../../ui/office-people.css'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { appOf, officeOf, visitOf } from '../../../web/context.server.ts'
import { readForm, typedValues } from '../../../web/form.server.ts'
import { listOpenUnits } from '../directory/directory.queries.server.ts'
import { fieldOf, optionalText, refusedForm } from '../directory/directory-form.server.ts'
import { invitePerson } from '../directory/usecases/invite-person.server.ts'
import { unitChoices } from '../parts/unit-choices.ts'
import { PEOPLE_POLICY } from '../people.policy.ts'
import { pageRefused, permissionRefused } from '../permission-refused.server.ts'
import { roleText } from '../text/index.ts'
import { peoplePageText } from '../text/pages.ts'
import type { Route } from './+types/invite-page'

const SCHEMA = z.object({
  name: z.string({ error: 'person.no-name' }),
  email: z.string({ error: 'person.no-email' }),
  positionTitle: optionalText,
  unitId: optionalText,
  ownerUnitId: optionalText,
  lang: z.enum(['th', 'en'], { error: 'person.bad-language' }),
})
const checkOf = (role: RoleName) => `role-${role}`

export async function loader({ context, request }: Route.LoaderArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(PEOPLE_POLICY, 'person.invite', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const { kept } = visitOf(context)
  const mayGiveAll = refusalOf(PEOPLE_POLICY, 'role.change', ctx.actor) === null
  return {
    lang,
    isMailOn: appOf(context).isMailOn,
    isKept: kept !== null,
    form: kept === null ? EMPTY_FORM : { values: typedValues(kept), errors: {} },
    units: unitChoices(await listOpenUnits(ctx), lang),
    roles: mayGiveAll ? ROLES : (['unit-owner'] as const),
  }
}

export async function action({ context, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await officeOf(context)
  const sent = await request.formData()
  const read = readForm(sent, SCHEMA)
  if (!read.ok) return data({ form: refusedForm(lang, read.error.values, read.error.faults) }, 422)
  const { ownerUnitId, ...facts } = read.value
  const roles = ROLES.filter((role) => sent.has(checkOf(role))).map((role) => ({
    role,
    unitId: role === 'unit-owner' ? (ownerUnitId ?? facts.unitId) : null,
  }))
  const invited = await invitePerson(ctx, { facts, roles, origin: visitOf(context).origin })
  if (invited.ok)
    throw redirect(`${addressOf.office(lang, `people/${invited.value.personId}`)}?done=invited`, 303)
  const { error } = invited
  if (error.code === 'permission.refused') throw await permissionRefused(ctx, error)
  return data({ form: refusedForm(lang, typedValues([...sent]), { [fieldOf(error.code)]: error.code }) }, 422)
}

export default function InvitePage({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, isMailOn, isKept, units, roles } = loaderData
  const text = peoplePageText(lang)
  const form: FormView = actionData?.form ?? loaderData.form
  return (
    <>
      <title>{text.inviteTitle}</title>
      <PageHead title={text.inviteTitle} said={text.inviteLead} />
      <div className="stack">
        {isKept && <Notice>{text.kept}</Notice>}
        {!isMailOn && <Notice kind="warning">{text.mailOff}</Notice>}
        <ErrorSummary form={form} title={text.errorTitle} />
        <form method="post" className="form" action={addressOf.office(lang, 'people/invite')}>
          <TextField form={form} name="name" label={text.name} autoComplete="off" required />
          <TextField
            form={form}
            name="email"
            type="email"
            label={text.email}
            hint={text.emailHint}
            autoComplete="off"
            spellCheck={false}
            required
          />
          <TextField form={form} name="positionTitle" label={text.positionTitle} autoComplete="off" />
          <SelectField
            form={form}
            name="unitId"
            label={text.unit}
            choices={[{ value: '', label: text.noUnit }, ...units]}
          />
          <SelectField
            form={form}
            name="lang"
            label={text.lang}
            choices={(['th', 'en'] as const).map((value) => ({ value, label: text.langs[value] }))}
          />
          <RoleChecks lang={lang} form={form} roles={roles} />
          <SelectField
            form={form}
            name="ownerUnitId"
            label={text.ownerUnit}
            hint={text.ownerUnitHint}
            choices={[{ value: '', label: text.chooseUnit }, ...units]}
          />
          <div className="actions">
            <button type="submit" className="button primary">
              <Icon name="send" />
              {text.send}
            </button>
            <a className="button" href={addressOf.office(lang, 'people')}>
              {text.cancel}
            </a>
          </div>
        </form>
      </div>
    </>
  )
}

function RoleChecks({ lang, form, roles }: { lang: Language; form: FormView; roles: readonly RoleName[] }) {
  const text = peoplePageText(lang)
  const { names, duties } = roleText(lang)
  return (
    <fieldset className="checks">
      <legend>{text.rolesTitle}</legend>
      <p className="muted small">{text.rolesHint}</p>
      {roles.map((role) => (
        <CheckField form={form} key={role} name={checkOf(role)} label={names[role]} hint={duties[role]} />
      ))}
    </fieldset>
  )
}
