import type { Policy } from '../../kernel/permission.ts'

/**
 * Who may do what with meetings, resolutions and what is public because of them. A resolution is recorded by who the step of
 * the chain names, too: see `recordRefusal`.
 */
export const APPROVALS_POLICY = {
  'meeting.read': {
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
  // Bodies, meetings, who attended, the agenda and its papers.
  'meeting.change': { roles: ['meeting-secretary', 'ita-coordinator'] },
  'matter.place': { roles: ['ita-coordinator', 'meeting-secretary'] },
  'resolution.record': { roles: ['meeting-secretary', 'ita-coordinator'] },
  'resolution.withdraw': { roles: ['meeting-secretary', 'ita-coordinator'] },
  'resolution-task.finish': { roles: ['ita-coordinator', 'meeting-secretary'], ownUnit: true, self: true },
  'chain.change': { roles: ['administrator'] },
  'publication.withdraw': { roles: ['administrator', 'ita-coordinator'] },
} satisfies Policy

export type ApprovalsAct = keyof typeof APPROVALS_POLICY
