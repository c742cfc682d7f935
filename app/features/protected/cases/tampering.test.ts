import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aKeeper, openSealedCases, TODAY } from '../../../../tests/support/sealed-case.ts'
import { chainHash, signHash } from '../sealing/chain.server.ts'
import { sealIdentity } from '../sealing/identity.server.ts'
import { type ItemPlace, sealItem } from '../sealing/items.server.ts'
import { newSealingPair, newSigningPair, randomKey, sealFor } from '../sealing/keys.server.ts'
import { acceptLoss } from './accept-loss.server.ts'
import { insertIdentity } from './case.repo.server.ts'
import { identityHash } from './make-case.server.ts'
import { addHolder, appendByChannel, appendItem, newEpoch, type Opener } from './open-case.server.ts'

/** What somebody does who has the whole database, and may write in it, but no key. */
let room: Awaited<ReturnType<typeof openSealedCases>>
beforeAll(async () => {
  room = await openSealedCases()
})
afterAll(() => room.close())

const [ethics, audit] = [aKeeper('Ethics'), aKeeper('Audit')]

async function aLongCase() {
  const { reportId, reporter } = await room.make({ keepers: [ethics, audit] })
  const say = (opener: Opener, text: string) =>
    room.withThread(opener, reportId, (tx, thread) =>
      appendItem(tx, room.tools, { thread, kind: 'addition', day: TODAY, content: { text } }),
    )
  for (const opener of [ethics.opener, reporter, audit.opener]) await say(opener, 'more')
  return { reportId, reporter, say }
}

const write = (sql: string, ...values: readonly unknown[]) => room.database.owner.query(sql, [...values])

/** What the reporter and a recipient are told: the same. */
async function told(reporter: Opener, reportId: string) {
  const reports = []
  for (const opener of [reporter, ethics.opener]) {
    const opened = await room.look(opener, reportId)
    if (!opened.ok) throw new Error('not found')
    reports.push(opened.value.chain)
  }
  expect(reports[1]).toEqual(reports[0])
  return reports[0]
}

