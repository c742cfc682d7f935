import type { Bilingual } from '../../../i18n/language.ts'
import type { DatasetField } from '../../opendata/index.ts'
import { registersEn } from './text/registers.en.ts'
import { registersTh } from './text/registers.th.ts'

type Column = keyof typeof registersTh.columns
type Keyword = keyof typeof registersTh.keywords
type Register = Exclude<keyof typeof registersTh, 'columns' | 'keywords'>

/** A column that every row has a value in. */
export const always = (name: Column, type: DatasetField['type'] = 'string'): DatasetField => ({
  ...sometimes(name, type),
  isRequired: true,
})

/** A column that is empty where nothing is known. */
export const sometimes = (name: Column, type: DatasetField['type'] = 'string'): DatasetField => ({
  name,
  type,
  title: { th: registersTh.columns[name], en: registersEn.columns[name] },
  isRequired: false,
})

/** Title, description and objective of a register. */
export const wordsOf = (
  register: Register,
): Readonly<Record<'title' | 'description' | 'objective', Bilingual>> => {
  const [th, en] = [registersTh[register], registersEn[register]]
  return {
    title: { th: th.title, en: en.title },
    description: { th: th.description, en: en.description },
    objective: { th: th.objective, en: en.objective },
  }
}

export const keywordsOf = (...names: readonly Keyword[]): readonly Bilingual[] =>
  names.map((name) => ({ th: registersTh.keywords[name], en: registersEn.keywords[name] }))
