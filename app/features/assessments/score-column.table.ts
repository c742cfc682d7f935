/** Columns of a sheet of scores, one row a score. A year and an item make the reference; neither is ever assumed. */
export const SCORE_COLUMNS = ['year', 'item', 'value', 'nAnswered', 'nRequired'] as const
export type ScoreColumn = (typeof SCORE_COLUMNS)[number]
