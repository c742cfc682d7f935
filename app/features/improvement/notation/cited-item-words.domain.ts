import type { Language } from '../../../i18n/language.ts'
import { codeOf, yearOf } from '../../../kernel/item-ref.ts'
import type { CitedItem, YearOfItem } from './cited-item.domain.ts'
import { citationText } from './text/index.ts'

/** What is told of an item, in sentences: its name, and everything else a line each. */
export type CitedItemWords = Readonly<{ head: string; lines: readonly string[] }>

export function citedItemWords(
  { ref, title, concepts, score, otherYears }: CitedItem,
  lang: Language,
): CitedItemWords {
  const text = citationText(lang)
  // Many items are called as what they are about.
  const told = concepts.filter((concept) => concept[lang] !== title?.[lang])
  return {
    head: `${ref} ${title?.[lang] ?? text.noTitle}`,
    lines: [
      ...(told.length === 0 ? [] : [`${text.concept}: ${told.map((concept) => concept[lang]).join(', ')}`]),
      score === null ? text.noScore(yearOf(ref)) : text.score(score, yearOf(ref)),
      ...otherYears.map((year) => yearInWords(year, lang)),
    ],
  }
}

/** "ปี พ.ศ. 2566: e1 77.33 คะแนน เทียบกันได้ (…)". */
function yearInWords({ year, standing, items }: YearOfItem, lang: Language): string {
  const text = citationText(lang)
  if (standing !== 'asked') return `${text.inYear(year)}: ${text.standing[standing]}`
  const told = items.map(({ ref, comparable, rationale, score }) => {
    const why = rationale[lang] === '' ? '' : ` (${rationale[lang]})`
    const points = score === null ? '' : ` ${text.points(score)}`
    return `${codeOf(ref)}${points} ${text.comparable[comparable]}${why}`
  })
  return `${text.inYear(year)}: ${told.join(' · ')}`
}
