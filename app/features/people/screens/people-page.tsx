import type { Language } from '../../../i18n/language.ts'
import { ROLES } from '../../../kernel/actor.ts'
import { refusalOf } from '../../../kernel/permission.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { FilterChips } from '../../../ui/filter-chips.tsx'
import '../../../ui/office-people.css'
import { Icon } from '../../../ui/icon.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf } from '../../../web/context.server.ts'
import { listOpenUnits, listPeople, type PersonRow } from '../directory/directory.queries.server.ts'
import { PERSON_STATES } from '../directory/person.domain.ts'
import { unitLabel } from '../directory/unit.domain.ts'
import { PeopleFilterForm } from '../parts/people-filter-form.tsx'
import { PersonStateChip } from '../parts/person-state.tsx'
import { unitChoices } from '../parts/unit-choices.ts'
import { PEOPLE_POLICY } from '../people.policy.ts'
import { pageRefused } from '../permission-refused.server.ts'
import { roleText } from '../text/index.ts'
import { peoplePageText } from '../text/pages.ts'
import type { Route } from './+types/people-page'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const lang = languageOf(pathname)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(PEOPLE_POLICY, 'person.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const typed = {
    text: searchParams.get('text')?.trim().slice(0, 200) ?? '',
    unit: searchParams.get('unit') ?? '',
    role: searchParams.get('role') ?? '',
    state: searchParams.get('state') ?? '',
  }
  const page = Math.max(1, Math.trunc(Number(searchParams.get('page') ?? 1)) || 1)
  const people = await listPeople(ctx, {
    text: typed.text || null,
    unitId: typed.unit || null,
    role: ROLES.find((role) => role === typed.role) ?? null,
    state: PERSON_STATES.find((state) => state === typed.state) ?? null,
    page,
  })
  return {
    lang,
    typed,
    page: Math.min(page, people.pages),
    people,
    units: unitChoices(await listOpenUnits(ctx), lang),
    mayInvite: refusalOf(PEOPLE_POLICY, 'person.invite', ctx.actor) === null,
    mayImport: refusalOf(PEOPLE_POLICY, 'roster.import', ctx.actor) === null,
  }
}

type Typed = Readonly<Record<'text' | 'unit' | 'role' | 'state', string>>

/** The same list with something else in its address. */
function addressWith(lang: Language, typed: Typed, other: Partial<Typed> & { page?: number }): string {
  const { page = 1, ...rest } = other
  const fields = Object.entries({ ...typed, ...rest, page: page > 1 ? String(page) : '' })
  const asked = new URLSearchParams(fields.filter(([, value]) => value !== '')).toString()
  return addressOf.office(lang, 'people') + (asked === '' ? '' : `?${asked}`)
}

export default function PeopleList({ loaderData }: Route.ComponentProps) {
  const { lang, typed, page, people, units, mayInvite, mayImport } = loaderData
  const text = peoplePageText(lang)
  const isAlone = people.inAll <= 1
  return (
    <>
      <title>{text.title}</title>
      <PageHead
        title={text.title}
        said={text.lead}
        action={
          mayInvite && (
            <a className="button primary" href={addressOf.office(lang, 'people/invite')}>
              <Icon name="invite" />
              {text.invite}
            </a>
          )
        }
      />
      <div className="stack">
        <FilterChips
          label={text.stateFilter}
          choices={[
            {
              label: text.everyState,
              to: addressWith(lang, typed, { state: '' }),
              isChosen: typed.state === '',
            },
            ...PERSON_STATES.map((state) => ({
              label: text.states[state],
              to: addressWith(lang, typed, { state }),
              isChosen: typed.state === state,
            })),
          ]}
        />
        <PeopleFilterForm lang={lang} typed={typed} units={units} />
        <p className="muted">{text.found(people.found, people.inAll)}</p>
        {people.rows.length === 0 ? (
          <div className="empty">
            <h2>{text.nobodyTitle}</h2>
            <p>{text.nobodyBody}</p>
          </div>
        ) : (
          <PeopleTable lang={lang} rows={people.rows} />
        )}
        <Pager
          words={text}
          page={page}
          pages={people.pages}
          to={(nth) => addressWith(lang, typed, { page: nth })}
        />
        {isAlone && mayInvite && (
          <div className="empty">
            <h2>{text.aloneTitle}</h2>
            <p>{text.aloneBody}</p>
            {mayImport && (
              <p className="actions">
                <a className="button" href={addressOf.office(lang, 'roster')}>
                  <Icon name="upload" />
                  {text.importRoster}
                </a>
              </p>
            )}
          </div>
        )}
      </div>
    </>
  )
}

function PeopleTable({ lang, rows }: { lang: Language; rows: readonly PersonRow[] }) {
  const text = peoplePageText(lang)
  const { columns } = text
  const roleNames = roleText(lang).names
  return (
    <DataTable
      caption={text.title}
      columns={[
        { label: columns.name },
        { label: text.unit },
        { label: columns.roles },
        { label: columns.state },
        { label: columns.seen },
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: [
          <div className="lines" key="name">
            <a href={addressOf.office(lang, `people/${row.id}`)}>{row.name}</a>
            {row.positionTitle !== null && <span className="small">{row.positionTitle}</span>}
            {row.email !== null && <span className="muted small">{row.email}</span>}
          </div>,
          row.unit === null ? (
            <span className="muted" key="unit">
              {text.noUnit}
            </span>
          ) : (
            unitLabel(row.unit, lang)
          ),
          row.roles.length === 0 ? (
            <span className="muted" key="roles">
              {text.noRole}
            </span>
          ) : (
            <div className="lines" key="roles">
              {row.roles.map(({ role, unitCode }) => (
                <span key={`${role} ${unitCode}`}>
                  {roleNames[role]}
                  {unitCode !== null && ` · ${unitCode}`}
                </span>
              ))}
            </div>
          ),
          <PersonStateChip lang={lang} state={row.state} key="state" />,
          row.lastSeenAt === null ? (
            <span className="muted" key="seen">
              {text.never}
            </span>
          ) : (
            formatDay(thaiDay(row.lastSeenAt), lang)
          ),
        ],
      }))}
    />
  )
}
