import type { GuideWords } from './guide-words.th.ts'

export const guideEn: GuideWords = {
  product: 'Prongsai',
  guide: 'Guide',
  skip: 'Skip to the main content',
  contents: 'Contents',
  onThisPage: 'On this page',
  before: 'Previous page',
  next: 'Next page',
  aroundPage: 'Previous and next page',
  otherLanguage: 'ภาษาไทย',
  index: 'Index',
  indexLead:
    'Every heading of the guide, and the names of buttons, fields and menus that it mentions. Use your browser’s find command (Ctrl+F) to look for a word.',
  headings: 'Headings',
  labels: 'Words on the screens',
  label: 'Words',
  pages: 'Found on',
  anchor: (heading) => `Link to the heading ${heading}`,
  missingPicture: 'Screenshot',
  table: 'Table',
  foot: 'This guide is made from the folder docs/guide of the program. Its screenshots are taken of the example agency. It can be read without the internet.',
}
