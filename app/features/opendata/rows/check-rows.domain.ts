import type { DatasetFacts, DatasetField, DatasetRow } from '../dataset.domain.ts'

/** Why a row is not handed out. `row` counts from 1; `field` is null where it is about the row as a whole. */
export type RowFault = Readonly<{
  row: number
  field: string | null
  code: 'value-missing' | 'value-of-other-type' | 'unknown-field' | 'known-already'
}>

export type CheckedRows = Readonly<{ rows: readonly DatasetRow[]; faults: readonly RowFault[] }>

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/
/** Years of the Buddhist era that anything here may be about. */
const YEARS = { first: 2400, last: 2800 }

const isDay = (text: string): boolean => {
  const [, year, month, day] = DAY.exec(text) ?? []
  const read = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return !Number.isNaN(read.getTime()) && read.toISOString().slice(0, 10) === text
}

const FITS: Readonly<Record<DatasetField['type'], (value: string | number | boolean) => boolean>> = {
  string: (value) => typeof value === 'string',
  integer: (value) => Number.isSafeInteger(value),
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  boolean: (value) => typeof value === 'boolean',
  date: (value) => typeof value === 'string' && isDay(value),
  datetime: (value) => typeof value === 'string' && MOMENT.test(value) && !Number.isNaN(Date.parse(value)),
  year: (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= YEARS.first && value <= YEARS.last,
}

/**
 * The rows that are what the schema says, in the order of its fields, and why the others are not: what does not fit is
 * never handed out.
 */
export function checkRows(
  { fields, primaryKey }: Pick<DatasetFacts, 'fields' | 'primaryKey'>,
  rows: readonly DatasetRow[],
): CheckedRows {
  const names = new Set(fields.map(({ name }) => name))
  const seen = new Set<string>()
  const fitting: DatasetRow[] = []
  const faults: RowFault[] = []
  for (const [at, row] of rows.entries()) {
    const found = faultsOf(row, { fields, names }).map((fault) => ({ ...fault, row: at + 1 }))
    const key = JSON.stringify(primaryKey.map((name) => row[name] ?? null))
    if (found.length === 0 && primaryKey.length > 0 && seen.has(key))
      found.push({ field: null, code: 'known-already', row: at + 1 })
    if (found.length > 0) {
      faults.push(...found)
      continue
    }
    seen.add(key)
    fitting.push(Object.fromEntries(fields.map(({ name }) => [name, saidIn(row, name)])))
  }
  return { rows: fitting, faults }
}

/** Nothing at all and an empty text are the same in every form in which a register is handed out. */
const saidIn = (row: DatasetRow, name: string): string | number | boolean | null => {
  const value = row[name] ?? null
  return value === '' ? null : value
}

function faultsOf(
  row: DatasetRow,
  { fields, names }: Readonly<{ fields: readonly DatasetField[]; names: ReadonlySet<string> }>,
): Omit<RowFault, 'row'>[] {
  const unknown = Object.keys(row)
    .filter((name) => !names.has(name))
    .map((name) => ({ field: name, code: 'unknown-field' as const }))
  const wrong = fields.flatMap(({ name, type, isRequired }): Omit<RowFault, 'row'>[] => {
    const value = saidIn(row, name)
    if (value === null) return isRequired ? [{ field: name, code: 'value-missing' }] : []
    return FITS[type](value) ? [] : [{ field: name, code: 'value-of-other-type' }]
  })
  return [...unknown, ...wrong]
}
