import { isDeepStrictEqual } from 'node:util'
import { refusalOf } from '../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { isUuid } from '../../../kernel/uuid.ts'
import { writeAudit } from '../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../platform/ctx.server.ts'
import type { DisclosureError } from '../disclosure.errors.ts'
import { DISCLOSURE_POLICY } from '../disclosure.policy.ts'
import { cleanFact, type TypedFact } from '../fact.domain.ts'
import { holdFact, renewFact } from '../fact.repo.server.ts'
import { readFactFile } from '../fact-file.server.ts'
import { isOpenUnit } from '../item.repo.server.ts'

export type ChangeFact = Readonly<{
  id: string
  /** A file without evidence keeps the one that it has. */
  fact: TypedFact
  unitId: string | null
  pages: readonly string[]
  /** The version that was shown in the form. */
  seenVersion: number
}>

/** Makes a new version of a fact, everywhere where it is used; false when nothing is other than it was. */
export const changeFact = (
  ctx: Ctx,
  { id, fact: typed, unitId, pages, seenVersion }: ChangeFact,
): Promise<Result<boolean, DisclosureError>> =>
  inTransaction<boolean, DisclosureError>(ctx, async (tx) => {
    const agencyId = ctx.agency.id
    const held = isUuid(id) ? await holdFact(tx, { agencyId, id }) : null
    const was = held?.unitId ?? null
    const may = (unit: string | null) =>
      refusalOf(DISCLOSURE_POLICY, 'disclosure.change', ctx.actor, { unitIds: unit === null ? [] : [unit] })
    const refusal = may(was) ?? may(unitId)
    if (refusal) return err(refusal)
    if (!held || held.isRemoved) return err({ code: 'fact.unknown' })
    if (held.fact.version !== seenVersion) return err({ code: 'fact.changed' })
    const evidenceId = typed.kind === 'file' ? (typed.evidenceId ?? held.evidenceId) : null
    const cleaned = cleanFact({ ...typed, evidenceId }, (path) => pages.includes(path))
    if (!cleaned.ok) return err({ code: cleaned.error })
    if (
      unitId !== null &&
      unitId !== was &&
      !(await isOpenUnit(tx, { agencyId, id: unitId, now: ctx.now() }))
    )
      return err({ code: 'item.unknown-unit' })
    const file = await readFactFile(tx, ctx, evidenceId)
    if (!file.ok) return err({ code: file.error })
    const content = cleaned.value
    const { id: _id, version, file: keptFile, ...kept } = held.fact
    const isSameFile = keptFile?.sha256 === file.value?.sha256 && keptFile?.fileName === file.value?.fileName
    if (isSameFile && unitId === was && isDeepStrictEqual(content, kept)) return ok(false)
    const number = version + 1
    await renewFact(tx, {
      agencyId,
      id,
      number,
      unitId,
      content,
      file: file.value,
      byName: ctx.actor.name,
      at: ctx.now(),
    })
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'disclosure-fact.changed',
      object: { kind: 'disclosure-fact', id },
      detail: { kind: content.kind, version: number },
    })
    return ok(true)
  })
