import type { ItemRef } from '../../../kernel/item-ref.ts'
import type { RichText, Run } from '../../../kernel/rich-text.ts'
import { tellingWords } from './telling-words.th.ts'

/** Words of an analysis with the items that they cite, as printed. */
export type WeakPassage = Readonly<{ refs: readonly ItemRef[]; text: string }>

/**
 * Passages that tell of a weakness: those after the analysis turns ("however", "but") up to where it turns back or the
 * paragraph ends, those in emphasised words, and those that say themselves that something is lacking. An item counts with
 * the first passage that cites it.
 */
export function weakPassages(analysis: RichText): readonly WeakPassage[] {
  const seen = new Set<ItemRef>()
  return paragraphsOf(analysis)
    .flatMap(passagesOf)
    .filter(({ isWeak }) => isWeak)
    .map(({ refs, text }) => ({ text, refs: refs.filter((ref) => !seen.has(ref) && seen.add(ref)) }))
    .filter(({ refs }) => refs.length > 0)
}

const paragraphsOf = (text: RichText): readonly (readonly Run[])[] =>
  text.flatMap((block) => (block.kind === 'paragraph' ? [block.runs] : block.items.map(({ runs }) => runs)))

type Passage = { refs: ItemRef[]; begin: number; end: number; isWeak: boolean }

/** A passage reaches from the citation before it to its own; citations with only marks between them are one. */
function passagesOf(runs: readonly Run[]): (WeakPassage & Pick<Passage, 'isWeak'>)[] {
  const whole = runs.map(({ text }) => text).join('')
  const passages: Passage[] = []
  let at = 0
  for (const run of runs) {
    const begin = passages.at(-1)?.end ?? 0
    const words = whole.slice(begin, at)
    at += run.text.length
    if (!run.cites) continue
    // The bracket that closes the citation belongs to it.
    const end = at + (/^[)\]]/u.test(whole.slice(at)) ? 1 : 0)
    const last = passages.at(-1)
    if (last && !/\p{L}/u.test(words)) {
      last.refs.push(...run.cites)
      last.end = end
    } else {
      const isWeak =
        run.strong === true ||
        isTurned(whole.slice(0, begin + words.length)) ||
        tellingWords.weakness.test(words)
      passages.push({ refs: [...run.cites], begin, end, isWeak })
    }
  }
  return passages.map(({ refs, begin, end, isWeak }) => ({
    refs,
    text: whole.slice(begin, end).trim(),
    isWeak,
  }))
}

/** Whether the text stands after a turn that has not ended yet. */
const isTurned = (before: string): boolean =>
  lastOf(tellingWords.turn, before) > lastOf(tellingWords.turnEnd, before)

const lastOf = (pattern: RegExp, text: string): number =>
  [...text.matchAll(new RegExp(pattern, 'gu'))].at(-1)?.index ?? -1
