import type { Language } from '../../../i18n/language.ts'
import { measureFactsText } from '../measures/facts/text/index.ts'
import type { SheetCellFault, SheetOnlyFault } from './sheet.errors.ts'
import { sheetText } from './text/index.ts'

/** What is wrong with a cell as one sentence: what a form says at its fields is said in the same words. */
export function sheetSentence({ code, value }: SheetCellFault, lang: Language): string {
  const cellFaults = sheetText(lang).cellFaults
  const faults = measureFactsText(lang).faults
  return Object.hasOwn(cellFaults, code)
    ? cellFaults[code as SheetOnlyFault](value)
    : faults[code as keyof typeof faults](value)
}
