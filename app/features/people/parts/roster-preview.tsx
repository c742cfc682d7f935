import type { Language } from '../../../i18n/language.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { Chip } from '../../../ui/chip.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { CheckField, EMPTY_FORM } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { unitLabel } from '../directory/unit.domain.ts'
import type { PlannedPerson, PlannedRole, PlannedUnit, RosterPlan } from '../roster/roster.domain.ts'
import { roleText } from '../text/index.ts'
import { peoplePageText, rosterPageText } from '../text/pages.ts'

/** `content` is the file itself (base64url): the confirmation sends it again, without a script and without keeping it here. */
export type ShownPlan = Readonly<{
  plan: RosterPlan
  rows: number
  seen: string
  fileName: string
  content: string
}>

/** What an import would do, and the button that does it. */
export function RosterPreview({
  lang,
  shown,
  isMailOn,
}: {
  lang: Language
  shown: ShownPlan
  isMailOn: boolean
}) {
  const text = rosterPageText(lang)
  const { plan } = shown
  const isNothing = plan.units.length + plan.persons.length === 0
  const writesTo = plan.persons.some(({ kind, facts }) => kind === 'founded' && facts.email !== null)
  return (
    <section className="stack" aria-labelledby="preview-title">
      <h2 id="preview-title">{text.previewTitle}</h2>
      {isNothing ? (
        <Notice kind="done">{text.nothing}</Notice>
      ) : (
        <p>{text.previewLead(shown.fileName, shown.rows)}</p>
      )}
      <Counts lang={lang} plan={plan} />
      <UnitPlan lang={lang} units={plan.units} />
      <PersonPlan lang={lang} persons={plan.persons} />
      <form method="post" className="form" action={addressOf.office(lang, 'roster')}>
        <input type="hidden" name="content" value={shown.content} />
        <input type="hidden" name="seen" value={shown.seen} />
        <input type="hidden" name="fileName" value={shown.fileName} />
        {writesTo && (
          <CheckField form={EMPTY_FORM} name="invites" label={text.invites} hint={text.invitesHint} />
        )}
        {writesTo && !isMailOn && <Notice kind="warning">{peoplePageText(lang).mailOff}</Notice>}
        <div className="actions">
          {!isNothing && (
            <button type="submit" className="button primary" name="act" value="import">
              <Icon name="upload" />
              {text.confirm}
            </button>
          )}
          <a className="button" href={addressOf.office(lang, 'roster')}>
            {text.otherFile}
          </a>
        </div>
      </form>
    </section>
  )
}

function Counts({ lang, plan }: { lang: Language; plan: RosterPlan }) {
  const text = rosterPageText(lang)
  const count = (list: readonly { kind: string }[], kind: string) =>
    list.filter((one) => one.kind === kind).length
  const lists = [
    { name: text.units, list: plan.units, unchanged: plan.unchanged.units },
    { name: text.persons, list: plan.persons, unchanged: plan.unchanged.persons },
  ]
  return (
    <dl className="facts">
      {lists.map(({ name, list, unchanged }) => (
        <div className="fact" key={name}>
          <dt>{name}</dt>
          <dd>
            {text.counts.founded} {count(list, 'founded')} · {text.counts.changed} {count(list, 'changed')} ·{' '}
            {text.counts.unchanged} {unchanged}
          </dd>
        </div>
      ))}
    </dl>
  )
}

const Kind = ({ lang, kind }: { lang: Language; kind: 'founded' | 'changed' }) => (
  <Chip state={kind === 'founded' ? 'done' : 'working'} icon={kind === 'founded' ? 'add' : 'edit'}>
    {rosterPageText(lang).kinds[kind]}
  </Chip>
)

const columnsOf = (lang: Language, what: string) => {
  const { kind, detail } = rosterPageText(lang).planColumns
  return [{ label: what }, { label: kind }, { label: detail }]
}

function UnitPlan({ lang, units }: { lang: Language; units: readonly PlannedUnit[] }) {
  const text = rosterPageText(lang)
  if (units.length === 0) return null
  return (
    <DataTable
      caption={text.units}
      isCaptionHidden={false}
      columns={columnsOf(lang, text.units)}
      rows={units.map(({ ref, kind, facts, fields }) => ({
        key: ref,
        cells: [unitLabel(facts, lang), <Kind lang={lang} kind={kind} key="kind" />, changesOf(fields, lang)],
      }))}
    />
  )
}

function PersonPlan({ lang, persons }: { lang: Language; persons: readonly PlannedPerson[] }) {
  const text = rosterPageText(lang)
  if (persons.length === 0) return null
  return (
    <DataTable
      caption={text.persons}
      isCaptionHidden={false}
      columns={columnsOf(lang, text.persons)}
      rows={persons.map(({ kind, facts, fields, roles, ends }, index) => ({
        key: `${index} ${facts.name}`,
        cells: [
          <div className="lines" key="name">
            <span>{facts.name}</span>
            {facts.email !== null && <span className="muted small">{facts.email}</span>}
          </div>,
          <Kind lang={lang} kind={kind} key="kind" />,
          fields.length + roles.length + ends.length > 0 && (
            <div className="lines" key="detail">
              {fields.length > 0 && <span>{changesOf(fields, lang)}</span>}
              {roles.map((role) => (
                <span key={`${role.role} ${role.unitRef} ${role.validFrom}`}>
                  {text.newRole(roleText(lang).names[role.role], daysOf(role, lang))}
                </span>
              ))}
              {ends.map(({ grantId, role, lastDay }) => (
                <span key={grantId}>
                  {text.endedRole(roleText(lang).names[role], formatDay(lastDay, lang))}
                </span>
              ))}
            </div>
          ),
        ],
      }))}
    />
  )
}

function changesOf(fields: readonly string[], lang: Language): string {
  const text = rosterPageText(lang)
  const names = fields.map((field) => text.fields[field as keyof typeof text.fields])
  return names.length === 0 ? '' : text.changedFields(names.join(', '))
}

function daysOf({ validFrom, validTo }: PlannedRole, lang: Language): string {
  const text = rosterPageText(lang)
  const from = formatDay(validFrom, lang)
  return validTo === null ? text.daysFrom(from) : text.daysFromTo(from, formatDay(validTo, lang))
}
