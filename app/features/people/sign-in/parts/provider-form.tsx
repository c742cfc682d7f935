import type { Language } from '../../../../i18n/language.ts'
import { CheckField, type FormView, TextField } from '../../../../ui/form.tsx'
import { addressOf } from '../../../../web/addresses.ts'
import { providersPageText } from '../text/other-ways.ts'

type ProviderFormProps = Readonly<{
  lang: Language
  /** Empty for a new one. */
  id: string
  form: FormView
  hasSecret: boolean
}>

/** Adds a provider, or changes and removes one. The page holds several: fields are told apart by the provider. */
export function ProviderForm({ lang, id, form, hasSecret }: ProviderFormProps) {
  const text = providersPageText(lang)
  const field = (name: string) => ({ form, name, id: `${name}-${id}` })
  const action = addressOf.office(lang, 'sign-in-providers')
  return (
    <>
      <form method="post" action={action} className="form">
        <input type="hidden" name="id" value={id} />
        <TextField {...field('labelTh')} label={text.labelTh} />
        <TextField {...field('labelEn')} label={text.labelEn} />
        <TextField {...field('issuer')} type="url" label={text.issuer} hint={text.issuerHint} />
        <TextField {...field('clientId')} label={text.clientId} spellCheck={false} autoComplete="off" />
        <TextField
          {...field('clientSecret')}
          type="password"
          label={text.clientSecret}
          hint={hasSecret ? text.secretKept : text.secretNone}
          autoComplete="off"
        />
        <CheckField {...field('isPublic')} label={text.isPublic} />
        <TextField {...field('scope')} label={text.scope} hint={text.scopeHint} spellCheck={false} />
        <CheckField
          {...field('hasSecondFactor')}
          label={text.hasSecondFactor}
          hint={text.hasSecondFactorHint}
        />
        <button type="submit" className="button primary">
          {id === '' ? text.add : text.save}
        </button>
      </form>
      {id !== '' && (
        <form method="post" action={action} className="form">
          <input type="hidden" name="id" value={id} />
          <p>{text.removeSure}</p>
          <button type="submit" className="button danger" name="act" value="remove">
            {text.remove}
          </button>
        </form>
      )}
    </>
  )
}
