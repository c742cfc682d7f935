import { type ItemRef, parseItemRef, yearOf } from '../../../kernel/item-ref.ts'
import { toArabicDigits } from '../../../kernel/thai-digits.ts'
import {
  type Catalogue,
  canonicalRef,
  frameworkOf,
  type Instrument,
  refsByLabel,
} from '../../catalogue/index.ts'
import { INDICATOR_WORDS, TOTAL_WORDS } from './figure-words.th.ts'
import { foldedHead } from './mapping.domain.ts'

export type FigurePlace =
  | Readonly<{ kind: 'score'; ref: ItemRef }>
  | Readonly<{ kind: 'total'; part: Instrument | 'total' }>

/** `figurePlace` of one catalogue, each text of a year looked up once: a file says the same few a thousand times. */
export function placesIn(catalogue: Catalogue): (year: number, written: string) => FigurePlace | null {
  const known = new Map<string, FigurePlace | null>()
  return (year, written) => {
    const key = `${year} ${written}`
    const found = known.has(key) ? (known.get(key) ?? null) : figurePlace(catalogue, year, written)
    known.set(key, found)
    return found
  }
}

const INSTRUMENT = /(iit|eit|oit)/gu
const CODE = /^(?:\d{4}:)?([ieo]\d{1,2})(?![\d])/iu
const NUMBER_ALONE = /^\d{1,2}(?:\.\d)?$/u
const INDICATOR = new RegExp(`^(?:${INDICATOR_WORDS.join('|')})(\\d{1,2}(?:\\.\\d)?)(?![\\d.])(.*)$`, 'iu')
const NUMBERED_TITLE = /^(\d{1,2})[.)]?\s*(\D.*)$/u

/**
 * What a text of a sheet names in a year: an item by its code ("e1", "2567:O28"), an indicator by its number or title, an
 * instrument or the total. Null where the year has no such thing, and where number and title name two.
 */
export function figurePlace(catalogue: Catalogue, year: number, written: string): FigurePlace | null {
  const text = toArabicDigits(written).replace(/\s+/gu, ' ').trim()
  const whole = wholeOf(text)
  if (whole !== null) return { kind: 'total', part: whole }
  const ref = refIn(catalogue, year, text)
  return ref === null ? null : { kind: 'score', ref }
}

/** An instrument ("แบบวัด IIT", "IIT (30)") or the total; null for anything else. */
export function wholeOf(written: string): Instrument | 'total' | null {
  const folded = foldedHead(written)
  if (TOTAL_WORDS.some((word) => foldedHead(word) === folded)) return 'total'
  const named = new Set(folded.match(INSTRUMENT))
  const [only] = named
  // Beside its name there may be its weight or the full mark, and nothing that numbers an item or an indicator.
  const isBare =
    !INDICATOR_WORDS.some((word) => folded.includes(word)) && /^\D*(?:30|40|100)?\D*$/u.test(folded)
  return named.size === 1 && only !== undefined && isBare ? (only.toUpperCase() as Instrument) : null
}

function refIn(catalogue: Catalogue, year: number, text: string): ItemRef | null {
  const full = parseItemRef(text)
  if (full !== null) return yearOf(full) === year ? canonicalRef(catalogue, year, text.slice(5)) : null
  const code = CODE.exec(text)
  if (code) return text.startsWith(code[1] ?? '') ? canonicalRef(catalogue, year, code[1] ?? '') : null
  if (NUMBER_ALONE.test(text)) return canonicalRef(catalogue, year, `ind${Number(text)}`)
  const indicator = INDICATOR.exec(text.replace(/\s+/gu, ''))
  if (indicator) {
    const ref = canonicalRef(catalogue, year, `ind${indicator[1]}`)
    const title = (indicator[2] ?? '').replace(/^[.):-]+/u, '')
    const named = titled(catalogue, year, title)
    return named === null || named === ref ? ref : null
  }
  const numbered = NUMBERED_TITLE.exec(text)
  if (numbered) {
    const named = titled(catalogue, year, numbered[2] ?? '')
    return named === canonicalRef(catalogue, year, `ind${numbered[1]}`) ? named : null
  }
  return titled(catalogue, year, text)
}

/** The one item or indicator of this title, question or printed label. */
function titled(catalogue: Catalogue, year: number, title: string): ItemRef | null {
  const folded = foldedHead(title)
  const framework = frameworkOf(catalogue, year)
  if (folded === '' || !framework) return null
  const same = (own: string | null | undefined) =>
    own !== null && own !== undefined && foldedHead(own) === folded
  const rows = [
    ...framework.indicators.filter((row) => same(row.title.th) || same(row.title.en)),
    ...framework.items.filter((row) => same(row.title?.th) || same(row.title?.en) || same(row.wording)),
  ]
  const refs = rows.length > 0 ? rows.map(({ ref }) => ref) : refsByLabel(catalogue, year, title)
  return refs.length === 1 ? (refs[0] ?? null) : null
}
