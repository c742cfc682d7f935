import type { Language } from '../../../../i18n/language.ts'
import { codeOf, yearOf } from '../../../../kernel/item-ref.ts'
import type { Choice } from '../../../../ui/form.tsx'
import type { Item } from '../../../catalogue/index.ts'
import { cyclesPageText } from '../text/index.ts'

/** Items of a catalogue as a field offers them: code, year, and what they ask for. */
export const itemChoices = (items: readonly Item[], lang: Language): readonly Choice[] =>
  items.map(({ ref, title }) => ({
    value: ref,
    label: cyclesPageText(lang)
      .item(codeOf(ref), yearOf(ref), title?.[lang] ?? '')
      .trim(),
  }))
