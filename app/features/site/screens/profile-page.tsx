import { data, redirect } from 'react-router'
import type { Language } from '../../../i18n/language.ts'
import { refusalOf } from '../../../kernel/permission.ts'
import { formatInstant } from '../../../kernel/thai-day.ts'
import '../../../ui/office-look.css'
import { ErrorSummary, type FormView, SelectField, TextAreaField, TextField } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf, visitOf } from '../../../web/context.server.ts'
import { typedValues } from '../../../web/form.server.ts'
import { LICENSES } from '../../opendata/index.ts'
import { pageRefused, permissionRefused } from '../../people/index.server.ts'
import { lookErrorText } from '../look.errors.ts'
import { BrandCheck } from '../parts/brand-check.tsx'
import { PictureField } from '../parts/picture-field.tsx'
import { chosenPicture, refusedLook, typedForm } from '../pictures/picture-form.server.ts'
import { listPictures } from '../pictures/public-picture.server.ts'
import { profileValues } from '../profile/profile-values.domain.ts'
import { NO_PROFILE } from '../profile/site-profile.domain.ts'
import { findProfileForForm } from '../profile/site-profile.queries.server.ts'
import { changeProfile } from '../profile/usecases/change-profile.server.ts'
import { SITE_POLICY } from '../site.policy.ts'
import { type LookWorkText, lookWorkText } from '../text/look-work.ts'
import type { Route } from './+types/profile-page'

const MARK = ['mark', 'markAltTh', 'markAltEn'] as const

