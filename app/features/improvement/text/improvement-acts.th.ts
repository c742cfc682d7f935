import type { ImprovementAct } from '../improvement.policy.ts'

/** What each act of the policy is called. */
export const improvementActsTh = {
  'cycle.import': 'นำเข้าและเผยแพร่รายงานประจำปี',
} as const satisfies Record<ImprovementAct, string>
