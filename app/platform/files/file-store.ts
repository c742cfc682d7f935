import type { Readable } from 'node:stream'

/** First and last byte, both counted from 0 and both included. */
export type ByteSpan = Readonly<{ first: number; last: number }>

/** A file of an agency, known by the SHA-256 of its content in lower-case hex. `size` is in bytes. */
export type FileKey = Readonly<{ agencyId: string; sha256: string }>

/** A file that lies in the store; `size` in bytes, `at`: when it was kept last. */
export type StoredFile = FileKey & Readonly<{ size: number; at: Date }>

/** What a file of a store is called. */
export const isFileHash = (name: string): boolean => /^[0-9a-f]{64}$/.test(name)

/**
 * Where the files of all agencies lie. Nothing in it is ever changed or overwritten: a file is its content. No file is held
 * in memory whole.
 */
export type FileStore = Readonly<{
  /**
   * Keeps a file that lies complete at `path`, which stays where it is. When this resolves the file is there for good, also
   * after a power cut; one that is there already is left as it is.
   */
  put: (file: FileKey & Readonly<{ path: string; size: number; mediaType: string }>) => Promise<void>
  /** The bytes of a file, or of a part of it; null where there is no such file. */
  open: (file: FileKey, span?: ByteSpan) => Promise<Readable | null>
  /** Every file of an agency that lies there, in no order. */
  list: (agencyId: string) => AsyncIterable<StoredFile>
  /**
   * Forgets a file when nobody has kept it, or kept it again, since `before`; says whether it did. For what nothing refers to:
   * keeping a file that is there already counts as keeping it.
   */
  removeOlder: (file: FileKey, before: Date) => Promise<boolean>
  /** Forgets a file, which may be gone already. Only for what nothing else can have the same content as: sealed files. */
  remove: (file: FileKey) => Promise<void>
}>
