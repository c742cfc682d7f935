import { randomUUID } from 'node:crypto'
import type { ChainKind, Matter, MatterKey } from '../../app/features/approvals/matter.domain.ts'
import { placeMatter } from '../../app/features/approvals/matter.repo.server.ts'
import type { RoleName } from '../../app/kernel/actor.ts'
import type { Ctx } from '../../app/platform/ctx.server.ts'
import { withAgency } from '../../app/platform/db/tenant.server.ts'
import type { TestDatabase } from './database.ts'

/** Rows of meetings as their use cases leave them, for tests of what comes after. */
export type ApprovalRows = ReturnType<typeof approvalRows>

export const approvalRows = (database: TestDatabase) => {
  const sql = (text: string, values: readonly unknown[]) => database.owner.query(text, [...values])
  return {
    body: async (ctx: Ctx, name = 'ที่ประชุมฝ่ายบริหาร'): Promise<string> => {
      const id = randomUUID()
      await sql('insert into meeting_body (agency_id, id, name) values ($1, $2, $3)', [
        ctx.agency.id,
        id,
        name,
      ])
      return id
    },

    /** A chain of one step for each body. */
    chain: async (
      ctx: Ctx,
      bodyIds: readonly string[],
      { kind = 'report' as ChainKind, recorders = ['meeting-secretary'] as readonly RoleName[] } = {},
    ): Promise<void> => {
      const id = randomUUID()
      await sql(
        `insert into approval_chain (agency_id, id, matter_kind, version, made_at, made_by) values ($1, $2, $3, 1, now(), 'test')`,
        [ctx.agency.id, id, kind],
      )
      for (const [index, bodyId] of bodyIds.entries())
        await sql(`insert into approval_chain_step values ($1, $2, $3, $4, 'approved', true, $5)`, [
          ctx.agency.id,
          id,
          index + 1,
          bodyId,
          recorders,
        ])
    },

    meeting: async (
      ctx: Ctx,
      given: Readonly<{
        bodyId: string
        number?: string
        form?: 'meeting' | 'circular'
        state?: 'planned' | 'held' | 'cancelled'
        heldOn?: string
      }>,
    ): Promise<string> => {
      const id = randomUUID()
      const { number = '9/2567', form = 'meeting', state = 'held', heldOn = '2024-11-07' } = given
      await sql(
        `insert into meeting (agency_id, id, body_id, form, number, held_on, calendar_year, state, entered_at, entered_by_name, origin)
         values ($1, $2, $3, $4, $5, $6, extract(year from $6::date) + 543, $7, now(), 'test', 'entered')`,
        [ctx.agency.id, id, given.bodyId, form, number, heldOn, state],
      )
      return id
    },

    matter: (
      ctx: Ctx,
      content: object = { text: 'ฉบับแรก' },
      { kind = 'report', key = '2567' }: Partial<MatterKey> = {},
    ): Promise<Matter> =>
      withAgency(ctx.db, ctx.agency.id, (tx) =>
        placeMatter(tx, ctx, { agencyId: ctx.agency.id, kind, key, title: 'รายงานผล ประจำปี 2567', content }),
      ),

    item: async (
      ctx: Ctx,
      given: Readonly<{ meetingId: string; matterId?: string | null; title?: string; position?: number }>,
    ): Promise<string> => {
      const id = randomUUID()
      const { matterId = null, title = 'รายงานผล ประจำปี 2567', position = 1 } = given
      await sql(
        `insert into agenda_item (agency_id, id, meeting_id, position, title, matter_id, added_at, added_by_name)
         values ($1, $2, $3, $4, $5, $6, now(), 'test')`,
        [ctx.agency.id, id, given.meetingId, position, title, matterId],
      )
      return id
    },
  }
}
