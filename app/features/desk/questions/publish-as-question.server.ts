import { err, ok, type Result } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { addPage } from '../../site/index.server.ts'
import type { DeskError, DeskErrorCode } from '../desk.errors.ts'
import { findPersonalData } from './personal-data.domain.ts'
import { checkQuestion } from './usecases/check-question.server.ts'
import { noteQuestion } from './usecases/note-question.server.ts'

/** Words of a question page, as staff edited them; `confirmed` where they say that nothing in them tells who somebody is. */
export type QuestionWords = Readonly<{
  id: string
  seenVersion: number
  titleTh: string
  titleEn: string
  bodyTh: string
  bodyEn: string
  slug: string
  confirmed: boolean
}>

const PAGE_FAULTS: Readonly<Record<string, DeskErrorCode>> = {
  'page.slug-taken': 'question.slug-taken',
  'page.too-long': 'ticket.too-long',
  'page.no-slug': 'question.bad-slug',
  'page.bad-slug': 'question.bad-slug',
}

/**
 * Makes a draft of a question page of the site out of an answered ticket; it becomes public when the site publishes it. What
 * looks like personal data is refused until somebody says that it may stand.
 */
export async function publishAsQuestion(
  ctx: Ctx,
  { id, seenVersion, confirmed, ...typed }: QuestionWords,
): Promise<Result<Readonly<{ pageId: string }>, DeskError>> {
  const checked = await checkQuestion(ctx, { id, seenVersion })
  if (!checked.ok) return checked
  const faults: Record<string, DeskErrorCode> = {}
  if (typed.titleTh.trim() === '') faults.titleTh = 'ticket.no-question'
  if (typed.bodyTh.trim() === '') faults.bodyTh = 'ticket.no-question'
  if (!confirmed)
    for (const field of ['titleTh', 'titleEn', 'bodyTh', 'bodyEn'] as const)
      if (findPersonalData(typed[field]).length > 0) faults[field] = 'ticket.personal-data'
  if (Object.keys(faults).length > 0) return err({ code: 'desk.faults', faults })
  const added = await addPage(ctx, { kind: 'question', typed })
  if (!added.ok)
    return err(
      added.error.code === 'page.faults'
        ? {
            code: 'desk.faults',
            faults: Object.fromEntries(
              Object.entries(added.error.faults).map(([field, fault]) => [
                field,
                PAGE_FAULTS[fault] ?? 'ticket.no-question',
              ]),
            ),
          }
        : added.error.code === 'permission.refused'
          ? added.error
          : { code: 'ticket.unknown' },
    )
  const noted = await noteQuestion(ctx, { id, pageId: added.value })
  return noted.ok ? ok({ pageId: added.value }) : noted
}
