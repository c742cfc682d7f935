import { err, ok, type Result } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import type { EvidenceError } from '../../evidence/index.ts'
import type { ApprovalsError } from '../approvals.errors.ts'
import { isMatterKind } from '../matter.domain.ts'
import type { MatterSources } from '../matter-source.server.ts'
import { renewMatter } from '../meetings/usecases/renew-matter.server.ts'
import type { TaskFault } from './resolution.domain.ts'
import { type FormFaults, inputOfFault, readResolutionForm } from './resolution-form.domain.ts'
import { attachPapers, detachPaper } from './usecases/attach-paper.server.ts'
import { recordResolution } from './usecases/record-resolution.server.ts'

/** What was done: a code of the page's own words, or the resolution that was recorded. */
export type DoneToItem = Readonly<{ code: string } | { resolutionId: string }>

/** Why it was not: codes by the field that they are about, or a refusal as a whole. */
export type RefusedOfItem =
  | Readonly<{ faults: FormFaults }>
  | EvidenceError
  | ApprovalsError
  | TaskFault
  | Readonly<{ code: 'act.unknown' }>

type Asked = Readonly<{
  agendaItemId: string
  act: string
  sent: FormData
  /** The fields of the form, by name. */
  values: Readonly<Record<string, string>>
  sources: MatterSources
}>

/** Does what a form of the page of an agenda item asks. */
export async function doneToItem(
  ctx: Ctx,
  { agendaItemId, act, sent, values, sources }: Asked,
): Promise<Result<DoneToItem, RefusedOfItem>> {
  const said = <T, E>(result: Result<T, E>, code: string): Result<DoneToItem, E> =>
    result.ok ? ok({ code }) : result
  switch (act) {
    case 'record':
      return recorded(ctx, agendaItemId, values)
    case 'renew':
      return renewed(ctx, { agendaItemId, values, sources })
    case 'attach': {
      const evidenceIds = sent.getAll('evidenceId').map(String)
      return said(await attachPapers(ctx, { agendaItemId, evidenceIds }), 'attached')
    }
    case 'detach':
      return said(await detachPaper(ctx, { agendaItemId, evidenceId: values.evidenceId ?? '' }), 'detached')
    default:
      return err({ code: 'act.unknown' })
  }
}

/** Takes the thing as it now stands, of the kind that the page showed. */
async function renewed(
  ctx: Ctx,
  { agendaItemId, values, sources }: Pick<Asked, 'agendaItemId' | 'values' | 'sources'>,
): Promise<Result<DoneToItem, ApprovalsError>> {
  const kind = values.kind ?? ''
  const source = isMatterKind(kind) ? sources[kind] : undefined
  if (source === undefined) return err({ code: 'matter.unknown' })
  const seenVersion = Number(values.seenVersion)
  const done = await renewMatter(ctx, { agendaItemId, source, seenVersion })
  return done.ok ? ok({ code: 'renewed' }) : done
}

async function recorded(
  ctx: Ctx,
  agendaItemId: string,
  values: Asked['values'],
): Promise<Result<DoneToItem, RefusedOfItem>> {
  const read = readResolutionForm(values)
  if (!read.ok) return err({ faults: read.error })
  const { place, ...given } = read.value
  const done = await recordResolution(ctx, { agendaItemId, ...given })
  if (done.ok) return done
  const { error } = done
  const input = inputOfFault(error, place)
  return input === '' ? done : err({ faults: { [input]: error.code } })
}
