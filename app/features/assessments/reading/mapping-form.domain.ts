import { yearIn } from './figure-value.domain.ts'
import {
  type ColumnMapping,
  INSTRUMENT_SCALES,
  isColumnMeaning,
  type MappedColumn,
} from './mapping.domain.ts'

/** What a form of the mapping page sends; `year` keeps what was typed where it is none. */
export type SentMapping = Readonly<{ mapping: ColumnMapping; badYear: string | null }>

type Sent = Readonly<{ get: (name: string) => unknown; has: (name: string) => boolean }>
const MOST_COLUMNS = 2000

/** Columns as `head.0`, `means.0`, …; words for a level as `word.0`, `level.0`, …. A meaning that is none means nothing. */
export function mappingFromForm(sent: Sent): SentMapping {
  const text = (name: string) =>
    String(sent.get(name) ?? '')
      .replace(/[\p{Cc}\p{Cs}]/gu, '')
      .trim()
  const columns: MappedColumn[] = []
  for (let at = 0; at < MOST_COLUMNS && sent.has(`head.${at}`); at += 1) {
    const means = text(`means.${at}`)
    columns.push({ head: text(`head.${at}`), means: isColumnMeaning(means) ? means : 'nothing' })
  }
  const levels: [string, string][] = []
  for (let at = 0; at < MOST_COLUMNS && sent.has(`word.${at}`); at += 1)
    if (text(`level.${at}`) !== '') levels.push([text(`word.${at}`), text(`level.${at}`)])
  const typed = text('year')
  const year = typed === '' ? null : yearIn(typed)
  return {
    mapping: {
      columns,
      year,
      instrumentScale: INSTRUMENT_SCALES.find((scale) => scale === text('scale')) ?? null,
      agency: text('agency') || null,
      fillDown: sent.has('fillDown'),
      levels: Object.fromEntries(levels),
    },
    badYear: typed !== '' && year === null ? typed : null,
  }
}
