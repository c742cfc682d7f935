import type { Language } from '../../../i18n/language.ts'
import { ROLES, type RoleName } from '../../../kernel/actor.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { typedDay } from '../../../kernel/typed-day.ts'
import { Chip } from '../../../ui/chip.tsx'
import { Confirm } from '../../../ui/confirm.tsx'
import { type Choice, type FormView, SelectField, TextField } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import type { PersonPage } from '../directory/directory.queries.server.ts'
import { dayBefore, isTakenBack } from '../directory/role.domain.ts'
import { unitLabel } from '../directory/unit.domain.ts'
import { roleText } from '../text/index.ts'
import { peoplePageText, personPageText } from '../text/pages.ts'

type Grant = PersonPage['grants'][number]
type RolesProps = Readonly<{
  lang: Language
  page: PersonPage
  today: string
  may: Readonly<{ everyRole: boolean; owners: boolean }>
  units: readonly Choice[]
  grantForm: FormView
  endForm: FormView
}>

const STATES = {
  held: ['done', 'done'],
  coming: ['working', 'calendar'],
  ended: ['none', 'history'],
} as const

/** The roles of a person with their days, and where the reader may give and end them. */
export function PersonRoles({ lang, page, today, may, units, grantForm, endForm }: RolesProps) {
  const text = personPageText(lang)
  const mayRole = (role: RoleName) => may.everyRole || (may.owners && role === 'unit-owner')
  return (
    <section className="stack" aria-labelledby="roles-title">
      <h2 id="roles-title">{text.rolesTitle}</h2>
      {page.grants.length === 0 ? (
        <p className="notice">{text.noRoles}</p>
      ) : (
        <ul className="role-list">
          {page.grants.map((grant) => (
            <li key={grant.id}>
              <div className="line">
                <strong>{nameOf(grant, lang)}</strong>
                <Chip state={STATES[grant.standing][0]} icon={STATES[grant.standing][1]}>
                  {text.standings[grant.standing]}
                </Chip>
              </div>
              <p className="muted">{daysOf(grant, lang)}</p>
              {mayRole(grant.role) && grant.standing !== 'ended' && (
                <EndRole lang={lang} grant={grant} today={today} form={endForm} />
              )}
            </li>
          ))}
        </ul>
      )}
      {(may.everyRole || may.owners) && page.person.disabledAt === null && (
        <GrantForm lang={lang} roles={ROLES.filter(mayRole)} units={units} form={grantForm} />
      )}
    </section>
  )
}

function nameOf({ role, unit }: Grant, lang: Language): string {
  const name = roleText(lang).names[role]
  return unit === null ? name : `${name} · ${unitLabel(unit, lang)}`
}

function daysOf({ validFrom, validTo }: Grant, lang: Language): string {
  const text = personPageText(lang)
  const from = formatDay(validFrom, lang)
  if (isTakenBack({ validFrom, validTo })) return text.takenBack(from)
  return validTo === null ? text.daysFrom(from) : text.daysFromTo(from, formatDay(validTo, lang))
}

type EndRoleProps = Readonly<{ lang: Language; grant: Grant; today: string; form: FormView }>

function EndRole({ lang, grant, today, form }: EndRoleProps) {
  const text = personPageText(lang)
  const isOwn = form.values.grantId === grant.id
  return (
    <Confirm label={text.endRole} isOpen={isOwn}>
      <p>{text.endRoleSure(nameOf(grant, lang))}</p>
      <form method="post" className="form">
        <input type="hidden" name="grantId" value={grant.id} />
        <TextField
          form={isOwn ? form : { values: { lastDay: formatDay(today, lang) }, errors: {} }}
          name="lastDay"
          id={isOwn ? 'lastDay' : `lastDay-${grant.id}`}
          label={text.lastDay}
          hint={text.lastDayHint(
            formatDay(dayBefore(grant.validFrom > today ? grant.validFrom : today), lang),
          )}
          autoComplete="off"
        />
        <button type="submit" className="button danger" name="act" value="end-role">
          {text.endRoleDo}
        </button>
      </form>
    </Confirm>
  )
}

type GrantFormProps = Readonly<{
  lang: Language
  roles: readonly RoleName[]
  units: readonly Choice[]
  form: FormView
}>

function GrantForm({ lang, roles, units, form }: GrantFormProps) {
  const [text, shared] = [personPageText(lang), peoplePageText(lang)]
  const hintOf = (field: string, hint: string) => {
    const day = typedDay(form.values[field] ?? '')
    return day === null ? hint : text.understood(formatDay(day, lang))
  }
  return (
    <details className="fold" open={form.values.act === 'grant' || Object.keys(form.errors).length > 0}>
      <summary>
        <Icon name="add" /> {text.grantTitle}
      </summary>
      <form method="post" className="form">
        <SelectField
          form={form}
          name="role"
          label={text.grantRole}
          choices={[
            { value: '', label: text.chooseRole },
            ...roles.map((role) => ({ value: role, label: roleText(lang).names[role] })),
          ]}
        />
        <SelectField
          form={form}
          name="ownerUnitId"
          label={shared.ownerUnit}
          hint={shared.ownerUnitHint}
          choices={[{ value: '', label: shared.chooseUnit }, ...units]}
        />
        <TextField
          form={form}
          name="from"
          label={text.from}
          hint={hintOf('from', text.fromHint)}
          autoComplete="off"
        />
        <TextField
          form={form}
          name="to"
          label={text.to}
          hint={hintOf('to', text.toHint)}
          autoComplete="off"
        />
        <button type="submit" className="button primary" name="act" value="grant">
          {text.grant}
        </button>
      </form>
    </details>
  )
}