export async function loader({ context, request }: Route.LoaderArgs) {
  const url = new URL(request.url)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(SITE_POLICY, 'profile.change', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const { kept: typed } = visitOf(context)
  const kept = await findProfileForForm(ctx)
  const profile = kept?.profile ?? NO_PROFILE
  return {
    lang: languageOf(url.pathname),
    done: url.searchParams.get('done'),
    isKept: typed !== null,
    version: kept?.version ?? null,
    mark: profile.brand.mark,
    colour: profile.brand.colour,
    offered: await listPictures(ctx),
    form: { values: typed === null ? profileValues(profile) : typedValues(typed), errors: {} },
  }
}

export async function action({ context, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await officeOf(context)
  const sent = await request.formData()
  const seen = String(sent.get('seenVersion') ?? '')
  const changed = await changeProfile(ctx, {
    typed: typedForm(sent),
    mark: chosenPicture(sent, MARK),
    seenVersion: seen === '' ? null : Number(seen),
  })
  if (changed.ok)
    throw redirect(
      `${addressOf.office(lang, 'site/profile')}?done=${changed.value ? 'changed' : 'same'}`,
      303,
    )
  const { error } = changed
  if (error.code === 'permission.refused') throw await permissionRefused(ctx, error)
  if (error.code === 'look.faults')
    return data({ form: refusedLook(lang, sent, error.faults), clash: null }, 422)
  const theirs = profileValues(error.kept.profile)
  const typed = typedValues([...sent])
  const differing = Object.entries(theirs).filter(([name, value]) => (typed[name] ?? '').trim() !== value)
  return data(
    {
      form: { values: typed, errors: {} },
      clash: {
        version: error.kept.version,
        byName: error.kept.changedByName,
        at: formatInstant(error.kept.changedAt, lang),
        differing,
      },
    },
    422,
  )
}

export default function ProfileScreen({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, done, isKept, version, mark, colour, offered } = loaderData
  const text = lookWorkText(lang)
  const words = text.profile
  const form: FormView = actionData?.form ?? loaderData.form
  const clash = actionData?.clash ?? null
  const said =
    done !== null && Object.hasOwn(words.done, done) ? words.done[done as 'changed' | 'same'] : null
  return (
    <>
      <title>{words.title}</title>
      <PageHead
        title={words.title}
        said={words.lead}
        action={
          <a className="button" href={addressOf.sitePage(lang, 'contact')}>
            {words.toSite}
          </a>
        }
      />
      <div className="stack">
        {said !== null && <Notice kind="done">{said}</Notice>}
        {isKept && <Notice>{text.kept}</Notice>}
        {clash && <Clash lang={lang} clash={clash} />}
        <ErrorSummary form={form} title={text.errorTitle} />
        <form method="post" className="form" action={addressOf.office(lang, 'site/profile')}>
          <input
            type="hidden"
            name="seenVersion"
            value={clash?.version ?? form.values.seenVersion ?? version ?? ''}
          />
          <fieldset className="form">
            <legend>{words.about}</legend>
            <TextAreaField
              form={form}
              name="missionTh"
              label={words.missionTh}
              hint={words.missionHint}
              lang="th"
            />
            <TextAreaField form={form} name="missionEn" label={words.missionEn} lang="en" />
          </fieldset>
          <ContactFields form={form} words={words} />
          <fieldset className="form">
            <legend>{words.look}</legend>
            <TextField
              form={form}
              name="colour"
              label={words.colour}
              hint={words.colourHint}
              autoComplete="off"
              spellCheck={false}
            />
            {colour !== null && <BrandCheck lang={lang} colour={colour} />}
            <PictureField
              lang={lang}
              form={form}
              label={words.mark}
              names={MARK}
              now={mark}
              offered={offered}
            />
          </fieldset>
          <fieldset className="form">
            <legend>{words.data}</legend>
            <SelectField
              form={form}
              name="license"
              label={words.license}
              hint={words.licenseHint}
              choices={[
                { value: '', label: words.noLicense },
                ...LICENSES.map(({ id, title }) => ({ value: id, label: title })),
              ]}
            />
          </fieldset>
          <button type="submit" className="button primary">
            <Icon name="yes" />
            {text.save}
          </button>
        </form>
      </div>
    </>
  )
}

function ContactFields({ form, words }: { form: FormView; words: LookWorkText['profile'] }) {
  return (
    <fieldset className="form">
      <legend>{words.contact}</legend>
      <TextAreaField form={form} name="addressTh" label={words.addressTh} rows={2} lang="th" />
      <TextAreaField form={form} name="addressEn" label={words.addressEn} rows={2} lang="en" />
      <TextAreaField form={form} name="telephones" label={words.telephones} hint={words.telephonesHint} />
      <TextField form={form} name="officialEmail" label={words.officialEmail} inputMode="email" />
      <TextField form={form} name="email" label={words.email} inputMode="email" />
      <TextField form={form} name="hoursTh" label={words.hoursTh} lang="th" />
      <TextField form={form} name="hoursEn" label={words.hoursEn} lang="en" />
      <TextField form={form} name="latitude" label={words.latitude} hint={words.placeHint} />
      <TextField form={form} name="longitude" label={words.longitude} />
      <TextAreaField form={form} name="social" label={words.social} hint={words.socialHint} />
    </fieldset>
  )
}

type ClashView = Readonly<{
  byName: string
  at: string
  differing: readonly (readonly [string, string])[]
}>

/** What another saved meanwhile, field by field where it differs from what was typed. */
function Clash({ lang, clash: { byName, at, differing } }: { lang: Language; clash: ClashView }) {
  const text = lookWorkText(lang)
  const labels: Readonly<Record<string, unknown>> = text.profile
  return (
    <Notice kind="warning">
      <p>
        <strong>{lookErrorText('profile.clash')[lang]}</strong> {text.clashBy(byName, at)}
      </p>
      {differing.length === 0 ? (
        <p>{text.clashSame}</p>
      ) : (
        <dl className="facts">
          {differing.map(([field, value]) => (
            <div className="fact" key={field}>
              <dt>{String(labels[field])}</dt>
              <dd>{value === '' ? text.nothing : value}</dd>
            </div>
          ))}
        </dl>
      )}
    </Notice>
  )
}
