import { codeOf, type ItemRef, yearOf } from '../../../kernel/item-ref.ts'
import { citedIn, plainText } from '../../../kernel/rich-text.ts'
import { type Catalogue, findIndicator, findItem } from '../../catalogue/index.ts'
import type { Issue, Outcome } from '../../improvement/index.ts'
import { findingSentence } from '../text/index.ts'
import type { Finding } from '../verdict.domain.ts'
import { type FindingInput, ownMeasure, scoresOf, whereIs } from './finding-input.domain.ts'
import { tellingWords } from './telling-words.th.ts'

/**
 * "All indicators rose" while scores are shown for some of the items the analysis cites. Only items of the instruments
 * that the shown pairs belong to are expected: a claim about the public's answers says nothing about the staff's.
 */
export const findAllRoseClaims = (input: FindingInput): Finding[] =>
  input.cycle.issues.flatMap((issue) =>
    issue.outcomes.flatMap((outcome) => judgeClaim(input, issue, outcome)),
  )

function judgeClaim({ catalogue, cycle }: FindingInput, issue: Issue, outcome: Outcome): Finding[] {
  const claim = claimIn(outcome)
  const shown = shownItems(issue)
  if (claim === null || shown.length === 0) return []
  const instruments = new Set(shown.map((ref) => instrumentOf(catalogue, ref)))
  const cited = citedIn(issue.analysis).filter(
    (ref) => yearOf(ref) === cycle.resultsYear && instruments.has(instrumentOf(catalogue, ref)),
  )
  const missing = cited.filter((ref) => !isShown(catalogue, ref, shown))
  if (missing.length === 0) return []
  return [
    {
      code: 'claim.all-rose-not-all-shown',
      place: { issue: issue.number, measure: ownMeasure(outcome) },
      evidence: [claim],
      where: whereIs({ issue: issue.number, measure: ownMeasure(outcome), part: 'outcome' }),
      message: findingSentence((words) =>
        words.allRoseNotAllShown(missing.map(codeOf).join(', '), cited.length - missing.length, cited.length),
      ),
    },
  ]
}

/** The line of an outcome that claims that everything rose; null when none does. */
export const claimIn = ({ text }: Outcome): string | null =>
  text.state === 'value'
    ? (plainText(text.value)
        .split('\n')
        .find((line) => tellingWords.allRose.test(line)) ?? null)
    : null

/** What the pairs of an issue measured in the year the analysis reads. */
const shownItems = (issue: Issue): ItemRef[] =>
  scoresOf([issue])
    .map(({ fact }) => fact.before?.of ?? null)
    .filter((ref) => ref !== null)

/** Shown by itself, or within the indicator it belongs to. */
function isShown(catalogue: Catalogue, ref: ItemRef, shown: readonly ItemRef[]): boolean {
  const indicator = findItem(catalogue, ref)?.indicator ?? null
  return shown.includes(ref) || (indicator !== null && shown.includes(indicator))
}

// The first letter of an item's code is that of its instrument (i, e, o).
const instrumentOf = (catalogue: Catalogue, ref: ItemRef): string =>
  (findIndicator(catalogue, ref)?.instrument ?? codeOf(ref)).charAt(0).toLowerCase()
