import { data, type RouterContextProvider, redirect } from 'react-router'
import { refusalOf } from '../../kernel/permission.ts'
import type { Result } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/ctx.server.ts'
import { addressOf, languageOf } from '../../web/addresses.ts'
import { officeOf, visitOf } from '../../web/context.server.ts'
import { typedValues } from '../../web/form.server.ts'
import { pageRefused, permissionRefused } from '../people/index.server.ts'
import type { LookError } from './look.errors.ts'
import { formIsAbout, refusedLook } from './pictures/picture-form.server.ts'
import { listPictures } from './pictures/public-picture.server.ts'
import { SITE_POLICY } from './site.policy.ts'

type Asked = Readonly<{ context: Readonly<RouterContextProvider>; request: Request }>

/** What a screen shows beside its list of what the site shows: `chosenId` is the row that its form is about. */
export async function openLookList({ context, request }: Asked) {
  const { pathname, searchParams } = new URL(request.url)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(SITE_POLICY, 'profile.change', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const { kept } = visitOf(context)
  const values = kept === null ? null : typedValues(kept)
  return {
    ctx,
    lang: languageOf(pathname),
    done: searchParams.get('done'),
    kept: values,
    chosenId: values?.id ?? searchParams.get('change'),
    offered: await listPictures(ctx),
  }
}

type Changing = Readonly<{
  /** Of the screen, behind `/office/`. */
  part: string
  /** Does what a form asks for, to the row that it is about; gives the code of the notice that tells what was done. */
  change: (ctx: Ctx, sent: FormData, of: ReturnType<typeof formIsAbout>) => Promise<Result<string, LookError>>
}>

/** Leads back to the list, or shows the form again with what is wrong. */
export async function changeLookList({ context, request }: Asked, { part, change }: Changing) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await officeOf(context)
  const sent = await request.formData()
  const changed = await change(ctx, sent, formIsAbout(sent))
  if (changed.ok) throw redirect(`${addressOf.office(lang, part)}?done=${changed.value}`, 303)
  const { error } = changed
  if (error.code === 'permission.refused') throw await permissionRefused(ctx, error)
  return data({ id: String(sent.get('id') ?? ''), form: refusedLook(lang, sent, error.faults) }, 422)
}
