import type { TextOf } from '../../../i18n/language.ts'
import type { scoreTh } from './score.th.ts'

export const scoreEn: TextOf<typeof scoreTh> = {
  reasons: {
    value: 'It is there',
    none: 'Declared that there is none',
    missing: 'Nothing is there; an empty element never passes',
  },
  answer: (element) => `Give “${element}”, or declare that there is none, with the reason`,
  notPublished: 'The item is not published: an assessor cannot open it',
  notReported: 'No published report answers this item yet',
}
