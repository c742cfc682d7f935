import { createHash } from 'node:crypto'
import type { FileKey, FileStore } from './file-store.ts'

/** 'unreadable': it is there, and the disk or the store does not give it. */
export type StoredState = 'whole' | 'missing' | 'altered' | 'unreadable'

/** Reads a file of the store from its first byte to its last, piece by piece, and says whether it is what it is called. */
export async function checkStored(store: FileStore, key: FileKey): Promise<StoredState> {
  try {
    const bytes = await store.open(key)
    if (bytes === null) return 'missing'
    const hash = createHash('sha256')
    for await (const piece of bytes) hash.update(piece as Uint8Array)
    return hash.digest('hex') === key.sha256 ? 'whole' : 'altered'
  } catch {
    return 'unreadable'
  }
}
