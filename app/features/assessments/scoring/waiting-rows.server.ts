const MOST_ROWS = 65_536
const MOST_ENTRIES = 1_048_576

/** Rows of answers that are not counted yet: each is of an agency, and its entries say which of its counts go up by one. */
export function waitingRows(width: number) {
  const entries = new Uint16Array(MOST_ENTRIES + width * 2)
  const starts = new Int32Array(MOST_ROWS + 1)
  const earlier = new Int32Array(MOST_ROWS)
  let latest = new Int32Array(1024).fill(-1)
  let rows = 0

  return {
    /** Where the entries of the next row are to be written. */
    next: () => ({ entries, start: starts[rows] as number }),
    /** Keeps the row whose entries end before `end`; whether no other has room. */
    keep(agency: number, end: number): boolean {
      while (agency >= latest.length) latest = wider(latest)
      earlier[rows] = latest[agency] as number
      latest[agency] = rows
      rows += 1
      starts[rows] = end
      return rows === MOST_ROWS || end >= MOST_ENTRIES
    },
    /** Adds all to the counts, `stride` for each agency, and keeps none. */
    addTo(counts: Uint32Array, stride: number): void {
      for (let agency = 0; agency < latest.length; agency += 1) {
        const base = agency * stride
        for (let row = latest[agency] as number; row >= 0; row = earlier[row] as number)
          for (let at = starts[row] as number; at < (starts[row + 1] as number); at += 1) {
            const place = base + (entries[at] as number)
            counts[place] = (counts[place] as number) + 1
          }
        latest[agency] = -1
      }
      rows = 0
    },
  }
}

function wider(places: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(places.length * 2).fill(-1)
  larger.set(places)
  return larger
}
