import type { Language } from '../../../i18n/language.ts'
import { codeOf, type ItemRef, yearOf } from '../../../kernel/item-ref.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import type { CheckedPart, DataCheck } from './data-check.domain.ts'
import { checksText } from './text/index.ts'

/** A finding as one sentence that says what was found and what to do. `levelWord` names a level of the finding's year. */
export function saidCheck(
  lang: Language,
  check: DataCheck,
  levelWord: (year: number, key: string) => string,
): string {
  const text = checksText(lang)
  const { year } = check
  const level = (key: string) => levelWord(year, key)
  switch (check.code) {
    case 'equal-values':
      return text.equalValues(check.value, listed(lang, check.refs))
    case 'repeated-value':
      return text.repeatedValue(check.value, named(lang, check.ref, year), listed(lang, check.earlier))
    case 'out-of-range':
      return text.outOfRange(named(lang, check.part, year), check.value, check.outOf)
    case 'unknown-level':
      return text.unknownLevel(check.value)
    case 'cannot-be':
      return text.cannotBe(named(lang, check.part, year), check.printed, check.known, check.parts)
    case 'implied-value':
      return text.impliedValue(named(lang, check.part, year), named(lang, check.missing, year), check.value)
    case 'figure-differs': {
      const { of, printed, computed, difference, isRoundingSized } = check.mismatch
      const part = named(lang, of, year)
      return isRoundingSized
        ? text.roundingSized(part, printed, computed)
        : text.figureDiffers(part, printed, computed, difference ?? '')
    }
    case 'level-differs':
      return text.levelDiffers(level(check.printed), level(check.computed))
    case 'imported-again':
      return text.importedAgain(
        check.imports
          .map(({ fileName, day, figures }) => text.oneImport(fileName, formatDay(day, lang), figures))
          .join(', '),
      )
    case 'unverified-row':
      return text.unverifiedRow(listed(lang, check.refs))
    case 'unverified-level':
      return text.unverifiedLevel(level(check.level))
    case 'too-few-answers':
      return text.tooFewAnswers(
        someOf(lang, check.parts, year),
        text.range(check.fewest, check.most),
        check.nRequired,
      )
    case 'no-framework':
      return text.noFramework
  }
}

/** "e5 ปี 2567", "ตัวชี้วัดที่ 6 ปี 2567", "IIT": an item or indicator always with its year. */
function named(lang: Language, part: CheckedPart, year: number): string {
  const text = checksText(lang)
  if (part === 'total') return text.total
  if (part === 'level') return text.level
  if (part === 'IIT' || part === 'EIT' || part === 'OIT') return `${part} ${text.yearOf(year)}`
  const code = codeOf(part)
  return code.startsWith('ind')
    ? text.indicatorOf(code.slice('ind'.length), yearOf(part))
    : text.itemOf(code, yearOf(part))
}

function listed(lang: Language, refs: readonly ItemRef[]): string {
  const names = refs.map((ref) => named(lang, ref, yearOf(ref)))
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${checksText(lang).and} ${last}`
}

const FIRST = 3

/** All of a few; of many the first ones and how many more. */
function someOf(lang: Language, parts: readonly CheckedPart[], year: number): string {
  const names = parts.map((part) => named(lang, part, year))
  const more = names.length - FIRST
  const first = names.slice(0, more > 1 ? FIRST : names.length).join(', ')
  return more > 1 ? checksText(lang).andMore(first, more) : first
}
