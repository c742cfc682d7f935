import type { Policy } from '../../kernel/permission.ts'

/** Who sees how the program runs: whoever can do something about it. What is set at the machine is set there alone. */
export const OPERATION_POLICY = {
  'operation.read': { roles: ['administrator'] },
} satisfies Policy

export type OperationAct = keyof typeof OPERATION_POLICY
