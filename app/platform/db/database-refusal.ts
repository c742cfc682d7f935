import type { Bilingual } from '../../i18n/language.ts'
import { sentenceOf } from '../../i18n/said.ts'
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
  return new DatabaseRefusal(
    code,
    sentenceOf({ th: databaseRefusalTh, en: databaseRefusalEn }, code, parameters),
  )
}
