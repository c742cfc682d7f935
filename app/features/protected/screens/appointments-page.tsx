import { data, redirect } from 'react-router'
import { refusalOf } from '../../../kernel/permission.ts'
import { Confirm } from '../../../ui/confirm.tsx'
import { EMPTY_FORM, ErrorSummary, type FormView } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import '../../../ui/office-protected.css'
import { formatDay } from '../../../kernel/thai-date.ts'
import { Chip } from '../../../ui/chip.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { FilterChips } from '../../../ui/filter-chips.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { typedValues } from '../../../web/form.server.ts'
import { refusedView } from '../../../web/form-fields.server.ts'
import { permissionRefused } from '../../people/index.server.ts'
import { AppointForm } from '../parts/appoint-form.tsx'
import { PROTECTED_POLICY } from '../protected.policy.ts'
import { listAppointed } from '../receiving/appointments.queries.server.ts'
import { deskOf } from '../receiving/desk-of.server.ts'
import { appoint } from '../receiving/usecases/appoint.server.ts'
import { endAppointment } from '../receiving/usecases/end-appointment.server.ts'
import { appointmentsText, receivingErrorText } from '../text/receiving.ts'
import type { Route } from './+types/appointments-page'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { lang, ctx } = await deskOf(context, request)
  const refusal = refusalOf(PROTECTED_POLICY, 'appointment.change', ctx.actor)
  if (refusal) throw await permissionRefused(ctx, refusal)
  const { searchParams } = new URL(request.url)
  const withEnded = searchParams.get('ended') === '1'
  const { rows, people } = await listAppointed(ctx)
  return {
    lang,
    people,
    withEnded,
    isAppointing: searchParams.get('appoint') === '1' || rows.length === 0,
    done: searchParams.get('done'),
    rows: rows.filter(({ endedDay }) => withEnded || endedDay === null),
    hasAny: rows.length > 0,
  }
}

const FIELDS: Readonly<Record<string, string>> = {
  'appointment.no-person': 'personId',
  'appointment.held': 'personId',
  'appointment.bad-kind': 'kind',
  'appointment.no-role-th': 'roleTh',
  'appointment.no-role-en': 'roleEn',
  'appointment.too-long': 'roleTh',
  'appointment.bad-step': 'step',
}

export async function action({ context, request }: Route.ActionArgs) {
  const { lang, ctx } = await deskOf(context, request)
  const sent = await request.formData()
  const act = String(sent.get('act') ?? '')
  const field = (name: string) => String(sent.get(name) ?? '')
  const here = addressOf.office(lang, 'protected/appointments')
  const result =
    act === 'end'
      ? await endAppointment(ctx, { appointmentId: field('appointmentId') })
      : await appoint(ctx, {
          personId: field('personId'),
          kind: field('kind'),
          roleTh: field('roleTh'),
          roleEn: field('roleEn'),
          officeKey: field('officeKey'),
          step: field('step'),
        })
  if (result.ok) throw redirect(`${here}?done=${act === 'end' ? 'ended' : 'appointed'}`, 303)
  const { error } = result
  if (error.code === 'permission.refused') throw await permissionRefused(ctx, error)
  const form = refusedView(lang, {
    values: typedValues([...sent]),
    faults: { [FIELDS[error.code] ?? '']: error.code },
    sentence: receivingErrorText,
  })
  return data({ act, form }, 422)
}

export default function AppointmentsScreen({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, people, rows, withEnded, isAppointing, hasAny, done } = loaderData
  const text = appointmentsText(lang)
  const here = addressOf.office(lang, 'protected/appointments')
  const form: FormView = actionData?.act === 'appoint' ? actionData.form : EMPTY_FORM
  const isFormOpen = isAppointing || actionData?.act === 'appoint'
  return (
    <>
      <title>{text.title}</title>
      <PageHead
        title={text.title}
        said={text.lead}
        action={
          !isFormOpen && (
            <a className="button primary" href={`${here}?appoint=1`}>
              <Icon name="add" />
              {text.make}
            </a>
          )
        }
      />
      <div className="stack">
        {done !== null && Object.hasOwn(text.done, done) && (
          <Notice kind="done">{text.done[done as keyof typeof text.done]}</Notice>
        )}
        <ErrorSummary form={actionData?.form ?? EMPTY_FORM} title={text.errorTitle} />
        {!hasAny && (
          <div className="empty">
            <h2>{text.emptyTitle}</h2>
            <p>{text.emptyBody}</p>
          </div>
        )}
        {isFormOpen && <AppointForm lang={lang} people={people} form={form} />}
        {hasAny && (
          <>
            <FilterChips
              label={text.filter}
              choices={[
                { label: text.onlyHeld, to: here, isChosen: !withEnded },
                { label: text.showEnded, to: `${here}?ended=1`, isChosen: withEnded },
              ]}
            />
            <DataTable
              caption={text.list}
              columns={[
                { label: text.person },
                { label: text.kind },
                { label: text.role },
                { label: text.since },
                { label: text.key },
                { label: text.end, look: 'do', isHidden: true },
              ]}
              rows={rows.map((row) => ({
                key: row.id,
                cells: [
                  row.name ?? '—',
                  text.kinds[row.kind],
                  lang === 'th' ? row.roleTh : row.roleEn,
                  row.endedDay === null
                    ? formatDay(row.appointedDay, lang)
                    : text.ended(formatDay(row.endedDay, lang)),
                  row.fingerprint === null ? (
                    <Chip key="key" state="none">
                      {text.noKey}
                    </Chip>
                  ) : (
                    <code key="key" className="fingerprint">
                      {row.fingerprint}
                    </code>
                  ),
                  row.endedDay === null && (
                    <Confirm key="end" label={text.end}>
                      <p>{text.endSure}</p>
                      <form method="post" action={here}>
                        <input type="hidden" name="appointmentId" value={row.id} />
                        <button type="submit" className="button danger" name="act" value="end">
                          {text.end}
                        </button>
                      </form>
                    </Confirm>
                  ),
                ],
              }))}
            />
          </>
        )}
      </div>
    </>
  )
}
