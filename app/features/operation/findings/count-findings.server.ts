import { refusalOf } from '../../../kernel/permission.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { readOperationFacts } from '../facts/operation-facts.server.ts'
import { OPERATION_POLICY } from '../operation.policy.ts'
import type { OperationTools } from '../operation-tools.server.ts'
import { operationFindings } from './operation-findings.domain.ts'

/** How much needs somebody beside the mail, of which the first page speaks itself, and how much of it today; none for who may not see it. */
export async function countOperationFindings(
  ctx: Ctx,
  tools: OperationTools,
): Promise<Readonly<{ all: number; late: number }>> {
  if (refusalOf(OPERATION_POLICY, 'operation.read', ctx.actor)) return { all: 0, late: 0 }
  const facts = await readOperationFacts(ctx, tools)
  const found = operationFindings(facts).filter(({ code }) => code !== 'mail.off' && code !== 'mail.failed')
  return { all: found.length, late: found.filter(({ severity }) => severity === 'late').length }
}
