import type { Ticket } from './ticket.domain.ts'

type Officer = Readonly<{ id: string; unitIds: readonly string[]; isDesk: boolean; isAdministrator: boolean }>
type Assigned = Pick<Ticket, 'unitId' | 'officerId'>

/** Who works on a ticket: the officer it was given to, else everybody who answers for its unit, else the desk. */
export function workersOf<Who extends Officer>(
  { unitId, officerId }: Assigned,
  officers: readonly Who[],
): readonly Who[] {
  const officer = officers.filter(({ id }) => id === officerId)
  if (officer.length > 0) return officer
  const owners = officers.filter(({ unitIds }) => unitId !== null && unitIds.includes(unitId))
  return owners.length > 0 ? owners : officers.filter(({ isDesk }) => isDesk)
}

/**
 * Who is told at a step of escalation: at the first the head of the unit with who works on it, at the second the desk, at the
 * third the administrators. A unit without a head tells the desk at once, and so does a ticket of no unit.
 */
export function toldAtStep<Who extends Officer>(
  step: number,
  ticket: Assigned,
  {
    officers,
    heads,
  }: Readonly<{ officers: readonly Who[]; heads: ReadonlyMap<string, Readonly<{ id: string }>> }>,
): readonly string[] {
  const head = ticket.unitId === null ? undefined : heads.get(ticket.unitId)
  const desk = officers.filter(({ isDesk }) => isDesk).map(({ id }) => id)
  const told =
    step >= 3
      ? officers.filter(({ isAdministrator }) => isAdministrator).map(({ id }) => id)
      : step === 2
        ? desk
        : [...workersOf(ticket, officers).map(({ id }) => id), ...(head ? [head.id] : desk)]
  return [...new Set(told)]
}
