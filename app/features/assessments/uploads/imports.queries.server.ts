import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { type ColumnMapping, readMapping } from '../reading/mapping.domain.ts'

/** A file that came in, with what it brought. */
export type ListedImport = Readonly<{
  id: string
  kind: 'sheet' | 'answers'
  fileName: string
  sha256: string
  sourceNote: string | null
  importedAt: Date
  importedBy: string
  /** How it was read; null for files of before. */
  mapping: ColumnMapping | null
  /** Figures that it brought, and how many of them still stand. */
  brought: number
  standing: number
}>

/** The newest first. */
export const listImports = (ctx: Ctx): Promise<readonly ListedImport[]> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const rows = await tx
      .selectFrom('score_import')
      .selectAll()
      .where('agency_id', '=', ctx.agency.id)
      .orderBy('imported_at', 'desc')
      .orderBy('id')
      .execute()
    const counted = (table: 'assessment_score' | 'assessment_total') =>
      tx
        .selectFrom(table)
        .select((expression) => [
          'import_id',
          expression.fn.countAll<string>().as('brought'),
          expression.fn.countAll<string>().filterWhere('superseded_at', 'is', null).as('standing'),
        ])
        .where('agency_id', '=', ctx.agency.id)
        .groupBy('import_id')
        .execute()
    const counts = [...(await counted('assessment_score')), ...(await counted('assessment_total'))]
    return rows.map((row) => {
      const own = counts.filter((count) => count.import_id === row.id)
      return {
        id: row.id,
        kind: row.kind === 'answers' ? 'answers' : 'sheet',
        fileName: row.file_name,
        sha256: row.sha256,
        sourceNote: row.source_note,
        importedAt: row.imported_at,
        importedBy: row.imported_by,
        mapping: readMapping(row.mapping),
        brought: own.reduce((sum, { brought }) => sum + Number(brought), 0),
        standing: own.reduce((sum, { standing }) => sum + Number(standing), 0),
      }
    })
  })
