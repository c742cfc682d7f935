import type { Bilingual } from '../../i18n/language.ts'
import type { Field } from '../../kernel/field.ts'
import { foldText, plainText, type RichText } from '../../kernel/rich-text.ts'
import { formatDay } from '../../kernel/thai-date.ts'
import type { Issue, Measure } from '../improvement/index.ts'
import { isBlank } from './blank.domain.ts'
import type { ElementRule } from './completeness-rule.domain.ts'
import { verdictSentence } from './text/index.ts'
import type { ElementVerdict } from './verdict.domain.ts'

/** The part of an element's verdict that its own rule decides; the place is added around it. */
export type Judgement = Pick<ElementVerdict, 'state' | 'passes' | 'reason' | 'remedy'>
/** Where an element stands, and who is asked when it does not pass. */
export type JudgedPlace = Readonly<{ issue: Issue; measure: Measure; owner: Bilingual }>

/** A text passes when it says something; dashes, white space and a bare "none" say nothing. */
export function textJudgement(place: JudgedPlace, element: ElementRule, field: Field<RichText>): Judgement {
  if (field.state === 'none') return declaredNone(place, element, field)
  if (field.state === 'missing') return missingElement(place, element, null)
  if (isBlank(field.value)) return missingElement(place, element, field.value)
  return {
    state: 'value',
    passes: true,
    reason: verdictSentence((words) => words.hasValue(words.element[element.key])),
    remedy: null,
  }
}

/** Declared none passes only where the rule lets it be declared. */
export function declaredNone(
  { issue, measure, owner }: JudgedPlace,
  element: ElementRule,
  { declaredBy, declaredOn }: Readonly<{ declaredBy: string; declaredOn: string }>,
): Judgement {
  const { allowed } = element.mayBeDeclaredNone
  return {
    state: 'none',
    passes: allowed,
    reason: verdictSentence((words, lang) => {
      const say = allowed ? words.declaredAllowed : words.declaredRefused
      return say(words.element[element.key], declaredBy, formatDay(declaredOn, lang))
    }),
    remedy: allowed
      ? null
      : verdictSentence((words, lang) =>
          words.replaceDeclaration(owner[lang], words.element[element.key], issue.number, measure.number),
        ),
  }
}

/** `written` is what stands in the cell and says nothing; null when the cell is empty. */
export function missingElement(
  { issue, measure, owner }: JudgedPlace,
  { key, mayBeDeclaredNone }: ElementRule,
  written: RichText | null,
): Judgement {
  const filler = foldText(plainText(written ?? []))
  return {
    state: 'missing',
    passes: false,
    reason: verdictSentence((words) =>
      /[\p{L}\p{N}]/u.test(filler)
        ? words.saysNothing(words.element[key], filler)
        : words.isMissing(words.element[key]),
    ),
    remedy: verdictSentence((words, lang) => {
      const ask =
        key === 'outcome'
          ? words.fillInOutcome(owner[lang], issue.number, measure.number)
          : words.fillIn(owner[lang], words.element[key], issue.number, measure.number)
      // Where the rule accepts no declaration, advising one would lead to 0 again.
      return mayBeDeclaredNone.allowed ? words.orDeclareNone(ask) : ask
    }),
  }
}
