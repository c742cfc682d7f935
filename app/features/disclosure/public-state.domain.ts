import type { ItemScore } from './disclosure.domain.ts'
import type { PublicItem, PublicRow } from './item-work.domain.ts'

/** How an item stands for who reads its public page. */
export type PublicState = 'whole' | 'declared' | 'missing' | 'failing' | 'withdrawn' | 'not-public'

type Standing = Readonly<{
  score: ItemScore
  /** Whether a version of it stands, or a published report answers it. */
  isPublic: boolean
  isWithdrawn: boolean
}>

/** 'declared': everything it asks for was declared to be none. */
export function publicStateOf({ score, isPublic, isWithdrawn }: Standing): PublicState {
  if (!isPublic) return isWithdrawn ? 'withdrawn' : 'not-public'
  if (score.score === 100) return score.elements.every(({ state }) => state === 'none') ? 'declared' : 'whole'
  return missingOf(score) > 0 ? 'missing' : 'failing'
}

/** How an item stands in the list of its year. */
export const stateOfRow = (
  row: Pick<PublicRow, 'score' | 'isByReport' | 'shown' | 'changedAt'>,
): PublicState =>
  publicStateOf({
    score: row.score,
    isPublic: row.isByReport ? row.changedAt !== null : row.shown !== null,
    isWithdrawn: false,
  })

/** How the version of an item stands that its page shows. */
export const stateOfItem = (
  item: Pick<PublicItem, 'score' | 'byReport' | 'shown' | 'versions'>,
): PublicState =>
  publicStateOf({
    score: item.score,
    isPublic: item.byReport
      ? item.byReport.fiscalYear !== null
      : item.shown !== null && item.shown.withdrawn === null,
    isWithdrawn: item.versions.some(({ withdrawn }) => withdrawn !== null),
  })

/** How many elements do not pass. */
export const missingOf = (score: ItemScore): number => score.elements.filter(({ passes }) => !passes).length
