import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  aKeeper,
  newReceiptKeys,
  openSealedCases,
  said,
  TODAY,
} from '../../../../tests/support/sealed-case.ts'
import { err } from '../../../kernel/result.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { inProtected } from '../database/protected-db.server.ts'
import { newSealingPair, randomKey } from '../sealing/keys.server.ts'
import {
  appendByChannel,
  appendByCustodian,
  appendItem,
  beginCase,
  claimCase,
  makeCase,
  type Opener,
  openThread,
  reissueReceipt,
} from './open-case.server.ts'

let room: Awaited<ReturnType<typeof openSealedCases>>
beforeAll(async () => {
  room = await openSealedCases()
})
afterAll(() => room.close())

const [ethics, audit, stranger] = [aKeeper('Ethics'), aKeeper('Audit'), aKeeper('Stranger')]
const NOT_FOUND = { ok: false, error: { code: 'case.not-found' } }

describe('a case', () => {
  it('opens with the receipt and for its recipients, and for nobody else', async () => {
    const { reportId, reporter } = await room.make({ keepers: [ethics, audit] })
    for (const opener of [reporter, ethics.opener, audit.opener]) {
      const thread = await room.seen(opener, reportId)
      expect(said(thread.items)).toEqual(['report: what happened'])
      expect(thread.chain).toEqual({ whole: true })
    }
    expect(await room.look(stranger.opener, reportId)).toEqual(NOT_FOUND)
    expect(await room.look({ as: 'reporter', keys: newReceiptKeys() })).toEqual(NOT_FOUND)
    expect(await room.look({ as: 'recovery', pair: newSealingPair() }, reportId)).toEqual(NOT_FOUND)
  })

  it('does not open with the place of a receipt alone', async () => {
    const { keys } = await room.make({ keepers: [ethics] })
    const known = { ...newReceiptKeys(), lookup: keys.lookup }
    expect(await room.look({ as: 'reporter', keys: known })).toEqual(NOT_FOUND)
  })

  it('does not open for a recipient with the keys of another', async () => {
    const { reportId } = await room.make({ keepers: [ethics] })
    const opener: Opener = { as: 'holder', keyId: ethics.known.keyId, vault: stranger.vault }
    expect(await room.look(opener, reportId)).toEqual(NOT_FOUND)
  })

  it('is one, however often the same submission comes, also at once', async () => {
    const [keys, submissionHash] = [newReceiptKeys(), randomKey()]
    const posts = await Promise.all(
      [1, 2, 3].map(() => room.make({ keepers: [ethics], keys, submissionHash })),
    )
    const kept = posts.find(({ made }) => made.ok)
    expect(posts.filter(({ made }) => made.ok)).toHaveLength(1)
    const refused = posts.filter(({ made }) => !made.ok)
    for (const { made } of refused)
      expect(made).toEqual({ ok: false, error: { code: 'case.already-made', reportId: kept?.reportId } })
    expect((await room.seen({ as: 'reporter', keys }, '')).chain).toEqual({ whole: true })
  })

  it('grows by all who belong to it, each named by role', async () => {
    const custodian = aKeeper('Custodian', 'custodian')
    const { reportId, reporter } = await room.make({ keepers: [ethics, custodian] })
    await room.say(ethics.opener, reportId, 'reply', 'thank you')
    await room.say(reporter, reportId, 'addition', 'and also')
    await room.within((tx) =>
      appendByCustodian(tx, room.tools, {
        agencyId: room.agencyId,
        reportId,
        kind: 'release',
        day: TODAY,
        content: { text: 'released' },
        by: { keyId: custodian.known.keyId, signing: custodian.vault.signing },
      }),
    )
    await room.within((tx) =>
      appendByChannel(tx, room.tools, {
        agencyId: room.agencyId,
        reportId,
        kind: 'hold',
        day: TODAY,
        content: { text: 'held' },
      }),
    )
    const thread = await room.seen(reporter, reportId)
    expect(thread.chain).toEqual({ whole: true })
    expect(said(thread.items)).toEqual([
      'report: what happened',
      'reply: thank you',
      'addition: and also',
      'release: released',
      'hold: held',
    ])
    expect(thread.items.map(({ role }) => role?.en ?? null)).toEqual([
      null,
      'Ethics',
      null,
      'Custodian',
      null,
    ])
    expect(await room.look(custodian.opener, reportId)).toEqual(NOT_FOUND)
  })

  it('shows notes to recipients and not to the reporter, for whom it is whole all the same', async () => {
    const { reportId, reporter } = await room.make({ keepers: [ethics, audit] })
    await room.say(ethics.opener, reportId, 'note', 'between us')
    expect(said((await room.seen(audit.opener, reportId)).items)).toContain('note: between us')
    const thread = await room.seen(reporter, reportId)
    expect(said(thread.items)).toEqual(['report: what happened'])
    expect(thread.chain).toEqual({ whole: true })
  })

  it('keeps everything when several add at once', async () => {
    const { reportId, reporter } = await room.make({ keepers: [ethics, audit] })
    const openers = [reporter, ethics.opener, audit.opener, ethics.opener, reporter]
    await Promise.all(openers.map((opener, n) => room.say(opener, reportId, 'addition', String(n))))
    const thread = await room.seen(reporter, reportId)
    expect(thread.chain).toEqual({ whole: true })
    expect(
      thread.items
        .map(({ content }) => content?.text)
        .slice(1)
        .sort(),
    ).toEqual(['0', '1', '2', '3', '4'])
  })

  it('stays whole when what was added is undone', async () => {
    const { reportId, reporter } = await room.make({ keepers: [ethics] })
    const place = { channel: { db: room.database.db }, agency: { id: room.agencyId } }
    const refused = await inProtected<never, { code: string }>(place, async (tx) => {
      const opened = await openThread(tx, room.tools, { agencyId: room.agencyId, opener: reporter })
      if (!opened.ok) return opened
      for (const text of ['one', 'two'])
        await appendItem(tx, room.tools, {
          thread: opened.value,
          kind: 'addition',
          day: TODAY,
          content: { text },
        })
      return err({ code: 'undone' })
    })
    expect(refused.ok).toBe(false)
    expect((await room.seen(reporter, reportId)).chain).toEqual({ whole: true })
    await room.say(reporter, reportId, 'addition', 'three')
    const thread = await room.seen(reporter, reportId)
    expect(said(thread.items)).toEqual(['report: what happened', 'addition: three'])
    expect(thread.chain).toEqual({ whole: true })
  })

  it('opens for nobody once its key outside the database is destroyed', async () => {
    const recovery = newSealingPair()
    const { reportId, reporter } = await room.make({ keepers: [ethics], recoveryKey: recovery.publicKey })
    await room.tools.shred.destroy(reportId)
    for (const opener of [reporter, ethics.opener, { as: 'recovery', pair: recovery } as const])
      expect(await room.look(opener, reportId)).toEqual(NOT_FOUND)
  })
})

