import type { Bilingual, Language } from '../../i18n/language.ts'

/** A column of a register, by Table Schema of Data Package v2; `year` is a year of the Buddhist era. */
export type DatasetField = Readonly<{
  name: string
  type: 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'datetime' | 'year'
  title: Bilingual
  isRequired: boolean
}>
/** One row; days as ISO days, moments as ISO moments in UTC, null where nothing is known. */
export type DatasetRow = Readonly<Record<string, string | number | boolean | null>>

/** How often a register is renewed: `update_frequency_unit` of the Thai GDC metadata. */
export type UpdateUnit = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'irregular'

/** A public register, described; everything but its rows. */
export type DatasetFacts = Readonly<{
  /** Its address behind `/data/`: small letters, digits and hyphens. Never changes. */
  key: string
  title: Bilingual
  description: Bilingual
  /** What it is for: `objective` of the Thai GDC metadata. */
  objective: Bilingual
  keywords: readonly Bilingual[]
  /** `data_type` of the Thai GDC metadata: ข้อมูลระเบียน or ข้อมูลสถิติ. */
  dataType: 'record' | 'statistic'
  updates: UpdateUnit
  fields: readonly DatasetField[]
  primaryKey: readonly string[]
  /** The page on which people read the same. */
  page: (lang: Language) => string
}>
