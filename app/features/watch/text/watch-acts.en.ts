import type { TextOf } from '../../../i18n/language.ts'
import type { watchActsTh } from './watch-acts.th.ts'

export const watchActsEn: TextOf<typeof watchActsTh> = {
  'watch.read': 'see what the watch over addresses found',
  'watch.run': 'check an address now and keep what was seen',
  'watched-host.change': 'say which other sites of the agency may be checked',
}
