import { data } from 'react-router'
import type { Language } from '../../../i18n/language.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import type { FormView } from '../../../ui/form.tsx'
import { choiceName, withChoices } from '../../../web/choices.ts'
import { typedValues } from '../../../web/form.server.ts'
import { refusedView } from '../../../web/form-fields.server.ts'
import type { TypedFields } from '../../../web/visit.ts'
import { permissionRefused } from '../../people/index.server.ts'
import type { PageContent } from './page.domain.ts'
import { type PageClash, type PageError, pageErrorText } from './page.errors.ts'
import { fieldsOf, type PageValues, pageValues, readPageForm } from './page-form.domain.ts'
import { changePage } from './usecases/change-page.server.ts'
import { changePictures } from './usecases/change-pictures.server.ts'
import { publishPage } from './usecases/publish-page.server.ts'
import { removePage } from './usecases/remove-page.server.ts'
import { withdrawPage } from './usecases/withdraw-page.server.ts'
import type { WorkPage } from './work-page.domain.ts'

/** What the page of a page says after something was sent to it and not done. */
export type WorkAnswer = Readonly<{
  act: string
  form: FormView
  clash: (Omit<PageClash, 'code'> & Readonly<{ theirs: PageValues; typed: TypedFields }>) | null
  preview: PageContent | null
}>

const NONE = /None$/

/** What was typed, with a box that is not ticked said so where its part was on the form. */
function typedPage(sent: FormData, page: WorkPage): PageValues {
  const fields = fieldsOf(page.content.kind)
  const chosen = withChoices(sent, fields)
  const typed = typedValues([...chosen])
  const boxes = Object.entries(fields).flatMap(([name, inputs]) =>
    sent.get(choiceName(name)) === 'theirs' ? [] : inputs.filter((input) => NONE.test(input)),
  )
  return { ...Object.fromEntries(boxes.map((box) => [box, ''])), ...typed }
}

/** Does what was sent to the page of a page: the code of what was done, or what the page then shows. */
export async function doneToPage(
  ctx: Ctx,
  { page, sent, lang }: Readonly<{ page: WorkPage; sent: FormData; lang: Language }>,
): Promise<Readonly<{ done: string }> | WorkAnswer> {
  const values = typedValues([...sent])
  const act = values.act ?? 'save'
  const pageId = page.id
  const refused = async (error: PageError): Promise<WorkAnswer> => {
    if (error.code === 'permission.refused') throw await permissionRefused(ctx, error)
    if (error.code === 'page.unknown') throw data(null, 404)
    const form = refusedView(lang, { values, faults: error.faults, sentence: pageErrorText })
    return { act, form, clash: null, preview: null }
  }
  const said = async (
    result: Readonly<{ ok: true }> | Readonly<{ ok: false; error: PageError }>,
    done: string,
  ): Promise<Readonly<{ done: string }> | WorkAnswer> => (result.ok ? { done } : refused(result.error))
  switch (act) {
    case 'preview': {
      const { facts } = readPageForm(
        page.content.kind,
        { ...pageValues(page), ...typedPage(sent, page) },
        page.content.pictures,
      )
      return { act, form: { values, errors: {} }, clash: null, preview: facts.content }
    }
    case 'add-picture': {
      const { evidenceId = '', altTh = null, altEn = null } = values
      const change = { act: 'add', picture: { evidenceId, altTh, altEn } } as const
      return said(await changePictures(ctx, { pageId, change }), 'pictured')
    }
    case 'remove-picture': {
      const { sha256 = '', fileName = '' } = values
      return said(
        await changePictures(ctx, { pageId, change: { act: 'remove', sha256, fileName } }),
        'unpictured',
      )
    }
    case 'publish':
      return said(await publishPage(ctx, { pageId, seenHash: values.seenHash ?? '' }), 'published')
    case 'withdraw':
      return said(await withdrawPage(ctx, { pageId, reason: values.reason ?? '' }), 'withdrawn')
    case 'remove':
      return said(await removePage(ctx, { pageId }), 'removed')
    default: {
      const seenVersion = Number.parseInt(values.seenVersion ?? '', 10) || 0
      const saved = await changePage(ctx, { pageId, seenVersion, typed: typedPage(sent, page) })
      if (saved.ok) return { done: saved.value.length > 0 ? 'saved' : 'same' }
      if (saved.error.code !== 'page.clash') return refused(saved.error)
      const { code: _, ...clash } = saved.error
      const typed = [...sent].flatMap(
        ([name, value]): TypedFields => (typeof value === 'string' ? [[name, value]] : []),
      )
      return {
        act,
        form: { values, errors: {} },
        clash: { ...clash, theirs: pageValues(page), typed },
        preview: null,
      }
    }
  }
}
