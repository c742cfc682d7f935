import { data, redirect } from 'react-router'
import '../../../ui/office-people.css'
import '../../../ui/office-protected.css'
import type { Result } from '../../../kernel/result.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { Chip } from '../../../ui/chip.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { EMPTY_FORM, ErrorSummary } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { refusedView } from '../../../web/form-fields.server.ts'
import { LockButton, UnlockForm } from '../parts/unlock-form.tsx'
import { MakeVaultForm, VaultActs } from '../parts/vault-forms.tsx'
import { type Desk, deskOf } from '../receiving/desk-of.server.ts'
import { endEveryVaultOf, endVaultSession, keepOpen } from '../receiving/holder-session.server.ts'
import type { MadeVault } from '../receiving/own-vaults.server.ts'
import { changePassphrase, recoverVault } from '../receiving/usecases/change-passphrase.server.ts'
import { makeVault } from '../receiving/usecases/make-vault.server.ts'
import { rotateKey } from '../receiving/usecases/rotate-key.server.ts'
import { fingerprintOf } from '../sealing/keys.server.ts'
import { appointmentsText, inboxText, receivingErrorText, vaultText } from '../text/receiving.ts'
import type { Route } from './+types/vault-page'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { lang, desk } = await deskOf(context, request)
  if (desk.appointments.length === 0) throw redirect(addressOf.office(lang, 'protected'), 303)
  return {
    lang,
    isOpen: desk.open.length > 0,
    done: new URL(request.url).searchParams.get('done'),
    vaults: desk.appointments.map(({ appointment, holder }) => ({
      appointmentId: appointment.id,
      kind: appointment.kind,
      role: lang === 'th' ? appointment.roleTh : appointment.roleEn,
      key: holder && {
        id: holder.keyId,
        fingerprint: holder.fingerprint,
        since: holder.validFrom,
        isOpen: desk.open.some((one) => one.holder.keyId === holder.keyId),
      },
    })),
  }
}

export async function action({ context, request }: Route.ActionArgs) {
  const asked = await deskOf(context, request)
  const sent = await request.formData()
  const field = (name: string) => String(sent.get(name) ?? '')
  const { lang, ctx, signedIn, session } = asked
  const [act, of] = [field('act'), field('of')]
  const personal = [signedIn.person.name, signedIn.person.email ?? '', ctx.agency.code]
  const fresh = { fresh: field('freshSecret'), again: field('againSecret'), personal }
  if (act === 'make')
    return shownOnce(
      asked,
      { act, of },
      await makeVault(ctx, { appointmentId: of, passphrase: fresh.fresh, again: fresh.again, personal }),
    )
  if (act === 'rotate')
    return shownOnce(
      asked,
      { act, of },
      await rotateKey(ctx, { keyId: of, passphrase: field('currentSecret') }),
    )
  const changed =
    act === 'recover'
      ? await recoverVault(ctx, { keyId: of, recoveryKey: field('recoverySecret'), ...fresh })
      : await changePassphrase(ctx, { keyId: of, current: field('currentSecret'), ...fresh })
  if (!changed.ok) return refused(lang, { act, of, code: changed.error.code })
  // What was open under the passphrase before is locked.
  const { cookies, owner } = session
  endEveryVaultOf(ctx.channel.sessions.holders, owner)
  const cookie = endVaultSession(ctx.channel.sessions.holders, { cookies, agencyId: owner.agencyId })
  throw redirect(
    `${addressOf.office(lang, 'protected/vault')}?done=${act === 'recover' ? 'recovered' : 'changed'}`,
    { status: 303, headers: { 'Set-Cookie': cookie } },
  )
}

/** A vault that was just made is open, and its recovery key stands on this one answer. */
function shownOnce(
  { lang, ctx, session }: Desk,
  { act, of }: Readonly<{ act: string; of: string }>,
  made: Result<MadeVault, Readonly<{ code: string }>>,
) {
  if (!made.ok) return refused(lang, { act, of, code: made.error.code })
  const { keyId, vault, recoveryKey } = made.value
  const cookie = keepOpen(ctx.channel.sessions.holders, { ...session, vaults: new Map([[keyId, vault]]) })
  const { sealing, signing } = vault
  const fingerprint = fingerprintOf({ sealing: sealing.publicKey, signing: signing.publicKey })
  return data({ refused: null, made: { recoveryKey, fingerprint } }, { headers: { 'Set-Cookie': cookie } })
}

