import { createHash } from 'node:crypto'
import type { Snapshot } from './snapshot.server.ts'

/** How many rows a table has, and the SHA-256 of their text of COPY in the order of the primary key. */
export type TableSum = Readonly<{ rows: number; sha256: string }>

/** By name of the table. */
export type Sums = ReadonlyMap<string, TableSum>

const LINE_FEED = 0x0a

/** Counts and hashes what passes. A row is a line: within values COPY writes line feeds as letters. */
export function openTally() {
  const hash = createHash('sha256')
  let rows = 0
  return {
    add: (chunk: Uint8Array) => {
      hash.update(chunk)
      for (let at = chunk.indexOf(LINE_FEED); at !== -1; at = chunk.indexOf(LINE_FEED, at + 1)) rows += 1
    },
    sum: (): TableSum => ({ rows, sha256: hash.digest('hex') }),
  }
}

/** The sum of one table, read through. */
export async function sumOf(rows: AsyncIterable<Uint8Array>): Promise<TableSum> {
  const tally = openTally()
  for await (const chunk of rows) tally.add(chunk)
  return tally.sum()
}

/** Reads every table of a snapshot, and tells after each. */
export async function sumsOf(
  snapshot: Snapshot,
  onTable: (table: string, sum: TableSum) => void = () => {},
): Promise<Sums> {
  const sums = new Map<string, TableSum>()
  for (const table of snapshot.tables) {
    const sum = await sumOf(await snapshot.rows(table.name))
    sums.set(table.name, sum)
    onTable(table.name, sum)
  }
  return sums
}

export const isSameSum = (one: TableSum, other: TableSum | undefined): boolean =>
  one.rows === other?.rows && one.sha256 === other.sha256
