import type { Bilingual } from '../../i18n/language.ts'
import { databaseRefusalEn } from './database-refusal.en.ts'
import { databaseRefusalTh } from './database-refusal.th.ts'

type Words = typeof databaseRefusalTh
export type DatabaseRefusalCode = keyof Words

/**
 * Why the database could not be opened. Thrown, unlike other refusals: without a database no command and no page goes
 * on, and the one place that starts the program shows `text` and ends.
 */
export class DatabaseRefusal extends Error {
  readonly code: DatabaseRefusalCode
  readonly text: Bilingual

  constructor(code: DatabaseRefusalCode, text: Bilingual) {
    super(text.en)
    this.name = 'DatabaseRefusal'
    this.code = code
    this.text = text
  }
}

/** Builds the refusal of a code with the parameters that its sentence takes. */
export function databaseRefusal<C extends DatabaseRefusalCode>(
  code: C,
  ...parameters: Parameters<Words[C]>
): DatabaseRefusal {
  type Sentence = (...values: Parameters<Words[C]>) => string
  const th = databaseRefusalTh[code] as Sentence
  const en = databaseRefusalEn[code] as Sentence
  return new DatabaseRefusal(code, { th: th(...parameters), en: en(...parameters) })
}
