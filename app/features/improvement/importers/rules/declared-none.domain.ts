import type { Field } from '../../../../kernel/field.ts'
import { formatDay, type IsoDay, parseThaiDay } from '../../../../kernel/thai-date.ts'
import { DECLARED_NONE } from './import-words.th.ts'

const DECLARATIONS = Object.values(DECLARED_NONE).map((source) => new RegExp(source, 'u'))
const ENGLISH_DAY = /^(\d{1,2}) ([A-Z][a-z]{2,8}) (\d{4}) /u
/** Of the platform, which takes long to look them up: only once a day is there to be read. */
const englishMonths = () =>
  Array.from({ length: 12 }, (_, month) => formatDay(isoOf(2000, month + 1, 1), 'en').split(' ')[1])

/**
 * The field that a whole cell declares none, in the words of this program's reports and sheets, Thai or English. Null
 * for any other text, also when the day is none.
 */
export function declaredNone(plain: string): Extract<Field<never>, { state: 'none' }> | null {
  for (const declaration of DECLARATIONS) {
    const [, by, written] = declaration.exec(plain) ?? []
    const day = written === undefined ? null : (parseThaiDay(written) ?? englishDay(written))
    if (by !== undefined && day !== null) return { state: 'none', declaredBy: by, declaredOn: day }
  }
  return null
}

/** "13 March 2024 (B.E. 2567)", as this program writes a day in English and in no other way. */
function englishDay(written: string): IsoDay | null {
  const [, date, name, year] = ENGLISH_DAY.exec(written) ?? []
  const month = name === undefined ? 0 : englishMonths().indexOf(name) + 1
  if (month === 0) return null
  const day = isoOf(Number(year), month, Number(date))
  const exists = new Date(`${day}T00:00:00Z`).getUTCDate() === Number(date)
  return exists && formatDay(day, 'en') === written ? day : null
}

function isoOf(year: number, month: number, date: number): IsoDay {
  return [String(year).padStart(4, '0'), ...[month, date].map((part) => String(part).padStart(2, '0'))].join(
    '-',
  )
}
