import { refusalOf } from '../../kernel/permission.ts'
import type { Ctx } from '../../platform/ctx.server.ts'
import type { EvidenceObject } from './evidence.domain.ts'
import { EVIDENCE_POLICY } from './evidence.policy.ts'
import {
  type AttachedEvidence,
  type EvidenceItem,
  findEvidenceItems,
  listEvidenceFor,
  searchEvidence,
} from './evidence.queries.server.ts'

/** What `EvidencePanel` shows of a thing: hand it over whole, `<EvidencePanel {...panel} />`. */
export type EvidencePanelData = Readonly<{
  items: readonly AttachedEvidence[]
  /** Whether the actor may attach and detach here. */
  mayAttach: boolean
  /** Whether they may bring in new evidence. */
  mayAdd: boolean
  /** Just brought in (`?attach=id,id`) and not attached yet. */
  offered: readonly EvidenceItem[]
  /** What was searched for (`?find=…`) and found, without what is attached; null without a question. */
  found: Readonly<{ text: string; items: readonly EvidenceItem[] }> | null
}>

const OFFERED_AT_MOST = 50
const FOUND_AT_MOST = 20

/**
 * Everything that the panel of a measure, an outcome or an issue needs, from the address of its page. The caller asks its own
 * policy whether the actor may attach.
 */
export async function findEvidencePanel(
  ctx: Ctx,
  asked: Readonly<{ object: EvidenceObject; searchParams: URLSearchParams; mayAttach: boolean }>,
): Promise<EvidencePanelData> {
  const { object, searchParams, mayAttach } = asked
  const items = await listEvidenceFor(ctx, object)
  const isAttached = new Set(items.map(({ id }) => id))
  const others = (found: readonly EvidenceItem[]) => found.filter(({ id }) => !isAttached.has(id))
  const text = mayAttach ? (searchParams.get('find') ?? '').trim().slice(0, 200) : ''
  const brought = mayAttach ? (searchParams.get('attach') ?? '').split(',').slice(0, OFFERED_AT_MOST) : []
  return {
    items,
    mayAttach,
    mayAdd: refusalOf(EVIDENCE_POLICY, 'evidence.add', ctx.actor) === null,
    offered: others(await findEvidenceItems(ctx, brought)),
    found:
      text === '' ? null : { text, items: others(await searchEvidence(ctx, { text, limit: FOUND_AT_MOST })) },
  }
}
