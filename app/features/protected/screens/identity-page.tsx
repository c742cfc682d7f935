import { data, redirect } from 'react-router'
import '../../../ui/office-protected.css'
import { formatDay } from '../../../kernel/thai-date.ts'
import { toArabicDigits } from '../../../kernel/thai-digits.ts'
import { CheckField, EMPTY_FORM, TextAreaField, TextField } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { typedValues } from '../../../web/form.server.ts'
import { RELEASE_DAYS } from '../custody/release.domain.ts'
import { listOwnReleases } from '../custody/releases.queries.server.ts'
import { toldIdentity } from '../custody/told-identity.domain.ts'
import { askRelease } from '../custody/usecases/ask-release.server.ts'
import { openLayer, refuseRelease } from '../custody/usecases/open-layer.server.ts'
import { readIdentity } from '../custody/usecases/read-identity.server.ts'
import { UnlockForm } from '../parts/unlock-form.tsx'
import { caseMark } from '../receiving/case-mark.domain.ts'
import { deskOf } from '../receiving/desk-of.server.ts'
import { identityText } from '../text/identity.ts'
import type { Route } from './+types/identity-page'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { lang, ctx, desk } = await deskOf(context, request)
  if (desk.appointments.length === 0) throw data(null, 404)
  const { pathname, search, searchParams } = new URL(request.url)
  return {
    lang,
    here: pathname + search,
    caseId: searchParams.get('case'),
    isDone: searchParams.get('done') !== null,
    isOpen: desk.open.length > 0,
    releases: await listOwnReleases(ctx, desk.open),
  }
}

export async function action({ context, request }: Route.ActionArgs) {
  const { lang, ctx, desk } = await deskOf(context, request)
  if (desk.appointments.length === 0) throw data(null, 404)
  const sent = await request.formData()
  const field = (name: string) => String(sent.get(name) ?? '')
  const [act, releaseId] = [field('act'), field('releaseId')]
  const values = typedValues([...sent])
  // A person may hold several keys: the one that has a part in it is the one that can do it.
  for (const by of desk.open) {
    if (act === 'read') {
      const read = await readIdentity(ctx, { by, releaseId })
      if (read.ok) return { identity: read.value, values: {} }
      continue
    }
    const result =
      act === 'ask'
        ? await askRelease(ctx, {
            by,
            reportId: field('caseId'),
            reader: by.holder.keyId,
            reason: field('reason'),
            days: Number(toArabicDigits(field('days')).trim() || Number.NaN),
            asksConsent: sent.get('consent') === 'on',
          })
        : act === 'refuse'
          ? await refuseRelease(ctx, { by, releaseId, reason: field('reason') })
          : await openLayer(ctx, { by, releaseId })
    if (result.ok) throw redirect(`${addressOf.office(lang, 'protected/identity')}?done=1`, 303)
  }
  return data({ identity: null, values }, 422)
}

export default function IdentityScreen({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, here, caseId, isDone, isOpen, releases } = loaderData
  const text = identityText(lang)
  const form = { ...EMPTY_FORM, values: { days: String(RELEASE_DAYS.usual), ...actionData?.values } }
  return (
    <>
      <title>{text.title}</title>
      <PageHead title={text.title} said={text.lead} />
      <div className="stack">
        <p>
          <a href={addressOf.office(lang, 'protected')}>{text.back}</a>
        </p>
        {!isOpen && <UnlockForm lang={lang} form={EMPTY_FORM} to={here} />}
        {isDone && <Notice kind="done">{text.done}</Notice>}
        {actionData?.identity === null && <Notice kind="late">{text.fault}</Notice>}
        {actionData?.identity && (
          <section className="card" aria-labelledby="identity">
            <h2 id="identity">{text.identity}</h2>
            {Object.entries(toldIdentity(actionData.identity)).map(([part, told]) => (
              <p key={part}>{told}</p>
            ))}
          </section>
        )}
        {isOpen && caseId !== null && (
          <form method="post" className="card form">
            <h2>
              {text.ask} {caseMark(caseId)}
            </h2>
            <input type="hidden" name="act" value="ask" />
            <input type="hidden" name="caseId" value={caseId} />
            <TextAreaField form={form} name="reason" label={text.reason} required />
            <TextField
              form={form}
              name="days"
              label={text.days}
              inputMode="numeric"
              autoComplete="off"
              required
            />
            <CheckField form={form} name="consent" label={text.consent} />
            <p className="form-actions">
              <button type="submit" className="button primary">
                {text.send}
              </button>
            </p>
          </form>
        )}
        {isOpen && releases.length === 0 && caseId === null && <p>{text.none}</p>}
        {releases.map((release) => (
          <section key={release.id} className="card form" aria-labelledby={release.id}>
            <h2 id={release.id}>
              {text.request(formatDay(release.askedDay, lang))} {caseMark(release.reportId)}
            </h2>
            <p>{release.consent === 'asked' ? text.waiting : text.states[release.state]}</p>
            {release.reason !== null && <p>{release.reason}</p>}
            {release.reader && (
              <p>
                {text.reader}: {lang === 'th' ? release.reader.roleTh : release.reader.roleEn} ·{' '}
                {text.fingerprint}: <code>{release.reader.fingerprint}</code>
              </p>
            )}
            <p>
              {release.expiresOn === null
                ? text.forDays(release.days)
                : text.until(formatDay(release.expiresOn, lang))}
            </p>
            {release.step !== null && (
              <>
                <form method="post">
                  <input type="hidden" name="act" value="open" />
                  <input type="hidden" name="releaseId" value={release.id} />
                  <button type="submit" className="button primary">
                    {text.open[release.step]}
                  </button>
                </form>
                <form method="post" className="form">
                  <input type="hidden" name="act" value="refuse" />
                  <input type="hidden" name="releaseId" value={release.id} />
                  <TextAreaField
                    form={EMPTY_FORM}
                    name="reason"
                    id={`reason-${release.id}`}
                    label={text.reason}
                    required
                  />
                  <button type="submit" className="button danger">
                    {text.refuse}
                  </button>
                </form>
              </>
            )}
            {release.isReader && release.state === 'released' && (
              <form method="post">
                <input type="hidden" name="act" value="read" />
                <input type="hidden" name="releaseId" value={release.id} />
                <button type="submit" className="button">
                  {text.read}
                </button>
              </form>
            )}
          </section>
        ))}
      </div>
    </>
  )
}
