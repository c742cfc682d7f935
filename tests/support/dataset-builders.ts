import type { Catalog } from '../../app/features/opendata/catalog/catalog.server.ts'
import type { DatasetField, DatasetRow } from '../../app/features/opendata/dataset.domain.ts'
import type { DatasetSource } from '../../app/features/opendata/dataset-source.server.ts'
import { licenseOf, type Publisher } from '../../app/features/opendata/publisher.domain.ts'
import { ORIGIN } from './agency-at-work.ts'

export const aField = (
  name: string,
  type: DatasetField['type'] = 'string',
  isRequired = false,
): DatasetField => ({ name, type, isRequired, title: { th: `คอลัมน์ ${name}`, en: `Column ${name}` } })

/** A register of three columns, whose rows are given. */
export const aDataset = (
  rows: readonly DatasetRow[] = [{ id: 'one', year: 2567, amount: 1.5 }],
  change: Partial<DatasetSource> = {},
): DatasetSource => ({
  key: 'gifts',
  title: { th: 'ทะเบียนของขวัญ', en: 'Register of gifts' },
  description: { th: 'ของขวัญทุกชิ้นที่ "รับ" ไว้', en: 'Every gift that was "taken"' },
  objective: { th: 'ให้ตรวจสอบได้', en: 'To be checked' },
  keywords: [
    { th: 'ของขวัญ', en: 'gifts' },
    { th: 'No Gift/นโยบาย', en: 'No Gift Policy' },
  ],
  dataType: 'record',
  updates: 'month',
  fields: [aField('id', 'string', true), aField('year', 'year'), aField('amount', 'number')],
  primaryKey: ['id'],
  page: (lang) => (lang === 'en' ? '/en/gifts' : '/gifts'),
  rows: async () => rows,
  changedAt: async () => (rows.length === 0 ? null : new Date('2024-12-01T02:00:00Z')),
  ...change,
})

const aPublisher = (change: Partial<Publisher> = {}): Publisher => ({
  code: 'example',
  name: { th: 'หน่วยงานตัวอย่าง', en: 'Example Agency' },
  email: 'saraban@agency.example',
  telephone: '0 2612 6000',
  license: licenseOf('CC-BY-4.0'),
  ...change,
})

export const aCatalog = (datasets: Catalog['datasets'], change: Partial<Publisher> = {}): Catalog => ({
  origin: ORIGIN,
  publisher: aPublisher(change),
  datasets,
})
