import type { AssessmentsAct } from '../assessments.policy.ts'

/** What each act of the policy is called. */
export const assessmentsActsTh = {
  'score.read': 'ดูผลคะแนนการประเมิน',
  'score.import': 'นำเข้าผลคะแนนการประเมิน',
  'answers.import': 'นำเข้าคำตอบแบบสำรวจ',
  'peer.import': 'นำเข้าผลของหน่วยงานอื่น',
  'snapshot.make': 'เก็บชุดผลคะแนน',
} as const satisfies Record<AssessmentsAct, string>
