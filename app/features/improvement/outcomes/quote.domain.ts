import { plainText, type RichText } from '../../../kernel/rich-text.ts'
import { toArabicDigits } from '../../../kernel/thai-digits.ts'
import type { OutcomeFact } from '../cycle.domain.ts'
import { FACTS } from '../importers/rules/import-words.th.ts'

const STATED = {
  absence: new RegExp(FACTS.absence, 'u'),
  completion: new RegExp(FACTS.completion, 'u'),
} as const

/** The line of a text that states a fact; null where none does. */
export function lineStating(fact: OutcomeFact, text: RichText): string | null {
  const lines = plainText(text).split('\n')
  if (fact.kind === 'absence' || fact.kind === 'completion')
    return lines.find((line) => STATED[fact.kind].test(line)) ?? null
  const says = (line: string, value: string) => numbersIn(line).includes(Number(value))
  const { before, after } = fact
  const withBoth = lines.find((line) => says(line, after.value) && (!before || says(line, before.value)))
  return withBoth ?? lines.find((line) => says(line, after.value)) ?? null
}

const numbersIn = (line: string): readonly number[] =>
  [...toArabicDigits(line).matchAll(/\d+(?:\.\d+)?/gu)].map(([number]) => Number(number))

/** Facts with the passage of the text that states each: the one it has while the text still says it, else the whole text. */
export function withQuotes(facts: readonly OutcomeFact[], text: RichText): readonly OutcomeFact[] {
  const whole = plainText(text)
  return facts.map((fact) => {
    const isStanding = fact.quote !== '' && whole.includes(fact.quote)
    return isStanding ? fact : { ...fact, quote: (lineStating(fact, text) ?? whole).trim() }
  })
}
