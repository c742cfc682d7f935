import type { Policy } from '../../kernel/permission.ts'

/** Who may do what with results of the assessment. */
export const ASSESSMENTS_POLICY = {
  'score.read': {
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
  'score.import': { roles: ['administrator', 'ita-coordinator'] },
  'answers.import': { roles: ['administrator', 'ita-coordinator'] },
  'peer.import': { roles: ['administrator', 'ita-coordinator'] },
  'snapshot.make': { roles: ['administrator', 'ita-coordinator'] },
} satisfies Policy

export type AssessmentsAct = keyof typeof ASSESSMENTS_POLICY
