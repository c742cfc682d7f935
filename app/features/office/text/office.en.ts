import type { TextOf } from '../../../i18n/language.ts'
import type { officeTh } from './office.th.ts'

export type OfficeText = TextOf<typeof officeTh>
export const officeEn: OfficeText = {
  title: 'Work of the agency',
  skip: 'Skip to the main content',
  menu: 'Work menu',
  home: 'First page of work',
  toSite: 'See the site',
  account: 'My account',
  signOut: 'Sign out',
}
