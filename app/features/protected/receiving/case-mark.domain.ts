/** By what recipients call a case among themselves: no number that counts. `1A2B-3C4D` */
export const caseMark = (caseId: string): string => {
  const signs = caseId.replaceAll('-', '').slice(0, 8).toUpperCase()
  return `${signs.slice(0, 4)}-${signs.slice(4)}`
}

/** What came of a case. */
export const OUTCOMES = [
  'substantiated',
  'referred',
  'unsubstantiated',
  'insufficient',
  'out-of-scope',
] as const
export type Outcome = (typeof OUTCOMES)[number]

export const isOver = (status: string): boolean =>
  status === 'closed' || status === 'junk' || status === 'erased'
