import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { PEOPLE_POLICY } from '../../people.policy.ts'
import type { RosterError } from '../roster.errors.ts'
import { loadDirectory } from '../roster.repo.server.ts'
import { rosterTable } from '../roster-export.domain.ts'
import { type RosterFile, type RosterFormat, writeRoster } from '../write-roster.server.ts'

/** The roster of today as a file; that it went out is written down. */
export async function exportRoster(
  ctx: Ctx,
  { format, lang }: { format: RosterFormat; lang: 'th' | 'en' },
): Promise<Result<RosterFile, RosterError>> {
  const exported = await inTransaction<{ table: readonly (readonly string[])[]; today: string }, RosterError>(
    ctx,
    async (tx) => {
      const refusal = refusalOf(PEOPLE_POLICY, 'roster.export', ctx.actor)
      if (refusal) return err(refusal)
      const directory = await loadDirectory(tx, ctx)
      const table = rosterTable(directory, lang)
      await writeAudit(tx, {
        agencyId: ctx.agency.id,
        actor: ctx.actor,
        action: 'roster.exported',
        object: { kind: 'agency', id: ctx.agency.id },
        detail: { format, rows: table.length - 1 },
      })
      return ok({ table, today: directory.today })
    },
  )
  if (!exported.ok) return exported
  const { table, today } = exported.value
  return ok(await writeRoster(table, { format, lang, name: `roster-${ctx.agency.code}-${today}` }))
}
