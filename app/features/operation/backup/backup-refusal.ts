import type { Bilingual } from '../../../i18n/language.ts'
import { backupRefusalEn } from './backup-refusal.en.ts'
import { backupRefusalTh } from './backup-refusal.th.ts'

type Words = typeof backupRefusalTh
export type BackupRefusalCode = keyof Words

/** Why a backup is not made, read or restored. Thrown, since it ends the command from deep within a stream. */
export class BackupRefusal extends Error {
  readonly code: BackupRefusalCode
  readonly text: Bilingual

  constructor(code: BackupRefusalCode, text: Bilingual) {
    super(text.en)
    this.name = 'BackupRefusal'
    this.code = code
    this.text = text
  }
}

/** Builds the refusal of a code with the parameters that its sentence takes. */
export function backupRefusal<C extends BackupRefusalCode>(
  code: C,
  ...parameters: Parameters<Words[C]>
): BackupRefusal {
  type Sentence = (...values: Parameters<Words[C]>) => string
  const th = backupRefusalTh[code] as Sentence
  const en = backupRefusalEn[code] as Sentence
  return new BackupRefusal(code, { th: th(...parameters), en: en(...parameters) })
}
