import { err, ok, type Result } from '../../../../kernel/result.ts'
import type { IsoDay } from '../../../../kernel/thai-date.ts'
import { AND } from './measure-reading-words.th.ts'

/** A unit that may carry out a measure. One whose last day is known takes nothing new. */
export type OwnerUnitChoice = Readonly<{
  id: string
  code: string | null
  nameTh: string
  nameEn: string | null
  validTo: IsoDay | null
}>

export type OwnersFault = Readonly<{
  code: 'owners.unknown' | 'owners.ended'
  /** The units as they were typed. */
  names: readonly string[]
}>

/**
 * The units that a cell names, by code or by name in either language, in order: "CSR, DCM", "ส่วนบริการ (CSR) และ DCM". A unit
 * that has ended is taken only where it carries the measure out already (`was`).
 */
export function readOwners(
  text: string,
  { units, was }: Readonly<{ units: readonly OwnerUnitChoice[]; was: readonly string[] }>,
): Result<readonly string[], OwnersFault> {
  const names = namesIn(text, units)
  const found = names.map((name) => ({ name, unit: unitNamed(name, units, was) }))
  const unknown = found.flatMap(({ name, unit }) => (unit === null ? [name] : []))
  if (unknown.length > 0) return err({ code: 'owners.unknown', names: unknown })
  return chosenOwners(
    found.map(({ unit }) => unit?.id ?? ''),
    { units, was },
  )
}

/** The same for units that were chosen by their identifier. */
export function chosenOwners(
  ids: readonly string[],
  { units, was }: Readonly<{ units: readonly OwnerUnitChoice[]; was: readonly string[] }>,
): Result<readonly string[], OwnersFault> {
  const known = new Map(units.map((unit) => [unit.id, unit]))
  const unknown = ids.filter((id) => !known.has(id))
  if (unknown.length > 0) return err({ code: 'owners.unknown', names: unknown })
  const ended = ids.flatMap((id) => {
    const unit = known.get(id)
    return unit && unit.validTo !== null && !was.includes(id) ? [unit.code ?? unit.nameTh] : []
  })
  if (ended.length > 0) return err({ code: 'owners.ended', names: ended })
  return ok([...new Set(ids)])
}

/** Owner units as `readOwners` reads them back: by code, else by name. */
export const writeOwners = (units: readonly Pick<OwnerUnitChoice, 'code' | 'nameTh'>[]): string =>
  units.map(({ code, nameTh }) => code ?? nameTh).join(', ')

/** A name may itself hold a comma or the word between two units, so the longest text that names a unit is taken first. */
function namesIn(text: string, units: readonly OwnerUnitChoice[]): readonly string[] {
  return text
    .split(/[\n;]/u)
    .flatMap((line) => byName(line.trim(), units, [/,/u, new RegExp(` ${AND}|${AND} `, 'u')]))
}

function byName(
  text: string,
  units: readonly OwnerUnitChoice[],
  [separator, ...finer]: readonly RegExp[],
): readonly string[] {
  const name = text.trim()
  if (name === '') return []
  if (separator === undefined || unitNamed(name, units, []) !== null) return [name]
  return name.split(separator).flatMap((part) => byName(part, units, finer))
}

/** Of several units of one name the one that goes on, else the one that carries the measure out already. */
function unitNamed(
  name: string,
  units: readonly OwnerUnitChoice[],
  was: readonly string[],
): OwnerUnitChoice | null {
  const asked = folded(name)
  const found = units.filter((unit) => spellingsOf(unit).includes(asked))
  return (
    found.find(({ id }) => was.includes(id)) ??
    found.find(({ validTo }) => validTo === null) ??
    found[0] ??
    null
  )
}

function spellingsOf({ code, nameTh, nameEn }: OwnerUnitChoice): readonly string[] {
  const names = [nameTh, ...(nameEn === null ? [] : [nameEn])]
  if (code === null) return names.map(folded)
  return [code, ...names, ...names.flatMap((name) => [`${code} ${name}`, `${name} (${code})`])].map(folded)
}

const folded = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[\s\u200b]+/gu, '')
    .toUpperCase()
