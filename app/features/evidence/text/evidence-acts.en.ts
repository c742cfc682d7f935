import type { TextOf } from '../../../i18n/language.ts'
import type { evidenceActsTh } from './evidence-acts.th.ts'

export const evidenceActsEn: TextOf<typeof evidenceActsTh> = {
  'evidence.read': 'see evidence that is not confidential',
  'evidence.read-confidential': 'see confidential evidence',
  'evidence.add': 'add evidence',
  'evidence.change': 'change and remove evidence',
}
