import { thaiDay } from '../../../kernel/thai-day.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import { addNotices } from '../../people/index.server.ts'
import type { NewTask } from './resolution.domain.ts'
import { ownersOfUnits } from './task-owners.queries.server.ts'

/**
 * Tells those who get a task of a resolution: the person it names, else everybody who answers for its unit. Nobody is told
 * what they recorded themselves. In the transaction of the recording.
 */
export async function tellTasks(tx: Tx, ctx: Ctx, tasks: readonly NewTask[]): Promise<void> {
  const at = ctx.now()
  const unitIds = tasks.flatMap(({ unitId, personId }) =>
    personId === null && unitId !== null ? [unitId] : [],
  )
  const owners = await ownersOfUnits(tx, { agencyId: ctx.agency.id, unitIds, day: thaiDay(at) })
  const actorId = ctx.actor.kind === 'person' ? ctx.actor.id : null
  await addNotices(
    tx,
    tasks.flatMap(({ text, dueOn, unitId, personId }) => {
      const told = personId === null ? (owners.get(unitId ?? '') ?? []) : [personId]
      return told
        .filter((id) => id !== actorId)
        .map((id) => ({
          agencyId: ctx.agency.id,
          personId: id,
          kind: 'resolution-task.assigned' as const,
          part: 'resolution-tasks',
          detail: { title: titleOf(text), by: ctx.actor.name, ...(dueOn === null ? {} : { day: dueOn }) },
          at,
        }))
    }),
  )
}

const LONGEST_TITLE = 200

/** The first line of a task, short enough for the list of notices. */
function titleOf(text: string): string {
  const [line = ''] = text.split('\n')
  return line.length <= LONGEST_TITLE ? line : `${line.slice(0, LONGEST_TITLE)}…`
}
