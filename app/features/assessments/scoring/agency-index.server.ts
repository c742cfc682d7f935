import { csvCell } from '../../../platform/office-files/csv-cells.ts'

const DECODER = new TextDecoder()

/**
 * Numbers agencies by their codes in the order in which they come. A code is looked up by its bytes: a file of a million rows
 * names an agency in each, and making a string of every one of them would take longer than all the rest. One code may be
 * written in several ways (with blanks, with a guard before it): each way is a key, and all keys of a code have its number.
 */
export function agencyIndex() {
  let table = new Int32Array(1024).fill(-1)
  const hashes: number[] = []
  const keys: Uint8Array[] = []
  const numbers: number[] = []
  const codes = new Map<string, number>()
  let last = -1

  function named(code: string): number {
    const known = codes.get(code)
    if (known !== undefined) return known
    codes.set(code, codes.size)
    return codes.size - 1
  }

  /** The number of the agency in a cell's bytes; −1 where they are no code: a dash, a formula. */
  function of(data: Uint8Array, from: number, to: number): number {
    if (last >= 0 && isSame(keys[last] as Uint8Array, data, from, to)) return numbers[last] as number
    const hash = hashOf(data, from, to)
    let slot = hash & (table.length - 1)
    for (let index = table[slot] as number; index >= 0; index = table[slot] as number) {
      if (hashes[index] === hash && isSame(keys[index] as Uint8Array, data, from, to)) {
        last = index
        return numbers[index] as number
      }
      slot = (slot + 1) & (table.length - 1)
    }
    return added(data.slice(from, to), hash, slot)
  }

  // On its own: looking up stays small enough to be compiled into the loop that reads rows.
  function added(key: Uint8Array, hash: number, slot: number): number {
    const { text, isFormula } = csvCell(DECODER.decode(key))
    if (text === '' || isFormula) return -1
    last = keys.length
    table[slot] = last
    hashes.push(hash)
    keys.push(key)
    numbers.push(named(text))
    if (keys.length * 2 > table.length) table = larger(table, hashes)
    return numbers[last] as number
  }

  return {
    of,
    /** The number of a code as it is meant. */
    named,
    codes: (): readonly string[] => [...codes.keys()],
  }
}

function larger(table: Int32Array, hashes: readonly number[]): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(table.length * 2).fill(-1)
  for (const [index, hash] of hashes.entries()) {
    let slot = hash & (wider.length - 1)
    while ((wider[slot] as number) >= 0) slot = (slot + 1) & (wider.length - 1)
    wider[slot] = index
  }
  return wider
}

function isSame(key: Uint8Array, data: Uint8Array, from: number, to: number): boolean {
  if (key.length !== to - from) return false
  for (let at = 0; at < key.length; at += 1) if (key[at] !== data[from + at]) return false
  return true
}

/** FNV-1a of 32 bits. */
function hashOf(data: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ (data[at] as number), 0x01000193)
  return hash >>> 0
}
