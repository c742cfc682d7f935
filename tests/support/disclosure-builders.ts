import type { TypedFact } from '../../app/features/disclosure/fact.domain.ts'
import { findItemWork } from '../../app/features/disclosure/item-work.queries.server.ts'
import { addFact } from '../../app/features/disclosure/usecases/add-fact.server.ts'
import { answerElement } from '../../app/features/disclosure/usecases/answer-element.server.ts'
import { declareNone } from '../../app/features/disclosure/usecases/declare-none.server.ts'
import { publishItem } from '../../app/features/disclosure/usecases/publish-item.server.ts'
import type { Ctx } from '../../app/platform/ctx.server.ts'
import type { TestDatabase } from './database.ts'

/** The service manual of 2568, and what it asks for. */
export const O9 = { year: 2568, code: 'O9' } as const
export const ELEMENTS = ['name', 'steps', 'time', 'channel', 'fee', 'documents'] as const

/** A fact as it is typed: words. */
export const textFact = (given: Partial<TypedFact> = {}): TypedFact => ({
  kind: 'text',
  title: { th: 'ขั้นตอนการให้บริการ', en: null },
  words: 'ยื่นคำขอแล้วรอรับผล',
  address: null,
  evidenceId: null,
  date: null,
  ...given,
})
/** A fact in the agency, that answers an element of O9 where one is named. */
export const addTo = async (ctx: Ctx, given: Partial<TypedFact> = {}, element?: string): Promise<string> => {
  const added = await addFact(ctx, {
    fact: textFact(given),
    unitId: null,
    pages: ['/contact'],
    ...(element === undefined ? {} : { answers: { ...O9, element } }),
  })
  if (!added.ok) throw new Error(added.error.code)
  return added.value
}
/** An item as the office sees it; O9 where none is named. */
export const itemOf = async (ctx: Ctx, { year, code }: { year: number; code: string } = O9) => {
  const found = await findItemWork(ctx, { year, code })
  if (!found) throw new Error('no item')
  return found
}
/** An element of O9. */
export const elementOf = async (ctx: Ctx, key: string) => {
  const found = (await itemOf(ctx)).elements.find((element) => element.key === key)
  if (!found) throw new Error(`no element ${key}`)
  return found
}
/** All of O9, with one fact, but for the fee, of which there is none. */
export const aFullItem = async (ctx: Ctx): Promise<string> => {
  const id = await addTo(ctx)
  for (const element of ELEMENTS)
    if (element === 'fee') await declareNone(ctx, { ...O9, element, text: 'ไม่มีค่าธรรมเนียม', seen: '' })
    else await answerElement(ctx, { ...O9, element, factIds: [id], seen: '' })
  return id
}
/** The watch found that an address does not open. */
export const itFails = (database: TestDatabase, ctx: Ctx, address: string): Promise<unknown> =>
  database.owner.query(
    `insert into watch_finding (agency_id, id, address, code, subject, weight, detail, raised_at, last_seen_at)
     values ($1, gen_random_uuid(), $2, 'status.error', '', 'fails', '{"status": "404"}', now(), now())`,
    [ctx.agency.id, address],
  )
/** Publishes O9 as it stands. */
export const publish = async (ctx: Ctx) =>
  publishItem(ctx, { ...O9, seenHash: (await itemOf(ctx)).contentHash })
