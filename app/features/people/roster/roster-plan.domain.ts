import { isAlwaysHeld, type Span } from '../directory/role.domain.ts'
import { planPersons } from './plan-persons.domain.ts'
import { planUnits } from './plan-units.domain.ts'
import type { Directory, RosterPlan } from './roster.domain.ts'
import type { CellFault } from './roster.errors.ts'
import { faultAt, type RosterRow } from './roster-rows.domain.ts'

/** Reads rows against what the agency holds: a plan, or every fault by its cell. */
export function planRoster(
  rows: readonly RosterRow[],
  directory: Directory,
): { plan: RosterPlan; faults: readonly CellFault[] } {
  const faults: CellFault[] = []
  const own = rows.filter((row) => isOwn(row, directory.agencyCode, faults))
  const units = planUnits(own, directory.units, faults)
  const persons = planPersons(own, { directory, unitOf: units.unitOf, byText: units.byText, faults })
  const plan = {
    units: units.planned,
    persons: persons.planned,
    unchanged: { units: units.unchanged, persons: persons.unchanged },
  }
  const left = administratorsAfter(plan, directory)
  const [firstEnd] = persons.administratorEnds
  if (firstEnd && !isAlwaysHeld(left, directory.today))
    faults.push(faultAt(firstEnd, 'roster.last-administrator'))
  return { plan, faults }
}

function isOwn({ sheet, row, cells }: RosterRow, agencyCode: string, faults: CellFault[]): boolean {
  const { agencyCode: cell } = cells
  if (!cell || cell.text.toLowerCase() === agencyCode) return true
  faults.push(faultAt({ sheet, row, column: cell.column }, 'roster.other-agency', cell.text, agencyCode))
  return false
}

function administratorsAfter(plan: RosterPlan, { grants }: Directory): readonly Span[] {
  const ends = new Map(plan.persons.flatMap((person) => person.ends.map((end) => [end.grantId, end.lastDay])))
  const held = grants.filter((grant) => grant.role === 'administrator' && !grant.isDisabled)
  return [
    ...held.map((grant) => ({ ...grant, validTo: ends.get(grant.id) ?? grant.validTo })),
    ...plan.persons.flatMap(({ roles }) => roles.filter(({ role }) => role === 'administrator')),
  ]
}
