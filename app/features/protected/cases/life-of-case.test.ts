import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  aKeeper,
  type Keeper,
  newReceiptKeys,
  openSealedCases,
  TODAY,
} from '../../../../tests/support/sealed-case.ts'
import { newSealingPair } from '../sealing/keys.server.ts'
import {
  addHolder,
  appendItem,
  newEpoch,
  type Opener,
  recoverCase,
  reissueReceipt,
  rotateHolder,
} from './open-case.server.ts'

let room: Awaited<ReturnType<typeof openSealedCases>>
beforeAll(async () => {
  room = await openSealedCases()
})
afterAll(() => room.close())

const act = fc.record({
  kind: fc.constantFrom('say', 'say', 'answer', 'add', 'remove', 'rotate', 'recover', 'reissue'),
  pick: fc.nat(20),
})

it(
  'whatever happens to a case, exactly who belongs to it reads all of it, and it is whole for each of them',
  () =>
    fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 8 }), async (acts) => {
        const recovery = newSealingPair()
        const everybody: Keeper[] = [aKeeper('first'), aKeeper('second')]
        const readers = new Set(everybody)
        const made = await room.make({ keepers: everybody, recoveryKey: recovery.publicKey })
        const { reportId } = made
        let reporter: Opener = made.reporter
        let isReissued = false
        let length = 1
        const oneOf = (pick: number) => [...readers][pick % readers.size] as Keeper
        const joins = (keeper: Keeper) => {
          everybody.push(keeper)
          readers.add(keeper)
          return room.endorsed(keeper.known)
        }
        for (const { kind, pick } of acts) {
          const by = oneOf(pick)
          const facts = { reason: kind, day: TODAY }
          if (kind === 'remove' && readers.size === 1) continue
          if (kind === 'reissue' && isReissued) continue
          const opener =
            kind === 'say' || kind === 'reissue'
              ? reporter
              : kind === 'recover'
                ? ({ as: 'recovery', pair: recovery } as const)
                : by.opener
          const done = await room.withThread(opener, reportId, async (tx, thread) => {
            const { tools } = room
            if (kind === 'add')
              return addHolder(tx, tools, { thread, holder: joins(aKeeper('more')), ...facts })
            if (kind === 'recover')
              return recoverCase(tx, tools, { thread, holder: joins(aKeeper('found')), ...facts })
            if (kind === 'rotate') {
              readers.delete(by)
              const holder = joins(aKeeper('renewed'))
              return rotateHolder(tx, tools, { thread, old: by.known.keyId, holder, ...facts })
            }
            if (kind === 'remove') {
              const leaver = oneOf(pick + 1)
              readers.delete(leaver)
              const leaves = [leaver.known.keyId]
              return newEpoch(tx, tools, { thread, kind: 'removal', leaves, ...facts })
            }
            if (kind === 'reissue') {
              const keys = newReceiptKeys()
              const result = await reissueReceipt(tx, { thread, keys })
              reporter = { as: 'reporter', keys }
              isReissued = true
              length--
              return result
            }
            const content = { text: kind }
            return appendItem(tx, tools, {
              thread,
              kind: kind === 'say' ? 'addition' : 'reply',
              day: TODAY,
              content,
            })
          })
          expect(done.ok).toBe(true)
          length++
          for (const seen of [reporter, ...[...readers].map((keeper) => keeper.opener)]) {
            const thread = await room.seen(seen, reportId)
            expect(thread.chain).toEqual({ whole: true })
            expect(thread.items.map(({ content }) => content === null)).toEqual(Array(length).fill(false))
          }
          for (const keeper of everybody.filter((one) => !readers.has(one)))
            expect((await room.look(keeper.opener, reportId)).ok).toBe(false)
        }
      }),
      { numRuns: 12 },
    ),
  60_000,
)