describe('a case is told not to be whole', () => {
  it.each([
    [
      'update protected.item set body = set_byte(body, 40, get_byte(body, 40) # 1) where report_id = $1 and seq = 2',
      2,
      'altered',
    ],
    [
      'update protected.item set sealed_dek = set_byte(sealed_dek, 9, get_byte(sealed_dek, 9) # 1) where report_id = $1 and seq = 1',
      1,
      'altered',
    ],
    ["update protected.item set day = '2026-11-01' where report_id = $1 and seq = 3", 3, 'altered'],
    [
      "update protected.item set author = 'channel', author_key_id = null where report_id = $1 and seq = 1",
      1,
      'altered',
    ],
    [
      'update protected.item set signature = set_byte(signature, 9, get_byte(signature, 9) # 1) where report_id = $1 and seq = 1',
      1,
      'unsigned',
    ],
    ['delete from protected.item where report_id = $1 and seq = 1', 1, 'missing'],
    ['delete from protected.item where report_id = $1 and seq = 3', 3, 'missing'],
    [
      'update protected.item set seq = case seq when 1 then 12 else 11 end where report_id = $1 and seq in (1, 2)',
      1,
      'missing',
    ],
    [
      "insert into protected.case_grant values (current_setting('test.agency')::uuid, $1, 0, gen_random_uuid()::text, '\\x00')",
      4,
      'forged-grant',
    ],
    [
      "insert into protected.case_grant values (current_setting('test.agency')::uuid, $1, 0, 'recovery', '\\x00')",
      4,
      'forged-grant',
    ],
  ] as const)('after: %s', async (sql, at, why) => {
    const { reportId, reporter } = await aLongCase()
    await write(sql.replace("current_setting('test.agency')::uuid", `'${room.agencyId}'`), reportId)
    expect(await told(reporter, reportId)).toEqual({ whole: false, at, why })
  })

  it('when two items changed places', async () => {
    const { reportId, reporter } = await aLongCase()
    await write('update protected.item set seq = seq + 10 where report_id = $1 and seq in (1, 2)', reportId)
    await write('update protected.item set seq = 13 - seq where report_id = $1 and seq > 10', reportId)
    expect(await told(reporter, reportId)).toMatchObject({ whole: false, at: 1, why: 'reordered' })
  })

  it('when what was said last was taken away and the end set back', async () => {
    const { reportId, reporter, say } = await aLongCase()
    await write('delete from protected.item where report_id = $1 and seq = 3', reportId)
    await write(
      'update protected.report set next_seq = 3, chain_head = (select chain_hash from protected.item where report_id = $1 and seq = 2) where id = $1',
      reportId,
    )
    expect(await told(reporter, reportId)).toEqual({ whole: false, at: 3, why: 'missing' })
    const refused = { ok: false, error: { code: 'case.not-whole' } }
    for (const opener of [reporter, ethics.opener]) expect(await say(opener, 'more')).toEqual(refused)
    const byChannel = {
      agencyId: room.agencyId,
      reportId,
      kind: 'hold',
      day: TODAY,
      content: { text: '' },
    } as const
    expect(await room.within((tx) => appendByChannel(tx, room.tools, byChannel))).toEqual(refused)
    expect(await told(reporter, reportId)).toEqual({ whole: false, at: 3, why: 'missing' })
  })

  it('after a backup was put back, until that is accepted: then everybody reads that something is missing', async () => {
    const { reportId, reporter, say } = await aLongCase()
    await write('delete from protected.item where report_id = $1 and seq = 3', reportId)
    await write(
      'update protected.report set next_seq = 3, chain_head = (select chain_hash from protected.item where report_id = $1 and seq = 2) where id = $1',
      reportId,
    )
    const accept = () =>
      room.within((tx) => acceptLoss(tx, room.tools, { agencyId: room.agencyId, reportId, day: TODAY }))
    expect(await accept()).toBe(true)
    expect(await accept()).toBe(false)
    expect(await told(reporter, reportId)).toEqual({ whole: true })
    expect((await say(reporter, 'again')).ok).toBe(true)
    const { items } = await room.seen(ethics.opener, reportId)
    expect(items.map(({ kind }) => kind)).toEqual(['report', 'addition', 'addition', 'restored', 'addition'])
  })

  it('when an item of another case was put in', async () => {
    const [mine, theirs] = [await aLongCase(), await aLongCase()]
    await write(
      `update protected.item mine set sealed_dek = theirs.sealed_dek, body = theirs.body, chain_hash = theirs.chain_hash,
         signature = theirs.signature from protected.item theirs
       where mine.report_id = $1 and theirs.report_id = $2 and mine.seq = 1 and theirs.seq = 1`,
      mine.reportId,
      theirs.reportId,
    )
    expect(await told(mine.reporter, mine.reportId)).toEqual({ whole: false, at: 1, why: 'altered' })
    expect(await told(theirs.reporter, theirs.reportId)).toEqual({ whole: true })
  })

  it('when a file or what is known of it was taken away or exchanged', async () => {
    const file = (id: string) => ({
      id,
      name: 'a.pdf',
      type: 'application/pdf',
      size: 9,
      key: '',
      sealedHash: 'ab'.repeat(32),
    })
    const stored = (id: string) => ({
      id,
      path: `${id.slice(0, 2)}/${id.replaceAll('-', '')}`,
      paddedSize: 2048,
      sealedHash: 'ab'.repeat(32),
    })
    const makeWithFile = async () => {
      const id = randomUUID()
      const made = await room.make({
        keepers: [ethics],
        content: { text: 'x', files: [file(id)] },
        files: [stored(id)],
      })
      expect(await told(made.reporter, made.reportId)).toEqual({ whole: true })
      return made
    }
    const gone = await makeWithFile()
    await write('delete from protected.sealed_file where report_id = $1', gone.reportId)
    expect(await told(gone.reporter, gone.reportId)).toEqual({ whole: false, at: 0, why: 'missing' })
    const exchanged = await makeWithFile()
    await write(
      "update protected.sealed_file set sealed_hash = decode(repeat('cd', 32), 'hex') where report_id = $1",
      exchanged.reportId,
    )
    expect(await told(exchanged.reporter, exchanged.reportId)).toEqual({
      whole: false,
      at: 0,
      why: 'altered',
    })
  })

  it('when the identity was taken away or exchanged', async () => {
    const [outer, inner] = [aKeeper('Outer', 'custodian'), aKeeper('Inner', 'custodian')]
    const identity = { plain: 'me', outerKeyId: outer.known.keyId, innerKeyId: inner.known.keyId }
    const keepers = [ethics, outer, inner]
    const [exchanged, gone] = [await room.make({ keepers, identity }), await room.make({ keepers, identity })]
    expect(await told(gone.reporter, gone.reportId)).toEqual({ whole: true })
    await write(
      "update protected.identity set body = body || '\\x00' where report_id = $1",
      exchanged.reportId,
    )
    expect(await told(exchanged.reporter, exchanged.reportId)).toEqual({
      whole: false,
      at: 0,
      why: 'altered',
    })
    await write('delete from protected.identity where report_id = $1', gone.reportId)
    expect(await told(gone.reporter, gone.reportId)).toEqual({ whole: false, at: 0, why: 'missing' })
  })

  it('when an identity that was given later was taken away, or one was put in that nobody gave', async () => {
    const [outer, inner] = [aKeeper('Outer', 'custodian'), aKeeper('Inner', 'custodian')]
    const made = await room.make({ keepers: [ethics, outer, inner] })
    const { reportId, reporter } = made
    const keys = [outer, inner].map(({ vault }) => vault.sealing.publicKey) as [Uint8Array, Uint8Array]
    const sealed = sealIdentity('me', { reportId, shredKey: randomKey() }, { outer: keys[0], inner: keys[1] })
    const row = { ...sealed, outerKeyId: outer.known.keyId, innerKeyId: inner.known.keyId }
    const put = () => room.within((tx) => insertIdentity(tx, { agencyId: room.agencyId, reportId }, row))
    await put()
    expect(await told(reporter, reportId)).toEqual({ whole: false, at: 0, why: 'altered' })
    await room.withThread(reporter, reportId, (tx, thread) =>
      appendItem(tx, room.tools, {
        thread,
        kind: 'addition',
        day: TODAY,
        content: { text: 'it is me', identityHash: identityHash(row) },
      }),
    )
    expect(await told(reporter, reportId)).toEqual({ whole: true })
    await write('delete from protected.identity where report_id = $1', reportId)
    expect(await told(reporter, reportId)).toEqual({ whole: false, at: 1, why: 'missing' })
    await put()
    expect(await told(reporter, reportId)).toEqual({ whole: true })
  })

  it('when the keys of the reporter were exchanged: nothing more is sealed for them by a recipient', async () => {
    const { reportId } = await aLongCase()
    await write(
      'update protected.report set reporter_sealing_key = $2 where id = $1',
      reportId,
      newSealingPair().publicKey,
    )
    const opened = await room.look(ethics.opener, reportId)
    expect(opened).toMatchObject({ ok: true, value: { chain: { whole: false, at: 0 } } })
    const refused = { ok: false, error: { code: 'case.not-whole' } }
    const act = { reason: 'r', day: TODAY } as const
    await room.withThread(ethics.opener, reportId, async (tx, thread) => {
      const leave = { thread, kind: 'removal' as const, leaves: [audit.known.keyId], ...act }
      expect(await newEpoch(tx, room.tools, leave)).toEqual(refused)
      expect(
        await addHolder(tx, room.tools, { thread, holder: room.endorsed(aKeeper('x').known), ...act }),
      ).toEqual(refused)
    })
  })
})

