import type { IsoDay } from '../../../kernel/thai-date.ts'
import { isLate, type MeasureState } from '../working/measure-state.domain.ts'

/** A measure that is not done, as reminders need it. */
export type OpenMeasure = Readonly<{
  id: string
  /** "1.2 จัดทำประกาศ…" */
  title: string
  state: MeasureState
  dueOn: IsoDay | null
  unitIds: readonly string[]
  /** Who sees to it today. */
  personIds: readonly string[]
}>

type ExpiringPiece = Readonly<{ id: string; title: string; expiresOn: IsoDay; addedBy: string | null }>

/** Everything that may have to be said to somebody of an agency on a day. */
export type DigestFacts = Readonly<{
  measures: readonly OpenMeasure[]
  /** Evidence that expires within the longest time that somebody may ask for. */
  expiring: readonly ExpiringPiece[]
  /** The head of each unit that has one, by the unit. */
  heads: ReadonlyMap<string, string>
  coordinatorIds: ReadonlySet<string>
  /** Who comes in and has an address: of what would be told to others, coordinators are told. */
  reachableIds: ReadonlySet<string>
}>

/** One line of a digest. `part` is where it leads, behind /office/. */
export type DigestLine = Readonly<{ title: string; part: string; day: IsoDay | null; daysLate: number }>

/** Why something is named, in the order in which a digest tells it. */
export const DIGEST_SECTIONS = ['returned', 'overdue', 'due', 'review', 'expiring', 'escalated'] as const
export type DigestSection = (typeof DIGEST_SECTIONS)[number]
export type Digest = Readonly<Record<DigestSection, readonly DigestLine[]>>

/** From so many days after its due day on, what nobody handed in is told to the head of the unit. */
const ESCALATED_AFTER_DAYS = 7
const DAY_MS = 86_400_000

const daysFrom = (from: IsoDay, to: IsoDay): number => (Date.parse(to) - Date.parse(from)) / DAY_MS

/**
 * What somebody is reminded of on a day. Each measure is named once: what was returned before what is overdue, and that
 * before what is due soon; who sees to it is told so, not that it was escalated. What is done or waits for another is quiet.
 */
export function digestFor(
  reader: Readonly<{ personId: string; daysBefore: number }>,
  facts: DigestFacts,
  today: IsoDay,
): Digest {
  const { personId, daysBefore } = reader
  const own = facts.measures.filter(({ personIds }) => personIds.includes(personId))
  const isSoon = ({ dueOn }: OpenMeasure) =>
    dueOn !== null && dueOn >= today && daysFrom(today, dueOn) <= daysBefore
  const toDo = own.filter(({ state }) => state === 'not-started' || state === 'working')
  const isCoordinator = facts.coordinatorIds.has(personId)
  const line = (measure: OpenMeasure) => lineOf(measure, today)
  return {
    returned: own.filter(({ state }) => state === 'returned').map(line),
    overdue: toDo.filter((measure) => isLate(measure, today)).map(line),
    due: toDo.filter(isSoon).map(line),
    review: isCoordinator ? facts.measures.filter(({ state }) => state === 'in-review').map(line) : [],
    expiring: facts.expiring
      .filter(({ expiresOn }) => daysFrom(today, expiresOn) <= daysBefore)
      .filter(({ addedBy }) =>
        addedBy !== null && facts.reachableIds.has(addedBy) ? addedBy === personId : isCoordinator,
      )
      .map(({ id, title, expiresOn }) => ({ title, part: `evidence/${id}`, day: expiresOn, daysLate: 0 })),
    escalated: facts.measures
      .filter((measure) => toldAbove(measure, facts, today).includes(personId))
      .map(line),
  }
}

export const isQuiet = (digest: Digest): boolean =>
  DIGEST_SECTIONS.every((section) => digest[section].length === 0)

/** Who is told that a measure is long overdue: heads of its units who can be reached and do not see to it themselves, else coordinators. */
function toldAbove(measure: OpenMeasure, facts: DigestFacts, today: IsoDay): readonly string[] {
  const { dueOn, unitIds, personIds } = measure
  if (dueOn === null || !isLate(measure, today) || daysFrom(dueOn, today) <= ESCALATED_AFTER_DAYS) return []
  const heads = unitIds.flatMap((unitId) => facts.heads.get(unitId) ?? [])
  const above = heads.filter((id) => facts.reachableIds.has(id) && !personIds.includes(id))
  return above.length > 0 ? above : [...facts.coordinatorIds].filter((id) => !personIds.includes(id))
}

const lineOf = ({ id, title, dueOn }: OpenMeasure, today: IsoDay): DigestLine => ({
  title,
  part: `measures/${id}`,
  day: dueOn,
  daysLate: dueOn === null ? 0 : Math.max(0, daysFrom(dueOn, today)),
})
