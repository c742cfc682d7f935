import type { IsoDay } from '../../../kernel/thai-date.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'

/** Cases whose day of erasure has come, that nothing blocks: no legal hold, and no addition that nobody has read. */
export async function listErasable(
  tx: Tx,
  { agencyId, today }: Readonly<{ agencyId: string; today: IsoDay }>,
): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('protected.report')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('status', 'in', ['closed', 'junk'])
    .where('erase_due', '<=', today)
    .where('legal_hold', '=', false)
    .where('has_unread_addition', '=', false)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(({ id }) => id)
}

/** Every case that was not erased. */
export async function listCaseIds(tx: Tx, agencyId: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('protected.report')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('status', '<>', 'erased')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

export async function saveHold(
  tx: Tx,
  { agencyId, reportId, isHeld }: Readonly<{ agencyId: string; reportId: string; isHeld: boolean }>,
): Promise<void> {
  await tx
    .updateTable('protected.report')
    .set({ legal_hold: isHeld })
    .where('agency_id', '=', agencyId)
    .where('id', '=', reportId)
    .execute()
}

/** From here on nobody gets in, with the receipt or with a key; what is left of it goes next. */
export async function markErased(
  tx: Tx,
  { agencyId, reportIds }: Readonly<{ agencyId: string; reportIds: readonly string[] }>,
): Promise<void> {
  if (reportIds.length === 0) return
  await tx
    .updateTable('protected.report')
    .set({
      status: 'erased',
      lookup: null,
      sealed_claim: null,
      reporter_sealing_key: NOTHING,
      reporter_signing_key: NOTHING,
      wrapped_reporter_key: Buffer.alloc(0),
      erase_due: null,
    })
    .where('agency_id', '=', agencyId)
    .where('id', 'in', reportIds)
    .execute()
}

const NOTHING = Buffer.alloc(32)

/** Cases that were marked and of which something is left, with the paths of their files: also after a stop in between. */
export async function listHalfErased(
  tx: Tx,
  agencyId: string,
): Promise<readonly Readonly<{ reportId: string; paths: readonly string[] }>[]> {
  const cases = await tx
    .selectFrom('protected.report as report')
    .innerJoin('protected.epoch as epoch', (join) =>
      join.onRef('epoch.agency_id', '=', 'report.agency_id').onRef('epoch.report_id', '=', 'report.id'),
    )
    .select('report.id')
    .distinct()
    .where('report.agency_id', '=', agencyId)
    .where('report.status', '=', 'erased')
    .orderBy('report.id')
    .execute()
  const found = []
  for (const { id } of cases) {
    const files = await tx
      .selectFrom('protected.sealed_file')
      .select('path')
      .where('agency_id', '=', agencyId)
      .where('report_id', '=', id)
      .execute()
    found.push({ reportId: id, paths: files.map(({ path }) => path) })
  }
  return found
}

/** Takes out everything of a case but the row that says that there was one. */
export async function deleteContents(
  tx: Tx,
  { agencyId, reportId }: Readonly<{ agencyId: string; reportId: string }>,
): Promise<void> {
  const tables = [
    'protected.identity_release',
    'protected.identity',
    'protected.sealed_file',
    'protected.item',
    'protected.case_grant',
    'protected.epoch',
  ] as const
  for (const table of tables)
    await tx.deleteFrom(table).where('agency_id', '=', agencyId).where('report_id', '=', reportId).execute()
}

/** Which of these paths a case of the agency names. */
export async function filePathsAmong(
  tx: Tx,
  { agencyId, paths }: Readonly<{ agencyId: string; paths: readonly string[] }>,
): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('protected.sealed_file')
    .select('path')
    .where('agency_id', '=', agencyId)
    .where('path', 'in', [...paths])
    .execute()
  return new Set(rows.map(({ path }) => path))
}
