import type { DatasetFacts, DatasetField } from '../dataset.domain.ts'

const TYPES: Readonly<Record<DatasetField['type'], object>> = {
  string: { type: 'string' },
  integer: { type: 'integer' },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  date: { type: 'date', format: 'default' },
  datetime: { type: 'datetime', format: 'default' },
  // A year of the Buddhist era would be read as one of the common era where the schema called it a year.
  year: { type: 'integer', calendar: 'buddhist' },
}

/** The columns of a register as Table Schema of Data Package v2; the rows of its CSV and JSON are described by it. */
export const tableSchema = ({ fields, primaryKey }: Pick<DatasetFacts, 'fields' | 'primaryKey'>) => ({
  $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
  fields: fields.map(({ name, title, isRequired, type }) => ({
    name,
    ...TYPES[type],
    title: title.th,
    titleEn: title.en,
    ...(isRequired && { constraints: { required: true } }),
  })),
  fieldsMatch: 'exact',
  ...(primaryKey.length > 0 && { primaryKey }),
  missingValues: [''],
})
