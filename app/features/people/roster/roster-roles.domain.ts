import type { RoleName } from '../../../kernel/actor.ts'
import { formatDay, type IsoDay } from '../../../kernel/thai-date.ts'
import { typedDay } from '../../../kernel/typed-day.ts'
import { roleText } from '../text/index.ts'
import { THAI_UNTIL } from './roster-reading-words.th.ts'
import { roleNamed } from './roster-rows.domain.ts'

/**
 * One role of a cell: "ผู้ตรวจสอบ", "unit-owner: CSR", "ผู้บริหาร [1 ต.ค. 2567 – 30 ก.ย. 2568]". Several stand behind one
 * another with `;` or on lines of their own. `days` is null where the columns of the row say them.
 */
export type WrittenRole = Readonly<{
  role: RoleName
  unit: string | null
  days: Readonly<{ from: IsoDay | null; to: IsoDay | null }> | null
}>
export type RoleFault = Readonly<{ code: 'roster.unknown-role' | 'roster.bad-date'; text: string }>

const ENTRY = /^([^[\]:]+?)\s*(?::\s*([^[\]]+?))?\s*(?:\[([^[\]]*)\])?$/u
const UNTIL = new RegExp(`\\s*[–—]\\s*|\\s+-\\s*|\\s+${THAI_UNTIL}\\s+`, 'u')

export function rolesIn(text: string): { roles: readonly WrittenRole[]; faults: readonly RoleFault[] } {
  const faults: RoleFault[] = []
  const roles = text
    .split(/[;\n]/u)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .flatMap((entry): WrittenRole[] => {
      const [, name = '', unit, days] = ENTRY.exec(entry) ?? []
      const role = roleNamed(name)
      if (role === null) {
        faults.push({ code: 'roster.unknown-role', text: entry })
        return []
      }
      const span = days === undefined ? null : daysIn(days)
      if (span === 'unreadable') faults.push({ code: 'roster.bad-date', text: days ?? '' })
      return [{ role, unit: unit ?? null, days: span === 'unreadable' ? null : span }]
    })
  return { roles, faults }
}

function daysIn(text: string): WrittenRole['days'] | 'unreadable' {
  const [first = '', last = ''] = text.split(UNTIL)
  const [from, to] = [typedDay(first), typedDay(last)]
  const isRead = (first.trim() === '' || from !== null) && (last.trim() === '' || to !== null)
  return isRead && (from !== null || to !== null) ? { from, to } : 'unreadable'
}

/** The role as `rolesIn` reads it. `unit` is named where it is not that of the row, days where they are not its columns. */
export function writtenRole({ role, unit, days }: WrittenRole, lang: 'th' | 'en'): string {
  const name = roleText(lang).names[role]
  const said = (day: IsoDay | null) => (day === null ? '' : formatDay(day, lang))
  return [
    name,
    unit === null ? '' : `: ${unit}`,
    days === null ? '' : ` [${said(days.from)} – ${said(days.to)}]`,
  ]
    .join('')
    .trim()
}
