import type { Language } from '../../../i18n/language.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { Chip } from '../../../ui/chip.tsx'
import { CheckField, EMPTY_FORM, SelectField, TextField } from '../../../ui/form.tsx'
import { RELEASE_DAYS } from '../custody/release.domain.ts'
import { toldIdentity } from '../custody/told-identity.domain.ts'
import type { ReadCase } from '../receiving/usecases/read-case.server.ts'
import { caseCustodyText } from '../text/receiving.ts'
import { ReasonForm, type RefusedAct } from './case-acts.tsx'

type CustodyProps = Readonly<{
  lang: Language
  opened: ReadCase
  here: string
  refused: RefusedAct
  /** What was just read; null otherwise. */
  identity: string | null
}>

/** Holding back erasure, and who the reporter is: asked of two custodians, read by the one who was named. */
export function CaseCustody({ identity, ...props }: CustodyProps) {
  const { lang, opened, refused } = props
  const text = caseCustodyText(lang)
  const isHeld = opened.facts.legalHold
  const form = refused?.act === 'ask-identity' ? refused.form : EMPTY_FORM
  const shown = { ...form, values: { days: String(RELEASE_DAYS.usual), ...form.values } }
  return (
    <section aria-labelledby="identity-title">
      <h2 id="identity-title">{text.title}</h2>
      {identity !== null && <Identity lang={lang} identity={identity} />}
      <p>{opened.hasIdentity ? text.sealed : text.none}</p>
      <ul>
        {opened.releases.map((release) => (
          <li key={release.id}>
            <Chip state={release.state === 'released' ? 'done' : 'working'}>
              {text.states[release.state]}
            </Chip>{' '}
            {release.isWaiting && text.waitsConsent}{' '}
            {release.expiresOn !== null && text.until(formatDay(release.expiresOn, lang))}
            {release.mayRead && (
              <form method="post" action={props.here}>
                <input type="hidden" name="releaseId" value={release.id} />
                <button type="submit" className="button" name="act" value="read-identity">
                  {text.read}
                </button>{' '}
                <span className="muted">{text.readLead}</span>
              </form>
            )}
          </li>
        ))}
      </ul>
      <div className="case-acts">
        {opened.hasIdentity && (
          <ReasonForm {...props} act="ask-identity" label={text.ask}>
            <SelectField
              form={shown}
              name="keyId"
              id="reader-key"
              label={text.reader}
              choices={opened.readers.map(({ keyId, role }) => ({ value: keyId, label: role[lang] }))}
            />
            <TextField
              form={shown}
              name="days"
              label={text.days}
              hint={text.daysHint}
              inputMode="numeric"
              autoComplete="off"
            />
            <CheckField form={shown} name="asksConsent" label={text.consent} />
          </ReasonForm>
        )}
        <ReasonForm
          {...props}
          act={isHeld ? 'free' : 'hold'}
          label={isHeld ? text.free : text.hold}
          said={isHeld ? text.freeLead : text.holdLead}
        />
      </div>
    </section>
  )
}

/** Name and contact as the reporter gave them. */
function Identity({ lang, identity }: { lang: Language; identity: string }) {
  const { name, contact } = toldIdentity(identity)
  return (
    <div className="notice warning" role="status">
      <div>
        <p>
          <strong>{caseCustodyText(lang).shown}</strong>
        </p>
        <p className="text">{name}</p>
        <p className="text">{contact}</p>
      </div>
    </div>
  )
}
