import { data, redirect } from 'react-router'
import { z } from 'zod'
import { refusalOf } from '../../../kernel/permission.ts'
import { CheckField, ErrorSummary, type FormView, SelectField, TextField } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf, visitOf } from '../../../web/context.server.ts'
import { readForm, typedValues } from '../../../web/form.server.ts'
import { AGENCY_TYPES } from '../directory/agency-type.table.ts'
import { findAgencyForForm } from '../directory/directory.queries.server.ts'
import { fieldOf, optionalText, refusedForm } from '../directory/directory-form.server.ts'
import { changeAgency } from '../directory/usecases/change-agency.server.ts'
import { PEOPLE_POLICY } from '../people.policy.ts'
import { pageRefused, permissionRefused } from '../permission-refused.server.ts'
import { agencyPageText, peoplePageText } from '../text/pages.ts'
import type { Route } from './+types/agency-page'

const SCHEMA = z.object({
  nameTh: optionalText,
  nameEn: optionalText,
  shortName: optionalText,
  agencyType: optionalText,
  ministry: optionalText,
  hostName: optionalText,
  hostConfirmed: optionalText,
})

export async function loader({ context, request }: Route.LoaderArgs) {
  const url = new URL(request.url)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(PEOPLE_POLICY, 'agency.change', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const { kept } = visitOf(context)
  const facts = Object.entries(await findAgencyForForm(ctx)).map(([name, value]) => [name, value ?? ''])
  const values: Record<string, string> = kept === null ? Object.fromEntries(facts) : typedValues(kept)
  return {
    lang: languageOf(url.pathname),
    code: ctx.agency.code,
    done: url.searchParams.get('done'),
    isKept: kept !== null,
    form: { values, errors: {} },
  }
}

export async function action({ context, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await officeOf(context)
  const sent = await request.formData()
  const read = readForm(sent, SCHEMA)
  if (!read.ok) return data({ form: refusedForm(lang, read.error.values, read.error.faults) }, 422)
  const { hostConfirmed, ...facts } = read.value
  const changed = await changeAgency(ctx, { facts, hostConfirmed: hostConfirmed !== null })
  if (changed.ok)
    throw redirect(`${addressOf.office(lang, 'agency')}?done=${changed.value ? 'changed' : 'same'}`, 303)
  const { error } = changed
  if (error.code === 'permission.refused') throw await permissionRefused(ctx, error)
  return data({ form: refusedForm(lang, typedValues([...sent]), { [fieldOf(error.code)]: error.code }) }, 422)
}

export default function AgencyScreen({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, code, done, isKept } = loaderData
  const text = agencyPageText(lang)
  const form: FormView = actionData?.form ?? loaderData.form
  const notice =
    done !== null && Object.hasOwn(text.done, done) ? text.done[done as keyof typeof text.done] : null
  return (
    <>
      <title>{text.title}</title>
      <PageHead title={text.title} said={text.lead} />
      <div className="stack">
        {notice !== null && <Notice kind="done">{notice}</Notice>}
        {isKept && <Notice>{peoplePageText(lang).kept}</Notice>}
        <ErrorSummary form={form} title={text.errorTitle} />
        <form method="post" className="form" action={addressOf.office(lang, 'agency')}>
          <TextField form={form} name="nameTh" label={text.nameTh} lang="th" required />
          <TextField form={form} name="nameEn" label={text.nameEn} lang="en" />
          <TextField form={form} name="shortName" label={text.shortName} />
          <SelectField
            form={form}
            name="agencyType"
            label={text.agencyType}
            choices={[
              { value: '', label: text.noType },
              ...AGENCY_TYPES.map((value) => ({ value, label: text.types[value] })),
            ]}
          />
          <TextField form={form} name="ministry" label={text.ministry} />
          <TextField
            form={form}
            name="hostName"
            label={text.hostName}
            hint={text.hostHint}
            autoComplete="off"
            spellCheck={false}
          />
          <CheckField form={form} name="hostConfirmed" label={text.hostConfirmed} />
          <dl className="facts">
            <div className="fact">
              <dt>{text.code}</dt>
              <dd>
                <code>{code}</code> <span className="muted small">{text.codeHint}</span>
              </dd>
            </div>
          </dl>
          <button type="submit" className="button primary">
            <Icon name="yes" />
            {text.save}
          </button>
        </form>
      </div>
    </>
  )
}
