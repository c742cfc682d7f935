import { refusalOf } from '../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { writeAudit } from '../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../platform/ctx.server.ts'
import { announce } from '../../../platform/db/listen.server.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import { makePublicWhereChained } from '../../approvals/index.server.ts'
import { isEmpty } from '../content.domain.ts'
import { type ItemContent, matterKeyOf } from '../disclosure.domain.ts'
import type { DisclosureError } from '../disclosure.errors.ts'
import { DISCLOSURE_POLICY } from '../disclosure.policy.ts'
import { holdFact } from '../fact.repo.server.ts'
import { holdItem } from '../hold-item.server.ts'
import { openPublicFile } from '../public-files/public-file.repo.server.ts'
import { insertFrozen } from '../version.repo.server.ts'
import { itemNow, readYearGround } from '../year-ground.server.ts'

export type PublishItem = Readonly<{
  year: number
  code: string
  /** `ItemWork.contentHash` of what was shown: nothing else becomes public. */
  seenHash: string
}>
export type Published = Readonly<{ version: number; isNew: boolean }>

/**
 * Freezes what an item is answered with and makes it public, with its files. Where the agency has a chain of approval for it,
 * only the very content that passed every step. What is public already changes nothing.
 */
export const publishItem = (
  ctx: Ctx,
  { year, code, seenHash }: PublishItem,
): Promise<Result<Published, DisclosureError>> =>
  inTransaction<Published, DisclosureError>(ctx, async (tx) => {
    const refusal = refusalOf(DISCLOSURE_POLICY, 'disclosure.publish', ctx.actor)
    if (refusal) return err(refusal)
    const held = await holdItem(tx, ctx, { year, code })
    if (!held) return err({ code: 'item.unknown' })
    const { item } = held
    const agencyId = ctx.agency.id
    const ground = await readYearGround(tx, { agencyId, year, code: item.code })
    const now = itemNow(ground, item, new Map())
    if (now.byReport) return err({ code: 'item.by-report' })
    const { content, contentHash, newest, versions } = now
    if (contentHash !== seenHash) return err({ code: 'item.changed' })
    if (isEmpty(content)) return err({ code: 'item.empty' })
    if (newest?.contentHash === contentHash) return ok({ version: newest.version, isNew: false })
    const key = matterKeyOf(year, item.code)
    const approved = await makePublicWhereChained(tx, ctx, {
      agencyId,
      kind: 'disclosure',
      key,
      contentHash,
      proof: null,
    })
    if (!approved.ok) return err({ code: 'item.not-approved' })
    const opened = await openFiles(tx, ctx, content)
    if (!opened.ok) return opened
    const version = (versions[0]?.version ?? 0) + 1
    await insertFrozen(tx, {
      agencyId,
      content,
      contentHash,
      version,
      publicationId: approved.value,
      byName: ctx.actor.name,
      at: ctx.now(),
    })
    await announce(tx, 'published')
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'disclosure.published',
      object: { kind: 'disclosure-item', id: key },
      detail: { version, contentHash, score: now.score.score },
    })
    return ok({ version, isNew: true })
  })

/** Gives everybody the files of a content; one that was replaced since it was entered is not what was approved. */
async function openFiles(tx: Tx, ctx: Ctx, content: ItemContent): Promise<Result<null, DisclosureError>> {
  const agencyId = ctx.agency.id
  const facts = content.elements.flatMap((element) => element.facts).filter(({ file }) => file !== null)
  for (const { id, file } of new Map(facts.map((fact) => [fact.id, fact])).values()) {
    const evidenceId = (await holdFact(tx, { agencyId, id }))?.evidenceId ?? ''
    const opened = await openPublicFile(tx, ctx, { agencyId, evidenceId })
    if (!opened.ok) return err({ code: opened.error })
    if (opened.value.sha256 !== file?.sha256) return err({ code: 'file.replaced' })
  }
  return ok(null)
}
