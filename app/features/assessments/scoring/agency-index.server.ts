const DECODER = new TextDecoder()
const ENCODER = new TextEncoder()

/**
 * Numbers agencies by their codes in the order in which they come. A code is looked up by its bytes: a file of a million rows
 * names an agency in each, and making a string of every one of them would take longer than all the rest.
 */
export function agencyIndex() {
  let table = new Int32Array(1024).fill(-1)
  const hashes: number[] = []
  const keys: Uint8Array[] = []
  let last = -1

  function of(data: Uint8Array, from: number, to: number): number {
    if (last >= 0 && isSame(keys[last] as Uint8Array, data, from, to)) return last
    const hash = hashOf(data, from, to)
    let slot = hash & (table.length - 1)
    for (let index = table[slot] as number; index >= 0; index = table[slot] as number) {
      if (hashes[index] === hash && isSame(keys[index] as Uint8Array, data, from, to)) {
        last = index
        return index
      }
      slot = (slot + 1) & (table.length - 1)
    }
    last = keys.length
    table[slot] = last
    hashes.push(hash)
    keys.push(data.slice(from, to))
    if (keys.length * 2 > table.length) table = larger(table, hashes)
    return last
  }

  return {
    of,
    named(code: string): number {
      const bytes = ENCODER.encode(code)
      return of(bytes, 0, bytes.length)
    },
    codes: (): readonly string[] => keys.map((key) => DECODER.decode(key)),
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
