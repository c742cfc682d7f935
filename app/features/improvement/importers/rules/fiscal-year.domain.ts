import type { ItemRef } from '../../../../kernel/item-ref.ts'
import { buddhistYear, type DaySpan, fiscalYearSpan } from '../../../../kernel/thai-date.ts'
import { toArabicDigits } from '../../../../kernel/thai-digits.ts'
import { type Catalogue, canonicalRef, frameworkOf } from '../../../catalogue/index.ts'
import { bilingual } from '../../text/index.ts'
import { type Ledger, refuse, writeNote, writeRefusal } from '../ledger.domain.ts'
import {
  ANSWERED_ITEM,
  FISCAL_YEAR_LOOSE,
  FISCAL_YEAR_STRICT,
  REPORTING_ITEM_TITLE,
} from './import-words.th.ts'

type Line = Readonly<{ line: number; text: string }>

const STRICT = new RegExp(FISCAL_YEAR_STRICT, 'u')
const LOOSE = new RegExp(FISCAL_YEAR_LOOSE, 'u')
const ANSWERED = new RegExp(ANSWERED_ITEM, 'u')
const REPORTING_ITEM = new RegExp(REPORTING_ITEM_TITLE, 'u')
// The assessment began in 2556; a year outside this is a slip of the pen.
const EARLIEST = 2556
const LATEST = 2599

/**
 * The fiscal year that the report names: on its cover and in its running title first, then the one that holds all periods
 * of the measures, then the first named anywhere; in two or four digits of either era. Refused when none answers, or the
 * year named makes no sense.
 */
export function readFiscalYear(
  source: Readonly<{ named: readonly Line[]; texts: readonly Line[]; periods: readonly DaySpan[] }>,
  ledger: Ledger,
): number | null {
  const named = firstMatch(source.named, STRICT) ?? firstMatch(source.named, LOOSE)
  if (named) return yearNamed(named, ledger)
  const year = yearOfPeriods(source.periods)
  if (year !== null) {
    writeNote(ledger, {
      code: 'year-read',
      line: null,
      text: String(year),
      say: (text) => text.notes.fiscalYearFromPeriods(year),
    })
    return year
  }
  const anywhere = firstMatch(source.texts, STRICT)
  if (anywhere) return yearNamed(anywhere, ledger)
  refuse(ledger, {
    code: 'import.bad-year',
    place: null,
    detail: bilingual((text) => text.details.noYear),
  })
  return null
}

type Named = Line & Readonly<{ written: string }>

function firstMatch(lines: readonly Line[], pattern: RegExp): Named | null {
  for (const line of lines) {
    const match = pattern.exec(toArabicDigits(line.text))
    if (match?.[1] === undefined) continue
    const at = match.index + match[0].length - match[1].length
    return { ...line, written: line.text.slice(at, at + match[1].length) }
  }
  return null
}

function yearNamed({ line, text, written }: Named, ledger: Ledger): number | null {
  const year = buddhistYear(written)
  if (year === null || year < EARLIEST || year > LATEST) {
    writeRefusal(ledger, { code: 'import.bad-year', line, detail: written })
    return null
  }
  writeNote(ledger, {
    code: 'year-read',
    line,
    text,
    say: (words) => words.notes.fiscalYearRead(written, year),
  })
  return year
}

function yearOfPeriods(periods: readonly DaySpan[]): number | null {
  const [first] = periods
  if (!first) return null
  for (let year = EARLIEST; year <= LATEST; year += 1) {
    const span = fiscalYearSpan(year)
    if (periods.every(({ start, end }) => span.start <= start && end <= span.end)) return year
  }
  return null
}

/**
 * The disclosure item that the report answers: the one it names ("ITA 2568 … O28"), else the item of the next framework
 * year that asks for a report on the measures. Refused when the catalogue has no such item.
 */
export function readAnswers(
  source: Readonly<{ texts: readonly Line[]; fiscalYear: number; catalogue: Catalogue }>,
  ledger: Ledger,
): ItemRef | null {
  const { texts, fiscalYear, catalogue } = source
  for (const { line, text } of texts) {
    const match = ANSWERED.exec(toArabicDigits(text))
    const year = buddhistYear(match?.[1] ?? '')
    if (!match?.[2] || year === null) continue
    const code = match[2].replace(/\s+/gu, '')
    const ref = canonicalRef(catalogue, year, code)
    if (ref === null) {
      writeRefusal(ledger, { code: 'import.unknown-item', line, detail: `${code} (${year})` })
      return null
    }
    writeNote(ledger, {
      code: 'year-read',
      line,
      text: match[0],
      say: (words) => words.notes.answersRead(ref),
    })
    return ref
  }
  return assumedAnswers(catalogue, fiscalYear, ledger)
}

function assumedAnswers(catalogue: Catalogue, fiscalYear: number, ledger: Ledger): ItemRef | null {
  const year = fiscalYear + 1
  const ref = frameworkOf(catalogue, year)?.items.find(
    ({ title, instrument }) => instrument === 'OIT' && title && REPORTING_ITEM.test(title.th),
  )?.ref
  if (!ref) {
    const detail = bilingual((text) => text.details.noFramework(year))
    refuse(ledger, { code: 'import.bad-year', place: null, detail })
    return null
  }
  writeNote(ledger, {
    code: 'year-read',
    line: null,
    text: ref,
    say: (words) => words.notes.answersAssumed(ref),
  })
  return ref
}
