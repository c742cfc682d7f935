import type { RoleName } from '../../kernel/actor.ts'
import type { Policy } from '../../kernel/permission.ts'

const COMMENTERS = [
  'ita-coordinator',
  'unit-owner',
  'meeting-secretary',
  'approver',
  'executive',
  'auditor',
] as const satisfies readonly RoleName[]

/** Who may do what with the cycle of a year: its issues, measures, outcomes, and the report that is published of it. */
export const IMPROVEMENT_POLICY = {
  'cycle.import': { roles: ['administrator', 'ita-coordinator'] },
  'cycle.read': {
    roles: [
      'administrator',
      'ita-coordinator',
      'unit-owner',
      'meeting-secretary',
      'approver',
      'executive',
      'auditor',
    ],
  },
  // Opening a year, copying one, and what the report says besides its issues.
  'cycle.change': { roles: ['administrator', 'ita-coordinator'] },
  'cycle.publish': { roles: ['administrator', 'ita-coordinator'] },
  'issue.change': { roles: ['ita-coordinator'] },
  'outcome.change': { roles: ['ita-coordinator'], ownUnit: true },
  // What is to be done, by whom and until when.
  'measure.change': { roles: ['ita-coordinator'] },
  // What was done: progress, summary, evidence, handing in. A measure is one's own when one is named for it, for as
  // long as one answers for a unit at all.
  'measure.report': { roles: ['ita-coordinator'], ownUnit: true, self: ['unit-owner'] },
  // Accepting, returning and reopening.
  'measure.review': { roles: ['ita-coordinator'] },
  'measure.remind': { roles: ['ita-coordinator'] },
  'comment.write': { roles: COMMENTERS },
  'comment.withdraw': { roles: ['ita-coordinator'], self: COMMENTERS },
  'progress.withdraw': { roles: ['ita-coordinator'], self: ['unit-owner'] },
} satisfies Policy

export type ImprovementAct = keyof typeof IMPROVEMENT_POLICY
