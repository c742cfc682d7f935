import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgency } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import type { AnswerBatch } from '../scoring/option-counts.domain.ts'
import { answersOf } from './answers.queries.server.ts'
import { foldSums, insertBatch, markWithdrawn } from './answers.repo.server.ts'
import { findWrongSums } from './check-sums.server.ts'
import { countBytes, negated } from './plain-counts.domain.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const YEAR = 2567
const batchOf = (...rows: readonly (readonly [number, number])[]): AnswerBatch => ({
  instrument: 'IIT',
  columns: ['i1', 'i2'],
  nRespondents: rows.length,
  answers: Uint8Array.from(rows.flat()),
})

const keep = (ctx: Ctx, batch: AnswerBatch, sha256: string) =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const agencyId = ctx.agency.id
    const id = await insertBatch(tx, {
      agencyId,
      year: YEAR,
      batch,
      fileName: 'answers.csv',
      sha256,
      catalogue: { hash: 'x', frameworks: {} },
      sourceNote: null,
      at: ctx.now(),
      by: 'test',
    })
    await foldSums(tx, { agencyId, year: YEAR, counts: countBytes(batch) })
    return id
  })

const sumsOf = async (ctx: Ctx) =>
  Object.fromEntries(
    (await withAgency(ctx.db, ctx.agency.id, (tx) => answersOf(tx, ctx.agency.id, YEAR))).counts,
  )
const wrongIn = (ctx: Ctx) => withAgency(ctx.db, ctx.agency.id, (tx) => findWrongSums(tx, ctx.agency.id))
const hash = (letter: string) => letter.repeat(64)

describe('sums of answers', () => {
  it('of several files are what all their answers come to when they are counted again', async () => {
    const ctx = await anAgency(database)
    await keep(ctx, batchOf([1, 2], [1, 0]), hash('a'))
    await keep(ctx, batchOf([6, 2]), hash('b'))
    expect(await sumsOf(ctx)).toEqual({ i1: [0, 2, 0, 0, 0, 0, 1], i2: [1, 0, 2] })
    expect(await wrongIn(ctx)).toEqual([])
  })

  it('count both files when two people bring them in at the same moment', async () => {
    const ctx = await anAgency(database)
    await Promise.all(
      ['a', 'b', 'c', 'd'].map((letter, at) => keep(ctx, batchOf([at + 1, 1], [1, 1]), hash(letter))),
    )
    expect(await sumsOf(ctx)).toEqual({ i1: [0, 5, 1, 1, 1], i2: [0, 8] })
    expect(await wrongIn(ctx)).toEqual([])
  })

  it('lose what is withdrawn, though nothing is deleted', async () => {
    const ctx = await anAgency(database)
    const batch = batchOf([3, 2], [1, 2])
    const id = await keep(ctx, batch, hash('a'))
    await keep(ctx, batchOf([1, 1]), hash('b'))
    const agencyId = ctx.agency.id
    await withAgency(ctx.db, agencyId, async (tx) => {
      await foldSums(tx, { agencyId, year: YEAR, counts: negated(countBytes(batch)) })
      await markWithdrawn(tx, { agencyId, id, at: ctx.now(), by: 'test' })
    })
    expect(await sumsOf(ctx)).toEqual({ i1: [0, 1, 0, 0], i2: [0, 1, 0] })
    expect(await wrongIn(ctx)).toEqual([])
  })

  it('that are wrong are named', async () => {
    const ctx = await anAgency(database)
    await keep(ctx, batchOf([1, 1]), hash('a'))
    await withAgency(ctx.db, ctx.agency.id, (tx) =>
      tx
        .updateTable('answer_sum')
        .set({ counts: [0, 2] })
        .where('code', '=', 'i2')
        .execute(),
    )
    expect(await wrongIn(ctx)).toEqual(['2567:i2'])
  })
})

describe('kept answers', () => {
  it('can be neither changed nor deleted by the program', async () => {
    const ctx = await anAgency(database)
    await keep(ctx, batchOf([1, 1]), hash('a'))
    const inAgency = withAgency.bind(null, ctx.db, ctx.agency.id)
    await expect(
      inAgency((tx) =>
        tx
          .updateTable('answer_batch')
          .set({ answers: Buffer.from([2, 2]) })
          .execute(),
      ),
    ).rejects.toThrow(/permission denied/)
    await expect(inAgency((tx) => tx.deleteFrom('answer_batch').execute())).rejects.toThrow(
      /permission denied/,
    )
    await expect(inAgency((tx) => tx.deleteFrom('answer_sum').execute())).rejects.toThrow(/permission denied/)
  })

  it('and their sums are seen by their own agency alone', async () => {
    const [ctx, other] = [await anAgency(database), await anAgency(database)]
    await keep(ctx, batchOf([1, 1]), hash('a'))
    expect(await sumsOf(other)).toEqual({})
    const seen = await withAgency(other.db, other.agency.id, (tx) => answersOf(tx, ctx.agency.id, YEAR))
    expect([seen.batches, [...seen.counts]]).toEqual([[], []])
  })
})
