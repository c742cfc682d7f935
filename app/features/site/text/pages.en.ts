import type { TextOf } from '../../../i18n/language.ts'
import type { pagesTh } from './pages.th.ts'

export type PagesText = TextOf<typeof pagesTh>

export const pagesEn: PagesText = {
  table: 'Table',
}
