import type { Language } from '../../../i18n/language.ts'
import { Confirm } from '../../../ui/confirm.tsx'
import { EMPTY_FORM, type FormView, TextField } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { vaultText } from '../text/receiving.ts'

/** Which form was refused, and for which appointment or key. */
export type RefusedVault = Readonly<{ act: string; of: string; form: FormView }> | null

type VaultFormProps = Readonly<{ lang: Language; of: string; refused: RefusedVault }>

const formFor = ({ refused, of }: VaultFormProps, act: string): FormView =>
  refused !== null && refused.of === of && refused.act === act ? refused.form : EMPTY_FORM

type SecretProps = Readonly<{ form: FormView; name: string; of: string; label: string; hint?: string }>

/** What is typed here is never shown again, nor offered by the browser. */
const SecretField = ({ form, name, of, label, hint }: SecretProps) => (
  <TextField
    form={form}
    name={name}
    id={`${name}-${of}`}
    type="password"
    label={label}
    hint={hint}
    autoComplete="off"
    required
  />
)

/** Where somebody appointed makes the vault of that appointment. */
export function MakeVaultForm(props: VaultFormProps) {
  const { lang, of } = props
  const text = vaultText(lang)
  const form = formFor(props, 'make')
  return (
    <form method="post" className="form" action={addressOf.office(lang, 'protected/vault')}>
      <input type="hidden" name="of" value={of} />
      <SecretField
        form={form}
        name="freshSecret"
        of={of}
        label={text.passphrase}
        hint={text.passphraseHint}
      />
      <SecretField form={form} name="againSecret" of={of} label={text.again} />
      <div className="actions">
        <button type="submit" className="button primary" name="act" value="make">
          <Icon name="key" />
          {text.make}
        </button>
      </div>
    </form>
  )
}

/** What may be done with a vault that is there. */
export function VaultActs(props: VaultFormProps & Readonly<{ mayRotate: boolean }>) {
  const { lang, of, mayRotate } = props
  const text = vaultText(lang)
  const here = addressOf.office(lang, 'protected/vault')
  const [change, recover, rotate] = ['change', 'recover', 'rotate'].map((act) => formFor(props, act)) as [
    FormView,
    FormView,
    FormView,
  ]
  const isOpen = (act: string) => props.refused?.act === act && props.refused.of === of
  return (
    <div className="case-acts">
      <details className="fold" open={isOpen('change')}>
        <summary>{text.change}</summary>
        <p>{text.changeLead}</p>
        <form method="post" className="form" action={here}>
          <input type="hidden" name="of" value={of} />
          <SecretField form={change} name="currentSecret" of={`${of}-change`} label={text.current} />
          <SecretField
            form={change}
            name="freshSecret"
            of={`${of}-change`}
            label={text.fresh}
            hint={text.passphraseHint}
          />
          <SecretField form={change} name="againSecret" of={`${of}-change`} label={text.again} />
          <button type="submit" className="button primary" name="act" value="change">
            {text.change}
          </button>
        </form>
      </details>
      <details className="fold" open={isOpen('recover')}>
        <summary>{text.recover}</summary>
        <p>{text.recoverLead}</p>
        <form method="post" className="form" action={here}>
          <input type="hidden" name="of" value={of} />
          <TextField
            form={recover}
            name="recoverySecret"
            id={`recoverySecret-${of}`}
            label={text.recoveryKey}
            hint={text.recoveryHint}
            autoComplete="off"
            spellCheck={false}
            required
          />
          <SecretField
            form={recover}
            name="freshSecret"
            of={`${of}-recover`}
            label={text.fresh}
            hint={text.passphraseHint}
          />
          <SecretField form={recover} name="againSecret" of={`${of}-recover`} label={text.again} />
          <button type="submit" className="button primary" name="act" value="recover">
            {text.setFresh}
          </button>
        </form>
      </details>
      {mayRotate && (
        <Confirm label={text.rotate} isOpen={isOpen('rotate')}>
          <p>{text.rotateLead}</p>
          <p>{text.rotateSure}</p>
          <form method="post" className="form" action={here}>
            <input type="hidden" name="of" value={of} />
            <SecretField form={rotate} name="currentSecret" of={`${of}-rotate`} label={text.current} />
            <button type="submit" className="button danger" name="act" value="rotate">
              {text.rotate}
            </button>
          </form>
        </Confirm>
      )}
    </div>
  )
}
