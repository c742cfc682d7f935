import type { TextOf } from '../../i18n/language.ts'
import type { shellTh } from './shell.th.ts'

export type ShellText = TextOf<typeof shellTh>

export const shellEn: ShellText = {
  productName: 'Prongsai',
  what: 'Integrity and transparency in operations (ITA)',
  skip: 'Skip to main content',
  mainMenu: 'Main menu',
  home: 'Home',
  reports: 'Yearly report',
  disclosure: 'Disclosure (OIT)',
  otherLanguage: 'ภาษาไทย',
  textSize: 'Text size',
  /** Stands on the buttons of the text size. */
  letter: 'A',
  textNormal: 'Normal text',
  textLarge: 'Large text',
  textLarger: 'Very large text',
  theme: 'Colours',
  themeLight: 'Light',
  themeDark: 'Dark',
  themeContrast: 'High contrast',
  crumbs: 'Where you are',
  footStatement: (agency) => `Published by ${agency}`,
  footProduct: 'Made with Prongsai, free software for the integrity and transparency work of public agencies',
  verify: 'Check a document',
  forStaff: 'For staff',
  notFoundTitle: 'Page not found',
  notFoundBody: 'Nothing is published at this address. Check the address, or start from the home page.',
  faultTitle: 'Something went wrong',
  faultBody:
    'Nothing was lost. Please try this page again in a moment; if it still fails, tell the administrator of the agency.',
  toHome: 'Back to the home page',
}
