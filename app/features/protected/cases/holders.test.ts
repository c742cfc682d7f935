import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aKeeper, openSealedCases, said, TODAY } from '../../../../tests/support/sealed-case.ts'
import { newSealingPair } from '../sealing/keys.server.ts'
import {
  addHolder,
  appendItem,
  newEpoch,
  type Opener,
  recoverCase,
  rotateHolder,
} from './open-case.server.ts'

let room: Awaited<ReturnType<typeof openSealedCases>>
beforeAll(async () => {
  room = await openSealedCases()
})
afterAll(() => room.close())

const [ethics, audit, newcomer, stranger] = [
  aKeeper('Ethics'),
  aKeeper('Audit'),
  aKeeper('Newcomer'),
  aKeeper('Stranger'),
]
const NOT_FOUND = { ok: false, error: { code: 'case.not-found' } }

describe('who reads a case', () => {
  it('may be more: the newcomer reads everything, and the reporter sees who gave it and why', async () => {
    const { reportId, reporter } = await room.make({ keepers: [ethics, audit] })
    await room.withThread(ethics.opener, reportId, (tx, thread) =>
      addHolder(tx, room.tools, {
        thread,
        holder: room.endorsed(newcomer.known),
        reason: 'knows the matter',
        day: TODAY,
      }),
    )
    const thread = await room.seen(newcomer.opener, reportId)
    expect(said(thread.items)).toEqual(['report: what happened', 'grant: knows the matter'])
    await room.say(newcomer.opener, reportId, 'reply', 'hello')
    const reporters = await room.seen(reporter, reportId)
    expect(reporters.chain).toEqual({ whole: true })
    expect(reporters.known.map(({ role }) => role.en)).toEqual(['Ethics', 'Audit', 'Newcomer'])
    expect(reporters.items.at(-1)?.role?.en).toBe('Newcomer')
  })

  it('may be fewer: who left finds no case, and nothing said later opens with what they kept', async () => {
    const { reportId, reporter } = await room.make({ keepers: [ethics, audit] })
    const kept = await room.database.owner.query(
      'select * from protected.case_grant where report_id = $1 and holder = $2',
      [reportId, audit.known.keyId],
    )
    await room.withThread(ethics.opener, reportId, (tx, thread) =>
      newEpoch(tx, room.tools, {
        thread,
        kind: 'removal',
        leaves: [audit.known.keyId],
        reason: 'involved',
        day: TODAY,
      }),
    )
    await room.say(reporter, reportId, 'addition', 'only for who stayed')
    expect(await room.look(audit.opener, reportId)).toEqual(NOT_FOUND)
    for (const opener of [ethics.opener, reporter]) {
      const thread = await room.seen(opener, reportId)
      expect(said(thread.items)).toEqual([
        'report: what happened',
        'removal: involved',
        'addition: only for who stayed',
      ])
      expect(thread.chain).toEqual({ whole: true })
    }
    await room.database.owner.query(
      'insert into protected.case_grant select * from json_populate_record(null::protected.case_grant, $1)',
      [JSON.stringify({ ...kept.rows[0], sealed_key: `\\x${kept.rows[0].sealed_key.toString('hex')}` })],
    )
    expect(said((await room.seen(audit.opener, reportId)).items)).toEqual([
      'report: what happened',
      'removal: undefined',
      'addition: undefined',
    ])
    expect((await room.seen(reporter, reportId)).chain).toEqual({ whole: false, at: 3, why: 'forged-grant' })
  })

  it('cannot sign any more after they left', async () => {
    const { reportId, reporter } = await room.make({ keepers: [ethics, audit] })
    const before = await room.seen(audit.opener, reportId)
    await room.withThread(ethics.opener, reportId, (tx, thread) =>
      newEpoch(tx, room.tools, {
        thread,
        kind: 'recusal',
        leaves: [audit.known.keyId],
        reason: 'r',
        day: TODAY,
      }),
    )
    const late = await room.within((tx) =>
      appendItem(tx, room.tools, { thread: before, kind: 'reply', day: TODAY, content: { text: 'late' } }),
    )
    expect(late).toEqual({ ok: false, error: { code: 'case.not-whole' } })
    expect((await room.seen(reporter, reportId)).chain).toEqual({ whole: true })
  })

  it('goes on with a new key in place of the old one', async () => {
    const { reportId, reporter } = await room.make({ keepers: [ethics] })
    const renewed = aKeeper('Ethics')
    await room.withThread(ethics.opener, reportId, (tx, thread) =>
      rotateHolder(tx, room.tools, {
        thread,
        old: ethics.known.keyId,
        holder: room.endorsed(renewed.known),
        reason: 'new key',
        day: TODAY,
      }),
    )
    await room.say(renewed.opener, reportId, 'reply', 'still here')
    expect(await room.look(ethics.opener, reportId)).toEqual(NOT_FOUND)
    const thread = await room.seen(reporter, reportId)
    expect(thread.chain).toEqual({ whole: true })
    expect(thread.items.at(-1)?.role?.en).toBe('Ethics')
  })

  it('is found again by a quorum when nobody can open it, and everybody sees that', async () => {
    const recovery = newSealingPair()
    const { reportId, reporter } = await room.make({
      keepers: [ethics, audit],
      recoveryKey: recovery.publicKey,
    })
    await room.withThread(ethics.opener, reportId, (tx, thread) =>
      newEpoch(tx, room.tools, {
        thread,
        kind: 'removal',
        leaves: [audit.known.keyId],
        reason: 'r',
        day: TODAY,
      }),
    )
    await room.withThread({ as: 'recovery', pair: recovery }, reportId, (tx, thread) =>
      recoverCase(tx, room.tools, {
        thread,
        holder: room.endorsed(newcomer.known),
        reason: 'nobody was left',
        day: TODAY,
      }),
    )
    expect(said((await room.seen(newcomer.opener, reportId)).items).at(-1)).toBe('recovery: nobody was left')
    const thread = await room.seen(reporter, reportId)
    expect(thread.chain).toEqual({ whole: true })
    expect(thread.items.at(-1)).toMatchObject({ kind: 'recovery', author: 'channel' })
  })
})

