import type { TextOf } from '../../../i18n/language.ts'
import type { operationActsTh } from './operation-acts.th.ts'

export const operationActsEn: TextOf<typeof operationActsTh> = {
  'operation.read': 'see how the program runs',
}