describe('somebody with the database alone', () => {
  it('cannot begin an epoch of their own: nobody seals for it', async () => {
    const { reportId, reporter, say } = await aLongCase()
    const [mine, mySigning] = [newSealingPair(), newSigningPair()]
    const { rows } = await write('select * from protected.report where id = $1', reportId)
    const row = rows[0]
    const place: ItemPlace = {
      reportId,
      epoch: 1,
      seq: row.next_seq,
      kind: 'removal',
      author: 'recipient',
      authorKeyId: audit.known.keyId,
      day: TODAY,
    }
    // Even with the key outside the database.
    const shredKey = (await room.tools.shred.find(reportId)) ?? randomKey()
    const content = { text: 'forged', leaves: [], epochKey: Buffer.from(mine.publicKey).toString('base64') }
    const sealed = sealItem(Buffer.from(JSON.stringify(content)), place, {
      epochKey: mine.publicKey,
      shredKey,
    })
    const hash = chainHash(row.chain_head, place, sealed)
    await write('insert into protected.epoch values ($1, $2, 1, $3)', room.agencyId, reportId, mine.publicKey)
    for (const [holder, key] of [
      ['reporter', row.reporter_sealing_key],
      [ethics.known.keyId, Buffer.from(ethics.known.sealing, 'base64')],
      [audit.known.keyId, Buffer.from(audit.known.sealing, 'base64')],
    ])
      await write(
        'insert into protected.case_grant values ($1, $2, 1, $3, $4)',
        room.agencyId,
        reportId,
        holder,
        sealFor(key, mine.secretKey),
      )
    await write(
      'insert into protected.item values ($1, $2, $3, 1, $4, $5, $6, $7, $8, $9, $10, $11)',
      room.agencyId,
      reportId,
      place.seq,
      place.kind,
      place.author,
      place.authorKeyId,
      place.day,
      sealed.sealedDek,
      sealed.body,
      hash,
      signHash(mySigning, hash),
    )
    await write(
      'update protected.report set epoch = 1, next_seq = $2, chain_head = $3 where id = $1',
      reportId,
      place.seq + 1,
      hash,
    )
    expect(await told(reporter, reportId)).toEqual({ whole: false, at: place.seq, why: 'unsigned' })
    for (const opener of [reporter, ethics.opener])
      expect(await say(opener, 'secret')).toEqual({ ok: false, error: { code: 'case.not-whole' } })
  })

  it('cannot lead a case back to an epoch that somebody was put out of', async () => {
    const { reportId, reporter, say } = await aLongCase()
    await room.withThread(ethics.opener, reportId, (tx, thread) =>
      newEpoch(tx, room.tools, {
        thread,
        kind: 'removal',
        leaves: [audit.known.keyId],
        reason: 'r',
        day: TODAY,
      }),
    )
    await write('update protected.report set epoch = 0 where id = $1', reportId)
    expect(await told(reporter, reportId)).toMatchObject({ whole: false, why: 'forged-grant' })
    expect(await say(reporter, 'secret')).toEqual({ ok: false, error: { code: 'case.not-whole' } })
  })

  it('cannot exchange the key of an epoch: nobody seals for it', async () => {
    const { reportId, reporter, say } = await aLongCase()
    await write(
      'update protected.epoch set public_key = $2 where report_id = $1',
      reportId,
      newSealingPair().publicKey,
    )
    expect(await told(reporter, reportId)).toEqual({ whole: false, at: 4, why: 'forged-grant' })
    expect(await say(reporter, 'secret')).toEqual({ ok: false, error: { code: 'case.not-whole' } })
  })
})
