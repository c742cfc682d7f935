import type { RoleName } from '../../kernel/actor.ts'
import type { IsoDay } from '../../kernel/thai-date.ts'

/** What is known of the agency and of the person when the first page of the office is shown. */
export type StartFacts = Readonly<{
  isNamed: boolean
  units: number
  coordinators: number
  unitOwners: number
  reports: number
  isMailOn: boolean
  /** Mails that wait for somebody; 0 for who may not see them. */
  waitingMail: number
  mayKeepMail: boolean
  mayStartAgency: boolean
  hasSecondFactor: boolean
  /** Open tasks of resolutions that are the person's own, and how many of them are late. */
  resolutionTasks: Readonly<{ open: number; late: number }>
  /** Addresses that the person answers for and an assessor would now give 0. */
  failingAddresses: number
  /** What the program needs somebody for; none for who may not see it. */
  operation: Readonly<{ all: number; late: number }>
  endingRoles: readonly Readonly<{ role: RoleName; unitName: string | null; lastDay: IsoDay }>[]
}>

export type StartStep = Readonly<{
  name: 'agency' | 'units' | 'coordinator' | 'owners' | 'report'
  isDone: boolean
  /** What stands behind `/office/`; null where it is done elsewhere. */
  part: string | null
}>

/** What has to be there before an agency can work; empty for who does not set it up, and when all of it is. */
export function firstSteps(facts: StartFacts): readonly StartStep[] {
  if (!facts.mayStartAgency) return []
  const steps = [
    { name: 'agency', isDone: facts.isNamed, part: 'agency' },
    { name: 'units', isDone: facts.units > 0, part: 'units' },
    { name: 'coordinator', isDone: facts.coordinators > 0, part: 'people' },
    { name: 'owners', isDone: facts.unitOwners > 0, part: 'people' },
    { name: 'report', isDone: facts.reports > 0, part: null },
  ] as const satisfies readonly StartStep[]
  return steps.every((step) => step.isDone) ? [] : steps
}

export type StartTask =
  | Readonly<{ name: 'secondFactor'; part: string }>
  | Readonly<{ name: 'mailOff' | 'mailFailed'; part: string; count: number }>
  | Readonly<{ name: 'operation'; part: string; count: number; late: number }>
  | Readonly<{ name: 'failingAddresses'; part: string; count: number }>
  | Readonly<{ name: 'resolutionTasks'; part: string; count: number; late: number }>
  | Readonly<{ name: 'roleEnds'; role: RoleName; unitName: string | null; lastDay: IsoDay }>

/** What waits for a person, the most pressing first. */
export function tasksFor(facts: StartFacts): readonly StartTask[] {
  const tasks: StartTask[] = []
  const { failingAddresses } = facts
  if (failingAddresses > 0)
    tasks.push({ name: 'failingAddresses', part: 'watch?state=fails', count: failingAddresses })
  const { operation } = facts
  if (operation.all > 0)
    tasks.push({ name: 'operation', part: 'operation', count: operation.all, late: operation.late })
  const { open, late } = facts.resolutionTasks
  if (open > 0) tasks.push({ name: 'resolutionTasks', part: 'resolution-tasks', count: open, late })
  if (facts.mayKeepMail && !facts.isMailOn)
    tasks.push({ name: 'mailOff', part: 'mail', count: facts.waitingMail })
  if (facts.mayKeepMail && facts.isMailOn && facts.waitingMail > 0)
    tasks.push({ name: 'mailFailed', part: 'mail', count: facts.waitingMail })
  for (const ending of facts.endingRoles) tasks.push({ name: 'roleEnds', ...ending })
  if (!facts.hasSecondFactor) tasks.push({ name: 'secondFactor', part: 'account' })
  return tasks
}