const FIELDS: Readonly<Record<string, string>> = {
  'vault.wrong': 'currentSecret',
  'vault.wrong-recovery': 'recoverySecret',
  'passphrase.too-short': 'freshSecret',
  'passphrase.too-long': 'freshSecret',
  'passphrase.too-plain': 'freshSecret',
  'passphrase.personal': 'freshSecret',
  'passphrase.differs': 'againSecret',
}

const refused = (lang: 'th' | 'en', { act, of, code }: Readonly<{ act: string; of: string; code: string }>) =>
  data(
    {
      made: null,
      refused: {
        act,
        of,
        form: refusedView(lang, {
          values: {},
          faults: { [FIELDS[code] ?? '']: code },
          sentence: receivingErrorText,
        }),
      },
    },
    422,
  )

export default function VaultScreen({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, vaults, isOpen, done } = loaderData
  const text = vaultText(lang)
  const notYet = actionData?.refused ?? null
  if (actionData?.made) return <RecoveryKey lang={lang} {...actionData.made} />
  return (
    <>
      <title>{text.title}</title>
      <PageHead title={text.title} said={text.lead} action={isOpen && <LockButton lang={lang} />} />
      <div className="stack">
        {done !== null && Object.hasOwn(text.done, done) && (
          <Notice kind="done">{text.done[done as keyof typeof text.done]}</Notice>
        )}
        <ErrorSummary
          form={notYet?.form ?? EMPTY_FORM}
          title={text.errorTitle}
          idOfField={(name) => idIn(name, notYet)}
        />
        {!isOpen && vaults.some(({ key }) => key !== null) && (
          <UnlockForm lang={lang} form={EMPTY_FORM} to={addressOf.office(lang, 'protected/vault')} />
        )}
        {vaults.map(({ appointmentId, kind, role, key }) => (
          <section className="card form" key={appointmentId} aria-labelledby={`vault-${appointmentId}`}>
            <h2 id={`vault-${appointmentId}`}>
              {appointmentsText(lang).kinds[kind]}: {role}
            </h2>
            {key === null ? (
              <MakeVaultForm lang={lang} of={appointmentId} refused={notYet} />
            ) : (
              <>
                <Facts
                  rows={[
                    [
                      inboxText(lang).status,
                      <Chip
                        key="state"
                        state={key.isOpen ? 'done' : 'none'}
                        icon={key.isOpen ? 'key' : 'locked'}
                      >
                        {key.isOpen ? text.opened : text.closed}
                      </Chip>,
                    ],
                    [
                      text.fingerprint,
                      <code key="key" className="fingerprint">
                        {key.fingerprint}
                      </code>,
                    ],
                    [text.since, formatDay(key.since, lang)],
                  ]}
                />
                <p className="muted">{text.fingerprintHint}</p>
                <VaultActs lang={lang} of={key.id} refused={notYet} mayRotate={kind !== 'custodian'} />
              </>
            )}
          </section>
        ))}
        <p className="actions">
          <a className="button" href={addressOf.office(lang, 'protected')}>
            {text.toInbox}
          </a>
        </p>
      </div>
    </>
  )
}

const idIn = (name: string, notYet: Readonly<{ act: string; of: string }> | null): string => {
  if (notYet === null) return name
  if (notYet.act === 'make' || name === 'recoverySecret') return `${name}-${notYet.of}`
  return `${name}-${notYet.of}-${notYet.act}`
}

type RecoveryKeyProps = Readonly<{ lang: 'th' | 'en'; recoveryKey: string; fingerprint: string }>

/** The one time that the recovery key is seen: printed alone, and gone with the page. */
function RecoveryKey({ lang, recoveryKey, fingerprint }: RecoveryKeyProps) {
  const text = vaultText(lang)
  return (
    <>
      <title>{text.keyTitle}</title>
      <PageHead title={text.keyTitle} said={text.keyOnce} />
      <div className="stack">
        <p>
          <code className="recovery-key">{recoveryKey.replaceAll('-', ' ')}</code>
        </p>
        <p>
          {text.fingerprint}: <code className="fingerprint">{fingerprint}</code>
        </p>
        <p>{text.keyUse}</p>
        <p className="not-printed muted">{text.keyPrint}</p>
        <p className="actions not-printed">
          <a className="button primary" href={addressOf.office(lang, 'protected')}>
            {text.keyDone}
          </a>
        </p>
      </div>
    </>
  )
}
