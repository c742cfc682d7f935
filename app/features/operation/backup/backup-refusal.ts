import type { Bilingual } from '../../../i18n/language.ts'
import { sentenceOf } from '../../../i18n/said.ts'
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
  return new BackupRefusal(code, sentenceOf({ th: backupRefusalTh, en: backupRefusalEn }, code, parameters))
}
