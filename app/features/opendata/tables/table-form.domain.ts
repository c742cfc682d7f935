/** The forms in which every register is handed out. */
export type TableForm = 'csv' | 'csv-bom' | 'xlsx' | 'json' | 'schema'
/** Those that hold its rows. */
export const ROW_FORMS = ['csv', 'csv-bom', 'xlsx', 'json'] as const satisfies readonly TableForm[]

const FILE_NAMES: Readonly<Record<TableForm, (key: string) => string>> = {
  csv: (key) => `${key}.csv`,
  'csv-bom': (key) => `${key}-bom.csv`,
  xlsx: (key) => `${key}.xlsx`,
  json: (key) => `${key}.json`,
  schema: () => 'schema.json',
}

export const tableFileName = (key: string, form: TableForm): string => FILE_NAMES[form](key)

export const MEDIA_TYPES: Readonly<Record<TableForm, string>> = {
  csv: 'text/csv',
  'csv-bom': 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
  schema: 'application/json',
}
