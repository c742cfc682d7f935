import type { Language } from '../../../i18n/language.ts'
import { codeOf, yearOf } from '../../../kernel/item-ref.ts'
import { plain } from '../../../kernel/rich-text.ts'
import { elementPlace } from '../element-place.domain.ts'
import type { ReportBlock } from '../report.domain.ts'
import type { ReportInput } from '../report-input.domain.ts'
import { reportHeadings, verdictWords } from '../text/index.ts'
import type { ElementState, Verdict } from '../verdict.domain.ts'
import { centerCell, countCell, headCell, textCell } from './table-cell.domain.ts'

const STATES: readonly ElementState[] = ['value', 'shared', 'none', 'missing']

/** The score, how many elements are in which state, and every element that does not pass with what to do about it. */
export function verdictBlocks({ cycle, verdict, lang }: ReportInput): ReportBlock[] {
  const headings = reportHeadings(lang)
  if (verdict === null)
    return [
      { kind: 'text', text: plain(headings.verdictNoRule(codeOf(cycle.answers), yearOf(cycle.answers))) },
    ]
  const passed = verdict.elements.filter(({ passes }) => passes).length
  const score = headings.verdictScore(codeOf(verdict.item), yearOf(verdict.item), verdict.score)
  return [
    { kind: 'text', text: [{ kind: 'paragraph', runs: [{ text: score, strong: true }] }] },
    { kind: 'text', text: plain(headings.verdictPassed(passed, verdict.elements.length)) },
    stateTable(verdict, lang),
    ...failedTable(verdict, lang),
  ]
}

function stateTable(verdict: Verdict, lang: Language): ReportBlock {
  const headings = reportHeadings(lang)
  const keys = [...new Set(verdict.elements.map(({ element }) => element))]
  return {
    kind: 'table',
    caption: headings.verdictTable,
    head: headings.verdictHead,
    rows: keys.map((key) => {
      const elements = verdict.elements.filter(({ element }) => element === key)
      const passes = elements.every((element) => element.passes)
      return [
        headCell(verdictWords(lang).element[key]),
        ...STATES.map((state) => countCell(elements.filter((element) => element.state === state).length)),
        centerCell(passes ? headings.passes : headings.fails),
      ]
    }),
    widths: [35, 13, 13, 13, 13, 13],
  }
}

function failedTable(verdict: Verdict, lang: Language): ReportBlock[] {
  const headings = reportHeadings(lang)
  const failed = verdict.elements.filter(({ passes }) => !passes)
  if (failed.length === 0) return []
  return [
    {
      kind: 'table',
      caption: headings.failedTable,
      head: headings.failedHead,
      rows: failed.map((element) => [
        headCell(elementPlace(element)[lang]),
        textCell(element.reason[lang]),
        textCell(element.remedy?.[lang] ?? ''),
      ]),
      widths: [22, 33, 45],
    },
  ]
}
