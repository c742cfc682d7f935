import type { ItemContent } from '../cases/case.domain.ts'

/** Whom a reporter left out: persons, and the offices that the matter concerns. */
export type LeftOut = Readonly<{ persons: readonly string[]; offices: readonly string[] }>

/** As it stands, sealed, in the first item of a case. */
export const leftOutFacts = (leftOut: LeftOut): NonNullable<ItemContent['facts']> => ({
  leftOut: JSON.stringify(leftOut),
})

/** Whom the first item of a case leaves out; nobody where it does not say so. */
export function leftOutOf(items: readonly Readonly<{ content: ItemContent | null }>[]): LeftOut {
  const written = items[0]?.content?.facts?.leftOut
  return written === undefined ? { persons: [], offices: [] } : (JSON.parse(written) as LeftOut)
}

/** Whether a case must never be given to somebody, under whichever appointment, also one that they got later. */
export const isLeftOut = (
  { persons, offices }: LeftOut,
  { personId, officeKey }: Readonly<{ personId: string; officeKey: string | null }>,
): boolean => persons.includes(personId) || (officeKey !== null && offices.includes(officeKey))
