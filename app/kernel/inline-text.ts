import { textWidth } from './chart/label-lines.ts'
import type { Block, ListItem, RichText, Run } from './rich-text.ts'
import { atomsOf, splitToFit } from './thai-words.ts'

/** Text of one style: atoms joined by U+200B, white space as an atom of its own. Bit 1 of the style is strong, bit 2 a citation. */
export type Span = readonly [style: number, atoms: string]
/** A run of spans; an array of spans in place of one is an atom whose parts differ in style. */
export type Inline = readonly (Span | readonly Span[])[]
export type ItemData = Readonly<{ t: Inline; sub: readonly ItemData[] }>
export type BlockData =
  | Readonly<{ k: 'p'; t: Inline }>
  | Readonly<{ k: 'list'; ordered: boolean; items: readonly ItemData[] }>

/** Where text is set: how wide its line is, in em, and which names it must not divide. */
export type Place = Readonly<{ widthEm: number; names: readonly string[] }>

const STRONG = 1
const CITATION = 2
const SEPARATOR = '\u200b'
const SPACE = /^\s+$/u
/** Spaces left inside an atom may not end a line; the typesetter boxes each atom, so they stay what they are. */
const ONE_SPACE = ' '

export const plainInline = (text: string, place: Place): Inline => inlineOf([{ text }], place)

/**
 * Runs as the template sets them. Words are found over the whole text, so that a change of style inside a word is no place
 * to break it; a word wider than the line is divided rather than printed over the margin.
 */
export function inlineOf(runs: readonly Run[], place: Place): Inline {
  const text = runs.map((run) => run.text).join('')
  const styles = new StyleCursor(runs)
  const inline: (Span | readonly Span[])[] = []
  let style = -1
  for (const atom of fittingAtoms(text, place)) {
    const parts = styles.take(atom)
    const [only] = parts
    if (only === undefined) continue
    if (parts.length > 1) inline.push(parts)
    else if (only[0] === style) inline.push(joined(inline.pop() as Span, only))
    else inline.push(only)
    style = parts.length > 1 ? -1 : only[0]
  }
  return inline
}

const joined = ([style, atoms]: Span, [, atom]: Span): Span => [style, atoms + SEPARATOR + atom]

export const blocksOf = (text: RichText, place: Place): readonly BlockData[] =>
  text.map((block) => blockOf(block, place))

function blockOf(block: Block, place: Place): BlockData {
  if (block.kind === 'paragraph') return { k: 'p', t: inlineOf(block.runs, place) }
  return { k: 'list', ordered: block.ordered, items: nested(block.items, place) }
}

/** Items of level 2 go under the item of level 1 before them. */
function nested(items: readonly ListItem[], place: Place): readonly ItemData[] {
  const outer: { t: Inline; sub: ItemData[] }[] = []
  for (const item of items) {
    const data = { t: inlineOf(item.runs, place), sub: [] }
    const parent = outer.at(-1)
    if (item.level === 2 && parent) parent.sub.push(data)
    else outer.push(data)
  }
  return outer
}

function fittingAtoms(text: string, { widthEm, names }: Place): readonly string[] {
  // Bold is the wider cut; a little is kept back for kerning.
  const fits = (part: string) => textWidth(part, { size: 1, bold: true }) <= widthEm * 0.98
  return atomsOf(text, names).flatMap((atom) => {
    if (SPACE.test(atom)) return [ONE_SPACE]
    return atom.length < widthEm * 0.9 || fits(atom) ? [atom] : splitToFit(atom, fits, names)
  })
}

/** Walks the runs beside the atoms and cuts each atom where the style changes. */
class StyleCursor {
  readonly #runs: readonly Run[]
  #run = 0
  #offset = 0

  constructor(runs: readonly Run[]) {
    this.#runs = runs
  }

  take(atom: string): readonly Span[] {
    const parts: [number, string][] = []
    let rest = atom
    while (rest.length > 0) {
      const run = this.#runs[this.#run]
      if (run === undefined) break
      const part = rest.slice(0, run.text.length - this.#offset)
      const style = (run.strong ? STRONG : 0) + (run.cites ? CITATION : 0)
      const last = parts.at(-1)
      if (last?.[0] === style) last[1] += part
      else if (part) parts.push([style, part])
      rest = rest.slice(part.length)
      this.#offset += part.length
      if (this.#offset >= run.text.length) {
        this.#run += 1
        this.#offset = 0
      }
    }
    return parts
  }
}
