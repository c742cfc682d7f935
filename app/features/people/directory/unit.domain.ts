import { err, ok, type Result } from '../../../kernel/result.ts'
import type { IsoDay } from '../../../kernel/thai-date.ts'

/** A part of the agency. `validTo` is its last day, null while no end is known. */
export type Unit = Readonly<{
  id: string
  code: string | null
  nameTh: string
  nameEn: string | null
  parentId: string | null
  validFrom: IsoDay
  validTo: IsoDay | null
}>

/** What a person may say about a unit. */
export type UnitFacts = Pick<Unit, 'code' | 'nameTh' | 'nameEn' | 'parentId'>

export type UnitFault = 'unit.code-taken' | 'unit.unknown-parent' | 'unit.circle'

const LONGEST_CODE = 20
const LONGEST_NAME = 200

/** Facts as they are kept: blanks folded, an empty text as none. */
export function cleanUnit(
  typed: UnitFacts,
): Result<UnitFacts, 'unit.no-name' | 'unit.bad-code' | 'person.too-long'> {
  const folded = (text: string | null) => text?.replace(/\s+/gu, ' ').trim() || null
  const [code, nameTh, nameEn] = [folded(typed.code), folded(typed.nameTh), folded(typed.nameEn)]
  if (nameTh === null) return err('unit.no-name')
  if ((code ?? '').length > LONGEST_CODE) return err('unit.bad-code')
  if (nameTh.length > LONGEST_NAME || (nameEn ?? '').length > LONGEST_NAME) return err('person.too-long')
  return ok({ code, nameTh, nameEn, parentId: typed.parentId })
}

/** Names of the facts that differ. */
export const changedFacts = (was: UnitFacts, is: UnitFacts): readonly string[] =>
  (['code', 'nameTh', 'nameEn', 'parentId'] as const).filter((key) => was[key] !== is[key])

/** What keeps somebody from standing in a unit; none is no fault. */
export function faultOfUnit(
  unitId: string | null,
  units: readonly Unit[],
): 'unit.unknown' | 'unit.ended' | null {
  if (unitId === null) return null
  const unit = units.find(({ id }) => id === unitId)
  return unit ? (isOpen(unit) ? null : 'unit.ended') : 'unit.unknown'
}

/** A unit whose end is known takes nothing new: no person, no owner, no unit below it. */
export const isOpen = (unit: Unit): boolean => unit.validTo === null

/** Whether a unit exists on a day. */
export const existsOn = (unit: Pick<Unit, 'validFrom' | 'validTo'>, day: IsoDay): boolean =>
  unit.validFrom <= day && (unit.validTo === null || unit.validTo >= day)

/** Codes that differ only in capitals are one code. */
const isSameCode = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && one.toUpperCase() === other.toUpperCase()

/** What keeps a unit from standing so among the others; `id` is its own, null for one that is to be founded. */
export function unitFault(facts: UnitFacts, id: string | null, units: readonly Unit[]): UnitFault | null {
  const others = units.filter((unit) => unit.id !== id)
  if (others.some((unit) => isOpen(unit) && isSameCode(unit.code, facts.code))) return 'unit.code-taken'
  if (facts.parentId === null) return null
  const was = units.find((unit) => unit.id === id)?.parentId ?? null
  const parent = units.find((unit) => unit.id === facts.parentId)
  if (!parent || (!isOpen(parent) && parent.id !== was)) return 'unit.unknown-parent'
  return id !== null && isWithin(parent.id, id, units) ? 'unit.circle' : null
}

/** Whether a unit is another one or stands somewhere below it. */
function isWithin(unitId: string, aboveId: string, units: readonly Unit[]): boolean {
  const seen = new Set<string>()
  for (let at: string | null = unitId; at !== null && !seen.has(at); ) {
    if (at === aboveId) return true
    seen.add(at)
    at = units.find((unit) => unit.id === at)?.parentId ?? null
  }
  return false
}

/** Units in the order of a tree, each with how deep it stands (0 at the top); those of one parent by code, then by name. */
export function inTreeOrder<T extends Unit>(
  units: readonly T[],
): readonly Readonly<{ unit: T; depth: number }>[] {
  const ids = new Set(units.map((unit) => unit.id))
  const topOf = (unit: T) => (unit.parentId !== null && ids.has(unit.parentId) ? unit.parentId : null)
  const byParent = Map.groupBy(units.toSorted(inOrder), topOf)
  const branch = (parentId: string | null, depth: number): { unit: T; depth: number }[] =>
    (byParent.get(parentId) ?? []).flatMap((unit) => [{ unit, depth }, ...branch(unit.id, depth + 1)])
  return branch(null, 0)
}

const inOrder = (a: Unit, b: Unit): number =>
  (a.code ?? '\uffff').localeCompare(b.code ?? '\uffff', 'th') || a.nameTh.localeCompare(b.nameTh, 'th')

/** "CSR ส่วนบริการ", in the language of the reader where there is a name in it. */
export function unitLabel(unit: Pick<Unit, 'code' | 'nameTh' | 'nameEn'>, lang: 'th' | 'en'): string {
  const name = lang === 'en' ? (unit.nameEn ?? unit.nameTh) : unit.nameTh
  return unit.code === null ? name : `${unit.code} ${name}`
}
