import type { Policy } from '../../kernel/permission.ts'

/** Who may bring in the report of a year, which publishes it. */
export const IMPROVEMENT_POLICY = {
  'cycle.import': { roles: ['administrator', 'ita-coordinator'] },
} satisfies Policy

export type ImprovementAct = keyof typeof IMPROVEMENT_POLICY
