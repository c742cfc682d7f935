import { compareDecimal } from '../../../kernel/decimal.ts'
import { codeOf, type ItemRef } from '../../../kernel/item-ref.ts'
import type { RichText, Run } from '../../../kernel/rich-text.ts'
import type { Measurement, OutcomeFact, ScoreFact } from '../cycle.domain.ts'
import { outcomeWords } from './outcome-words.th.ts'

/** A sentence that states a fact, for somebody to go on from. An import of it finds the same fact. */
export function draftSentence(fact: OutcomeFact, fiscalYear: number): RichText {
  if (fact.kind === 'absence' || fact.kind === 'completion')
    return [{ kind: 'paragraph', runs: [{ text: outcomeWords[fact.kind](fiscalYear) }] }]
  const name: readonly Run[] = fact.label === '' ? [] : [{ text: fact.label, strong: true }]
  const runs = [...name, { text: statement(fact) }, ...source(fact, fiscalYear)]
  return [{ kind: 'paragraph', runs: joined(runs) }]
}

function statement({ kind, before, after }: ScoreFact): string {
  const printed = ({ value }: Measurement) =>
    kind === 'percentage' ? `${outcomeWords.percent} ${value}` : `${value} ${outcomeWords.points}`
  if (!before?.year) return outcomeWords[kind === 'percentage' ? 'singlePercent' : 'single'](printed(after))
  const change = compareDecimal(after.value, before.value)
  const verb = change > 0 ? outcomeWords.rose : change < 0 ? outcomeWords.fell : outcomeWords.same
  return outcomeWords.pair({ year: before.year, from: printed(before), verb, to: printed(after) })
}

/** The year of the later value and what was measured, as citations, so that a reader can look it up. */
function source({ before, after }: ScoreFact, fiscalYear: number): readonly Run[] {
  const refs = [after.of, before?.of ?? null]
  const [of, was] = refs
  const cited = of ? citation(of, fiscalYear) : []
  const isOther = of && was && codeOf(of) !== codeOf(was)
  return [
    { text: outcomeWords.year(after.year ?? fiscalYear) },
    ...cited,
    ...(isOther ? [{ text: outcomeWords.comparedWith }, ...citation(was, fiscalYear)] : []),
    { text: outcomeWords.end },
  ]
}

function citation(ref: ItemRef, fiscalYear: number): readonly Run[] {
  const code = codeOf(ref)
  const lead = code.startsWith('ind') ? outcomeWords.indicator : outcomeWords.item
  return [{ text: lead }, { text: ref.startsWith(`${fiscalYear}:`) ? code : ref, cites: [ref] }]
}

/** Neighbours that look alike as one run, as they are read again. */
function joined(runs: readonly Run[]): readonly Run[] {
  const done: Run[] = []
  for (const run of runs) {
    const last = done.at(-1)
    const isSame = last && !last.cites && !run.cites && last.strong === run.strong
    if (isSame) done[done.length - 1] = { ...last, text: last.text + run.text }
    else done.push(run)
  }
  return done
}
