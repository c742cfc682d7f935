import type { Actor } from '../../kernel/actor.ts'
import { type PermissionRefusal, refusalOf } from '../../kernel/permission.ts'
import { APPROVALS_POLICY } from '../approvals/index.ts'
import { ASSESSMENTS_POLICY } from '../assessments/index.ts'
import { DESK_POLICY } from '../desk/index.ts'
import { DISCLOSURE_POLICY } from '../disclosure/index.ts'
import { EVIDENCE_POLICY } from '../evidence/index.ts'
import { IMPROVEMENT_POLICY } from '../improvement/index.ts'
import { OPERATION_POLICY } from '../operation/index.ts'
import { PEOPLE_POLICY } from '../people/index.ts'
import { SITE_POLICY } from '../site/index.ts'
import { WATCH_POLICY } from '../watch/index.ts'
import { OFFICE_POLICY } from './office.policy.ts'

type Entry = Readonly<{
  name: string
  /** What stands behind `/office/`; empty for the first page. */
  part: string
  group: 'work' | 'people' | 'agency' | 'control' | 'self'
  /** Null where everybody may. */
  asks: ((actor: Actor) => PermissionRefusal | null) | null
}>

const people = (act: keyof typeof PEOPLE_POLICY) => (actor: Actor) => refusalOf(PEOPLE_POLICY, act, actor)
const office = (act: keyof typeof OFFICE_POLICY) => (actor: Actor) => refusalOf(OFFICE_POLICY, act, actor)

const improvement = (act: keyof typeof IMPROVEMENT_POLICY) => (actor: Actor) =>
  refusalOf(IMPROVEMENT_POLICY, act, actor)
const evidence = (act: keyof typeof EVIDENCE_POLICY) => (actor: Actor) =>
  refusalOf(EVIDENCE_POLICY, act, actor)
const assessments = (act: keyof typeof ASSESSMENTS_POLICY) => (actor: Actor) =>
  refusalOf(ASSESSMENTS_POLICY, act, actor)
const approvals = (act: keyof typeof APPROVALS_POLICY) => (actor: Actor) =>
  refusalOf(APPROVALS_POLICY, act, actor)
const disclosure = (act: keyof typeof DISCLOSURE_POLICY) => (actor: Actor) =>
  refusalOf(DISCLOSURE_POLICY, act, actor)
const watch = (act: keyof typeof WATCH_POLICY) => (actor: Actor) => refusalOf(WATCH_POLICY, act, actor)
const desk = (act: keyof typeof DESK_POLICY) => (actor: Actor) => refusalOf(DESK_POLICY, act, actor)
const site = (act: keyof typeof SITE_POLICY) => (actor: Actor) => refusalOf(SITE_POLICY, act, actor)

const operation = (act: keyof typeof OPERATION_POLICY) => (actor: Actor) =>
  refusalOf(OPERATION_POLICY, act, actor)

/** The menu of the office in its order. */
const ENTRIES = [
  { name: 'home', part: '', group: 'work', asks: null },
  { name: 'cycles', part: 'cycles', group: 'work', asks: improvement('cycle.read') },
  { name: 'evidence', part: 'evidence', group: 'work', asks: evidence('evidence.read') },
  { name: 'scores', part: 'scores', group: 'work', asks: assessments('score.read') },
  { name: 'meetings', part: 'meetings', group: 'work', asks: approvals('meeting.read') },
  { name: 'approvals', part: 'approvals', group: 'work', asks: approvals('meeting.read') },
  { name: 'disclosure', part: 'disclosure', group: 'work', asks: disclosure('disclosure.read') },
  { name: 'watch', part: 'watch', group: 'work', asks: watch('watch.read') },
  { name: 'site', part: 'site', group: 'work', asks: site('site.read') },
  // Whoever may not read tickets sees how many there were, as the public does.
  { name: 'desk', part: 'desk', group: 'work', asks: desk('statistics.read') },
  // For everybody: that it stands there tells nothing of who reads reports.
  { name: 'protected', part: 'protected', group: 'work', asks: null },
  { name: 'notices', part: 'notices', group: 'work', asks: null },
  { name: 'people', part: 'people', group: 'people', asks: people('person.read') },
  { name: 'units', part: 'units', group: 'people', asks: people('unit.read') },
  { name: 'roster', part: 'roster', group: 'people', asks: people('roster.export') },
  { name: 'agency', part: 'agency', group: 'agency', asks: people('agency.change') },
  { name: 'holidays', part: 'holidays', group: 'agency', asks: people('holiday.read') },
  { name: 'chains', part: 'approval-chains', group: 'agency', asks: approvals('chain.change') },
  { name: 'providers', part: 'sign-in-providers', group: 'agency', asks: people('provider.change') },
  { name: 'permissions', part: 'permissions', group: 'control', asks: people('permission.read') },
  { name: 'audit', part: 'audit', group: 'control', asks: office('audit-log.read') },
  { name: 'mail', part: 'mail', group: 'control', asks: office('outbox.read') },
  { name: 'operation', part: 'operation', group: 'control', asks: operation('operation.read') },
  { name: 'account', part: 'account', group: 'self', asks: null },
] as const satisfies readonly Entry[]

export type EntryName = (typeof ENTRIES)[number]['name']
export type EntryGroup = Entry['group']
/** One line of the menu; `waiting` counts what waits there for the person. */
export type MenuEntry = Readonly<{ name: EntryName; part: string; waiting: number }>
export type MenuGroup = Readonly<{ group: EntryGroup; entries: readonly MenuEntry[] }>

/**
 * What of the menu somebody may open, by group. Who still lacks a second factor may only see to their account: the server
 * leads them there from anywhere else.
 */
export function menuFor(
  actor: Actor,
  given: { isWhole: boolean; waiting: Partial<Record<EntryName, number>> },
): readonly MenuGroup[] {
  const mine = ENTRIES.filter(({ name, asks }) =>
    given.isWhole ? asks === null || asks(actor) === null : name === 'account',
  )
  const groups = [...new Set(mine.map((entry) => entry.group))]
  return groups.map((group) => ({
    group,
    entries: mine
      .filter((entry) => entry.group === group)
      .map(({ name, part }) => ({ name, part, waiting: given.waiting[name] ?? 0 })),
  }))
}
