import { findTicket } from '../../app/features/desk/tickets/ticket-page.queries.server.ts'
import { answerTicket } from '../../app/features/desk/tickets/usecases/answer-ticket.server.ts'
import type { Ctx } from '../../app/platform/ctx.server.ts'
import { anAgency, aPerson, as } from './agency-at-work.ts'
import type { TestDatabase } from './database.ts'
import { aUnit, type DeskAtWork } from './desk-builders.ts'

/** An agency with somebody at the desk, a unit with its owner, and somebody who comes from outside. */
export async function aDeskAgency(database: TestDatabase, tools: DeskAtWork) {
  const agency = await anAgency(database)
  const visitor: Ctx = { ...agency, actor: { kind: 'system', name: 'visitor' } }
  const desk = as(agency, (await aPerson(agency, { role: 'desk-officer' })).id, ['desk-officer'])
  const unitId = await aUnit(agency, 'กองคลัง')
  const ownerId = (await aPerson(agency, { name: 'เจ้าของงาน', role: 'unit-owner', unitId })).id
  const owner = as(agency, ownerId, [{ role: 'unit-owner', unitId }])
  return {
    agency,
    visitor,
    desk,
    owner,
    unitId,
    ownerId,
    /** The page of a ticket as the desk sees it. */
    pageOf: async (id: string) => {
      const found = await findTicket(desk, id)
      if (!found.ok) throw new Error(found.error.code)
      return found.value
    },
    mails: async () =>
      (
        await database.owner.query(
          'select to_address, subject, text_body from mail_outbox where agency_id = $1 order by to_address',
          [agency.agency.id],
        )
      ).rows,
    notices: async () =>
      (
        await database.owner.query('select person_id, kind from notice where agency_id = $1', [
          agency.agency.id,
        ])
      ).rows,
    answered: (id: string, seenVersion: number, final: 'interim' | 'answer' | 'last' = 'answer') =>
      answerTicket(desk, tools, { id, seenVersion, text: 'ซ่อมแล้ว', final, files: [] }),
  }
}

export type DeskAgency = Awaited<ReturnType<typeof aDeskAgency>>

/** What a use case says of one wrong field. */
export const fieldFault = (field: string, code: string) => ({
  ok: false,
  error: { code: 'desk.faults', faults: { [field]: code } },
})
