import type { Language } from '../../../../i18n/language.ts'
import { foldText, type ListItem, plainText, type RichText } from '../../../../kernel/rich-text.ts'
import { formatDay, type IsoDay } from '../../../../kernel/thai-date.ts'

/** What was done on a day. */
export type FilledEntry = Readonly<{ happenedOn: IsoDay; text: RichText }>

/**
 * The entries of progress that a summary does not have yet, by their days, as a list to stand behind it; empty when it has all
 * of them.
 */
export function progressFor(summary: RichText, entries: readonly FilledEntry[], lang: Language): RichText {
  const there = foldText(plainText(summary))
  const items = entries
    .toSorted((a, b) => a.happenedOn.localeCompare(b.happenedOn))
    .filter(({ text }) => !there.includes(foldText(plainText([firstOf(text)]))))
    .flatMap((entry) => itemsOf(entry, lang))
  return items.length === 0 ? [] : [{ kind: 'list', ordered: false, items }]
}

const firstOf = (text: RichText) => text[0] ?? { kind: 'paragraph' as const, runs: [] }

/** The first line behind the day; what follows stands in below it. */
function itemsOf({ happenedOn, text }: FilledEntry, lang: Language): readonly ListItem[] {
  const [first, ...rest] = text.flatMap((block) =>
    block.kind === 'paragraph' ? [block.runs] : block.items.map(({ runs }) => runs),
  )
  return [
    { level: 1, runs: [{ text: `${formatDay(happenedOn, lang)} ` }, ...(first ?? [])] },
    ...rest.map((runs): ListItem => ({ level: 2, runs })),
  ]
}