describe('a receipt', () => {
  it('is given anew once: the old digits then open nothing', async () => {
    const { reportId, reporter } = await room.make({ keepers: [ethics] })
    const keys = newReceiptKeys()
    const renew = (opener: Opener, to: typeof keys) =>
      room.withThread(opener, reportId, (tx, thread) => reissueReceipt(tx, { thread, keys: to }))
    expect(await renew(reporter, keys)).toEqual({ ok: true, value: null })
    expect(await room.look(reporter)).toEqual(NOT_FOUND)
    await room.say({ as: 'reporter', keys }, reportId, 'addition', 'with new digits')
    expect((await room.seen(ethics.opener, reportId)).chain).toEqual({ whole: true })
    expect(await renew({ as: 'reporter', keys }, newReceiptKeys())).toEqual({
      ok: false,
      error: { code: 'receipt.reissued-before' },
    })
  })

  it('is got with the secret of the desk, again until it was used, and with no other', async () => {
    const { agencyId, tools } = room
    const claimPair = newSealingPair()
    const transferId = crypto.randomUUID()
    const transfer = async () => {
      const start = await beginCase(tools)
      return room.within((tx) =>
        makeCase(tx, tools, {
          agencyId,
          start,
          submissionHash: randomKey(),
          channel: 'desk',
          category: 'other',
          content: { text: 'from the desk' },
          files: [],
          holders: [room.endorsed(ethics.known)],
          recoveryKey: null,
          identity: null,
          reporter: { by: 'claim', claimPublicKey: claimPair.publicKey, transferId },
          day: TODAY,
          due: { acknowledge: TODAY, answer: TODAY, close: TODAY },
        }),
      )
    }
    expect((await transfer()).ok).toBe(true)
    expect(await transfer()).toMatchObject({ ok: false, error: { code: 'case.already-made' } })
    const claim = (pair: typeof claimPair, keys = newReceiptKeys()) =>
      room.within(async (tx) => ({
        keys,
        result: await claimCase(tx, { agencyId, transferId, claimPair: pair, keys }),
      }))
    expect((await claim(newSealingPair())).result).toEqual(NOT_FOUND)
    const [lost, got] = [await claim(claimPair), await claim(claimPair)]
    expect(await room.look({ as: 'reporter', keys: lost.keys })).toEqual(NOT_FOUND)
    const thread = await room.seen({ as: 'reporter', keys: got.keys }, '')
    expect(said(thread.items)).toEqual(['report: from the desk'])
    expect(thread.chain).toEqual({ whole: true })
    expect((await claim(claimPair)).result).toEqual(NOT_FOUND)
  })
})

describe('what lies in the database', () => {
  it('shows nothing that was said, of nobody', async () => {
    const marker = 'MARKER-ไม่มีใครเห็น-7f3a'
    const [outer, inner] = [aKeeper('Outer', 'custodian'), aKeeper('Inner', 'custodian')]
    const keepers = [ethics, outer, inner].map((keeper) => ({
      ...keeper,
      known: { ...keeper.known, role: { th: marker, en: marker } },
    }))
    const { reportId } = await room.make({
      keepers,
      content: { text: marker, fields: { where: marker }, facts: { fear: marker } },
      identity: { plain: marker, outerKeyId: outer.known.keyId, innerKeyId: inner.known.keyId },
    })
    await room.say(ethics.opener, reportId, 'reply', marker)
    const tables = await room.database.owner.query(
      "select table_name as name from information_schema.tables where table_schema = 'protected'",
    )
    for (const { name } of tables.rows) {
      const rows = await room.database.owner.query(`select t::text as row from protected.${name} t`)
      for (const { row } of rows.rows) {
        expect(row).not.toContain(marker)
        expect(row).not.toContain(Buffer.from(marker).toString('hex'))
      }
    }
  })

  it('is out of reach for the rest of the program', async () => {
    await room.make({ keepers: [ethics] })
    const read = withAgency(room.database.db, room.agencyId, (tx) =>
      tx.selectFrom('protected.report').select('id').execute(),
    )
    await expect(read).rejects.toThrow(/permission denied for schema protected/)
    const theirs = room.within((tx) => tx.selectFrom('person').selectAll().execute())
    await expect(theirs).rejects.toThrow(/permission denied for table person/)
  })
})
