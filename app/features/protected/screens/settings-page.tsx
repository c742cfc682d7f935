import { data, redirect } from 'react-router'
import { refusalOf } from '../../../kernel/permission.ts'
import { toArabicDigits } from '../../../kernel/thai-digits.ts'
import { EMPTY_FORM, ErrorSummary, type FormView } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import '../../../ui/office-protected.css'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { typedValues } from '../../../web/form.server.ts'
import { refusedView } from '../../../web/form-fields.server.ts'
import { pageRefused, permissionRefused } from '../../people/index.server.ts'
import { ChannelSettingsForm } from '../parts/channel-settings-form.tsx'
import { RecoveryKeyForm } from '../parts/recovery-key-form.tsx'
import { PROTECTED_POLICY } from '../protected.policy.ts'
import { deskOf } from '../receiving/desk-of.server.ts'
import { findSettingsToChange } from '../settings/channel-settings.queries.server.ts'
import { recoveryFingerprint } from '../settings/recovery-fingerprint.server.ts'
import { typedOf } from '../settings/settings-form.domain.ts'
import { changeRecoveryKey, changeSettings } from '../settings/usecases/change-settings.server.ts'
import { settingsFaultText, settingsText } from '../text/settings.ts'
import type { Route } from './+types/settings-page'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { lang, ctx } = await deskOf(context, request)
  const refusal = refusalOf(PROTECTED_POLICY, 'channel.change', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const { settings, recovery, version } = await findSettingsToChange(ctx)
  return {
    lang,
    typed: typedOf(settings),
    version,
    recovery: recovery && {
      shares: recovery.shares,
      threshold: recovery.threshold,
      fingerprint: recoveryFingerprint(recovery.publicKey),
    },
    done: new URL(request.url).searchParams.get('done'),
  }
}

const FIELDS: Readonly<Record<string, string>> = {
  'settings.working-days': 'acknowledgeDays',
  'settings.order': 'answerDays',
  'settings.retention': 'retentionDays',
  'settings.digest-hours': 'digestHours',
  'settings.categories': 'categories',
  'settings.category-twice': 'categories',
  'settings.clash': '',
  'settings.recovery-key': 'publicKey',
  'settings.recovery-shares': 'shares',
}

export async function action({ context, request }: Route.ActionArgs) {
  const { lang, ctx } = await deskOf(context, request)
  const sent = await request.formData()
  const act = String(sent.get('act') ?? '')
  const typed = Object.fromEntries([...sent].map(([name, value]) => [name, String(value)]))
  const number = (name: string) => Number(toArabicDigits(typed[name] ?? '').trim() || Number.NaN)
  const result =
    act === 'recovery'
      ? await changeRecoveryKey(ctx, {
          publicKey: typed.publicKey ?? '',
          shares: number('shares'),
          threshold: number('threshold'),
        })
      : act === 'remove-recovery'
        ? await changeRecoveryKey(ctx, null)
        : await changeSettings(ctx, { typed, seenVersion: number('seenVersion') })
  const done = act === 'recovery' ? 'keySaved' : act === 'remove-recovery' ? 'keyRemoved' : 'saved'
  if (result.ok) throw redirect(`${addressOf.office(lang, 'protected/settings')}?done=${done}`, 303)
  const { error } = result
  if (error.code === 'permission.refused') throw await permissionRefused(ctx, error)
  const form = refusedView(lang, {
    values: typedValues([...sent]),
    faults: { [FIELDS[error.code] ?? '']: error.code },
    sentence: (code) => settingsFaultText(code as Parameters<typeof settingsFaultText>[0]),
  })
  return data({ act, form }, 422)
}

export default function SettingsScreen({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, typed, version, recovery, done } = loaderData
  const text = settingsText(lang)
  const formOf = (act: string, values: FormView['values']): FormView =>
    actionData?.act === act ? actionData.form : { ...EMPTY_FORM, values }
  return (
    <>
      <title>{text.title}</title>
      <PageHead title={text.title} said={text.lead} />
      <div className="stack">
        {(done === 'saved' || done === 'keySaved' || done === 'keyRemoved') && (
          <Notice kind="done">{text[done]}</Notice>
        )}
        <ErrorSummary form={actionData?.form ?? EMPTY_FORM} title={text.errorTitle} />
        <ChannelSettingsForm lang={lang} form={formOf('settings', typed)} version={version} />
        <RecoveryKeyForm
          lang={lang}
          form={formOf('recovery', { shares: '3', threshold: '2' })}
          recovery={recovery}
        />
      </div>
    </>
  )
}
