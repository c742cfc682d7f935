import type { MaybeBilingual } from '../../i18n/language.ts'
import type { ElementAnswer, Fact, ItemContent, ItemScore, Required } from './disclosure.domain.ts'
import { scoreWords } from './text/index.ts'

type Given = Readonly<{
  year: number
  code: string
  unit: MaybeBilingual | null
  required: readonly Required[]
  /** By the key of the element. */
  answers: ReadonlyMap<string, ElementAnswer>
}>

/** What becomes public of an item: every element that it asks for, those that nothing answers too. */
export const contentOf = ({ year, code, unit, required, answers }: Given): ItemContent => ({
  schema: 'prongsai.oit-item/1',
  year,
  code,
  unit,
  elements: required.map(({ key }) => answers.get(key) ?? missing(key)),
})

export const missing = (key: string): ElementAnswer => ({ key, state: 'missing', facts: [], declared: null })

/** Whether anything of it is answered. */
export const isEmpty = ({ elements }: Pick<ItemContent, 'elements'>): boolean =>
  elements.every(({ state }) => state === 'missing')

/** The page of a published report, as the one fact that answers an item by a rule. */
export function reportAnswers(
  { elements }: Pick<ItemScore, 'elements'>,
  report: Readonly<{ fiscalYear: number; version: number; path: string }> | null,
): ReadonlyMap<string, ElementAnswer> {
  if (report === null) return new Map()
  const fact: Fact = {
    id: 'report',
    version: report.version,
    kind: 'page',
    title: scoreWords((words) => words.reportOf(report.fiscalYear)),
    words: null,
    file: null,
    address: report.path,
    date: null,
  }
  return new Map(
    elements.map(({ key, state }) => [
      key,
      state === 'missing' ? missing(key) : { key, state: 'value', facts: [fact], declared: null },
    ]),
  )
}
