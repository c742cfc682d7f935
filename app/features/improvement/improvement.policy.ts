import type { Policy } from '../../kernel/permission.ts'

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
  // What was done: progress, summary, evidence, handing in. A measure is one's own when one is named for it.
  'measure.report': { roles: ['ita-coordinator'], ownUnit: true, self: true },
  // Accepting, returning and reopening.
  'measure.review': { roles: ['ita-coordinator'] },
  'measure.remind': { roles: ['ita-coordinator'] },
  'comment.write': {
    roles: ['ita-coordinator', 'unit-owner', 'meeting-secretary', 'approver', 'executive', 'auditor'],
  },
  'comment.withdraw': { roles: ['ita-coordinator'], self: true },
  'progress.withdraw': { roles: ['ita-coordinator'], self: true },
} satisfies Policy

export type ImprovementAct = keyof typeof IMPROVEMENT_POLICY
