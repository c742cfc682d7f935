import { PDFCrossRefStream } from '@cantoo/pdf-lib'

type Entry = Readonly<{ ref: { objectNumber: number } }>
type Table = { entries: Entry[]; appendEntry: (entry: Entry) => void }

/**
 * pdf-lib 2.11 looks through the whole table of objects for the place of each new entry: writing a document takes time in
 * the square of its objects (45 of 106 s with 1,000 measures). The place is found by halving here. Same order, same bytes.
 */
export function quickenCrossReferences(): void {
  const table = PDFCrossRefStream.prototype as unknown as Table
  table.appendEntry = function (entry) {
    let low = 0
    let high = this.entries.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.entries[middle] as Entry).ref.objectNumber > entry.ref.objectNumber) high = middle
      else low = middle + 1
    }
    this.entries.splice(low, 0, entry)
  }
}
