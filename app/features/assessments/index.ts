/** Front door of the room for pure code. */
export { ASSESSMENTS_POLICY } from './assessments.policy.ts'
export type { Score } from './score.domain.ts'
export { assessmentsActsText } from './text/index.ts'
export { type BlindSpots, blindSpotsOf, type WatchedItem } from './themes/blind-spots.domain.ts'
export {
  type Contradiction,
  type ContradictionKind,
  contradictionsOf,
  type YearContradictions,
} from './themes/contradictions.domain.ts'
export { draftAnalysis } from './themes/draft-analysis.domain.ts'
export { themeTitles } from './themes/text/index.ts'
export { findTheme, type ThemeKey, type ViewName } from './themes/theme.table.ts'
export type { ThemeView, ViewPart } from './themes/theme-view.domain.ts'
