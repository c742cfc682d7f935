import type { TextOf } from '../../../../i18n/language.ts'
import type { apiWordsTh } from './api-words.th.ts'

export const apiWordsEn: TextOf<typeof apiWordsTh> = {
  noReport: 'No report of this year is public under this address; it may not be published, or be withdrawn.',
  noItem: 'The framework of this year has no such item.',
}
