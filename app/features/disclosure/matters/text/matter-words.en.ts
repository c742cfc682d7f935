import type { TextOf } from '../../../../i18n/language.ts'
import type { matterWordsTh } from './matter-words.th.ts'

export const matterWordsEn: TextOf<typeof matterWordsTh> = {
  title: (code, year, title) => `OIT item ${code} of ${year} ${title}`.trim(),
  unit: 'Responsible unit',
  missing: 'Nothing',
  declared: (text, by) => `Declared none: ${text} (${by})`,
}
