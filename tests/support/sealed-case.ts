import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { ItemContent, KnownHolder } from '../../app/features/protected/cases/case.domain.ts'
import type { StoredCaseFile } from '../../app/features/protected/cases/case.repo.server.ts'
import {
  appendItem,
  beginCase,
  makeCase,
  type OpenedItem,
  type Opener,
  openThread,
  type Thread,
} from '../../app/features/protected/cases/open-case.server.ts'
import { withProtected } from '../../app/features/protected/database/protected-db.server.ts'
import { openDerivation, type ReceiptKeys } from '../../app/features/protected/sealing/derivation.server.ts'
import { endorseHolder, endorseRecoveryKey } from '../../app/features/protected/sealing/endorsement.server.ts'
import {
  newSealingPair,
  newSigningPair,
  randomBytesOf,
  randomKey,
} from '../../app/features/protected/sealing/keys.server.ts'
import { openShredStore } from '../../app/features/protected/sealing/shred.server.ts'
import type { Vault } from '../../app/features/protected/sealing/vault.server.ts'
import type { Tx } from '../../app/platform/db/schema.ts'
import { freshDatabase } from './database.ts'

export const TODAY = '2026-11-26'
const cheap = { passes: 1, memory: 8192 }

export type Keeper = Readonly<{ known: KnownHolder; vault: Vault; opener: Opener }>

/** Somebody with keys, who stands in no table: a case knows its holders by its own items. */
export function aKeeper(roleEn: string, kind: KnownHolder['kind'] = 'recipient'): Keeper {
  const vault = { sealing: newSealingPair(), signing: newSigningPair() }
  const keyId = randomUUID()
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
  const known = {
    keyId,
    kind,
    sealing: base64(vault.sealing.publicKey),
    signing: base64(vault.signing.publicKey),
    role: { th: `ไทย ${roleEn}`, en: roleEn },
    endorsement: '',
  }
  return { known, vault, opener: { as: 'holder', keyId, vault } }
}

/** The items of a case in short. */
export const said = (items: readonly OpenedItem[]): readonly string[] =>
  items.map(({ kind, content }) => `${kind}: ${content?.text}`)

export const newReceiptKeys = (): ReceiptKeys => ({
  lookup: randomBytesOf(16),
  wrap: randomKey(),
  signSeed: randomKey(),
})

/** Cases of one agency on a database of its own, with keys of their own outside of it. */
export async function openSealedCases() {
  const database = await freshDatabase()
  const folder = mkdtempSync(path.join(os.tmpdir(), 'prongsai-cases-'))
  const agencyId = randomUUID()
  const pepper = randomKey()
  const tools = {
    derivation: openDerivation({ pepper, atOnce: 2, waiting: 64, receiptCost: cheap, vaultCost: cheap }),
    shred: openShredStore(folder),
  }
  /** As the program keeps the keys of a holder: with the channel's word for them. */
  const endorsed = (known: KnownHolder): KnownHolder => {
    const { keyId, kind } = known
    const [sealing, signing] = [known.sealing, known.signing].map((key) => Buffer.from(key, 'base64')) as [
      Buffer,
      Buffer,
    ]
    const holder = { agencyId, keyId, kind, sealing, signing }
    const word = endorseHolder(tools.derivation.channelKey, holder)
    return { ...known, endorsement: Buffer.from(word).toString('base64') }
  }
  const within = <T>(work: (tx: Tx) => Promise<T>) => withProtected(database.db, agencyId, work)
  const look = (opener: Opener, reportId?: string) =>
    within((tx) => openThread(tx, tools, { agencyId, opener, ...(reportId ? { reportId } : {}) }))
  /** Opens a case and does something with it in one transaction. */
  const withThread = <T>(opener: Opener, reportId: string, work: (tx: Tx, thread: Thread) => Promise<T>) =>
    within(async (tx) => {
      const opened = await openThread(tx, tools, { agencyId, opener, reportId })
      if (!opened.ok) throw new Error('no such case')
      return work(tx, opened.value)
    })
  return {
    database,
    agencyId,
    tools,
    within,
    look,
    endorsed,
    /** Makes a case; the receipt's keys are the reporter's way in. */
    make: async ({
      keepers,
      foreign = [],
      isRecoveryForeign = false,
      keys = newReceiptKeys(),
      content = { text: 'what happened' },
      files = [],
      recoveryKey = null,
      identity = null,
      submissionHash = randomKey(),
    }: {
      keepers: readonly Keeper[]
      foreign?: readonly Keeper[]
      isRecoveryForeign?: boolean
      keys?: ReceiptKeys
      content?: ItemContent
      files?: readonly StoredCaseFile[]
      recoveryKey?: Uint8Array | null
      identity?: { plain: string; outerKeyId: string; innerKeyId: string } | null
      submissionHash?: Uint8Array
    }) => {
      const start = await beginCase(tools)
      const made = await within((tx) =>
        makeCase(tx, tools, {
          agencyId,
          start,
          submissionHash,
          channel: 'web',
          category: 'bribery',
          content,
          files,
          holders: [...keepers.map(({ known }) => endorsed(known)), ...foreign.map(({ known }) => known)],
          recoveryKey: recoveryKey && {
            publicKey: recoveryKey,
            endorsement: isRecoveryForeign
              ? randomBytesOf(64)
              : endorseRecoveryKey(tools.derivation.channelKey, agencyId, recoveryKey),
          },
          identity,
          reporter: { by: 'receipt', keys },
          day: TODAY,
          due: { acknowledge: TODAY, answer: TODAY, close: TODAY },
        }),
      )
      const reporter: Opener = { as: 'reporter', keys }
      return { made, reportId: start.reportId, reporter, keys, submissionHash }
    },
    withThread,
    /** A case as somebody sees it; fails where there is none for them. */
    seen: async (opener: Opener, reportId: string): Promise<Thread> => {
      const opened = await look(opener, reportId)
      if (!opened.ok) throw new Error('not found')
      return opened.value
    },
    /** Adds to a case as somebody who opens it. */
    say: (opener: Opener, reportId: string, kind: 'addition' | 'reply' | 'note', text: string) =>
      withThread(opener, reportId, (tx, thread) =>
        appendItem(tx, tools, { thread, kind, day: TODAY, content: { text } }),
      ),
    close: async () => {
      await database.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