describe('keys that were written past the program', () => {
  it('get no report, and no case that is given on', async () => {
    const { reportId, reporter } = await room.make({ keepers: [ethics], foreign: [stranger] })
    expect(await room.look(stranger.opener, reportId)).toEqual(NOT_FOUND)
    expect((await room.seen(reporter, reportId)).known.map(({ role }) => role.en)).toEqual(['Ethics'])
    const give = room.withThread(ethics.opener, reportId, (tx, thread) =>
      addHolder(tx, room.tools, { thread, holder: stranger.known, reason: 'r', day: TODAY }),
    )
    await expect(give).rejects.toThrow(/does not endorse/)
    expect(await room.look(stranger.opener, reportId)).toEqual(NOT_FOUND)
  })

  it('in place of those of a holder, or of another kind of holder, get none', async () => {
    const real = room.endorsed(audit.known)
    const custodian = room.endorsed(aKeeper('Custodian', 'custodian').known)
    const forged = [
      { ...real, sealing: stranger.known.sealing },
      { ...custodian, kind: 'recipient' as const },
    ]
    const foreign = forged.map((known) => ({ ...stranger, known }))
    const { reportId, reporter } = await room.make({ keepers: [ethics], foreign })
    expect((await room.seen(reporter, reportId)).known.map(({ role }) => role.en)).toEqual(['Ethics'])
  })
})

describe('a key of recovery that was written past the program', () => {
  it('gets no report', async () => {
    const recovery = newSealingPair()
    const made = { keepers: [ethics], recoveryKey: recovery.publicKey }
    const opener: Opener = { as: 'recovery', pair: recovery }
    const { reportId } = await room.make({ ...made, isRecoveryForeign: true })
    expect(await room.look(opener, reportId)).toEqual(NOT_FOUND)
    expect((await room.look(opener, (await room.make(made)).reportId)).ok).toBe(true)
  })
})
