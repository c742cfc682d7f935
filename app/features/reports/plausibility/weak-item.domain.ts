import { codeOf, type ItemRef, yearOf } from '../../../kernel/item-ref.ts'
import { type RichText, type Run, runsOf } from '../../../kernel/rich-text.ts'
import { type Catalogue, endingsOf, frameworkYears, successors } from '../../catalogue/index.ts'
import { findingSentence } from '../text/index.ts'
import type { Finding } from '../verdict.domain.ts'
import { type FindingInput, whereIs } from './finding-input.domain.ts'
import { tellingWords } from './telling-words.th.ts'

type WeakItem = Readonly<{ ref: ItemRef; passage: string }>

/**
 * Items that an analysis calls weak and that the next framework year no longer asks. Weak are the items cited after the
 * analysis turns ("however", "but") and those cited in emphasised words.
 */
export function findWeakItemsNotMeasuredAgain({ cycle, catalogue }: FindingInput): Finding[] {
  const nextYear = nextFrameworkYear(catalogue, cycle.resultsYear)
  if (nextYear === null) return []
  return cycle.issues.flatMap((issue) =>
    weakItems(issue.analysis)
      .filter(({ ref }) => isAskedNoMore(catalogue, ref, nextYear))
      .map(({ ref, passage }) => ({
        code: 'item.weak-not-measured-again' as const,
        place: { issue: issue.number, measure: null },
        evidence: [passage],
        where: whereIs({ issue: issue.number, part: 'analysis' }),
        message: findingSentence((words) => words.weakNotMeasured(codeOf(ref), yearOf(ref), nextYear)),
      })),
  )
}

const nextFrameworkYear = (catalogue: Catalogue, year: number): number | null =>
  frameworkYears(catalogue).find((each) => each > year) ?? null

/** Only what a source or a reasoned inference says counts: an item that nobody has looked for may still be asked. */
const isAskedNoMore = (catalogue: Catalogue, ref: ItemRef, nextYear: number): boolean =>
  successors(catalogue, ref, nextYear).length === 0 &&
  endingsOf(catalogue, ref).some(({ toYear, certainty }) => toYear === nextYear && certainty !== 'unverified')

function weakItems(analysis: RichText): WeakItem[] {
  const found = new Map<ItemRef, WeakItem>()
  let before = ''
  for (const run of runsOf(analysis)) {
    if (run.cites && isWeak(run, before))
      for (const ref of run.cites)
        if (!found.has(ref)) found.set(ref, { ref, passage: passageOf(before, run) })
    before += run.text
  }
  return [...found.values()]
}

const isWeak = (run: Run, before: string): boolean => run.strong === true || tellingWords.turn.test(before)

/** The words that lead to a citation, back to the citation before it, as printed. */
const passageOf = (before: string, run: Run): string =>
  `${before.slice(before.lastIndexOf(')') + 1)}${run.text})`.trim()
