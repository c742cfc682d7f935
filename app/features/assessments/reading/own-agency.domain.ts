import { mappedRows } from './mapped-rows.domain.ts'
import { agencyKey, type ColumnMapping, foldedHead } from './mapping.domain.ts'
import type { ResultTable } from './result-table.domain.ts'

/** The mapping with the agency of the file that has one of these names; as it was where none has, or several have. */
export function withOwnAgency(
  mapping: ColumnMapping,
  tables: readonly ResultTable[],
  names: readonly string[],
): ColumnMapping {
  const own = new Set(names.map(foldedHead))
  const keys = new Set(
    tables
      .flatMap((table) => mappedRows(table, mapping))
      .flatMap(({ agency }) =>
        agency !== null && own.has(foldedHead(agency.name)) ? [agencyKey(agency)] : [],
      ),
  )
  const [key] = keys
  return keys.size === 1 && key !== undefined ? { ...mapping, agency: key } : mapping
}
