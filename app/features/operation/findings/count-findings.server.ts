import { refusalOf } from '../../../kernel/permission.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { readOperationFacts } from '../facts/operation-facts.server.ts'
import { OPERATION_POLICY } from '../operation.policy.ts'
import type { OperationTools } from '../operation-tools.server.ts'
import { operationFindings } from './operation-findings.domain.ts'

/** How much needs somebody, and how much of it today; none for who may not see it. */
export async function countOperationFindings(
  ctx: Ctx,
  tools: OperationTools,
): Promise<Readonly<{ all: number; late: number }>> {
  if (refusalOf(OPERATION_POLICY, 'operation.read', ctx.actor)) return { all: 0, late: 0 }
  const found = operationFindings(await readOperationFacts(ctx, tools))
  return { all: found.length, late: found.filter(({ severity }) => severity === 'late').length }
}
