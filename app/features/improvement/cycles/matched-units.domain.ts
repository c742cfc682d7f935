import { foldText } from '../../../kernel/rich-text.ts'
import { isOpen, type Unit } from '../../people/index.ts'
import type { Cycle, OwnerUnit } from '../cycle.domain.ts'

/**
 * The unit of the directory that a report means: by its code, else by its name, in which white space tells nothing apart. One
 * that has not ended goes before one that has. Null when the directory has no such unit.
 */
export function unitMeant(named: OwnerUnit, units: readonly Unit[]): Unit | null {
  const openFirst = units.toSorted((a, b) => Number(isOpen(b)) - Number(isOpen(a)))
  const byCode = openFirst.find(
    ({ code }) => code !== null && named.code !== null && isSame(code, named.code),
  )
  return byCode ?? openFirst.find(({ nameTh }) => isSame(nameTh, named.name)) ?? null
}

/** Units that a report names as owners and the directory does not have, each with how many measures name it. */
export function unmatchedUnits(
  cycle: Pick<Cycle, 'issues'>,
  units: readonly Unit[],
): readonly Readonly<{ unit: OwnerUnit; measures: number }>[] {
  const named = cycle.issues.flatMap(({ measures }) =>
    measures.flatMap(({ owners }) => (owners.state === 'value' ? owners.value.units : [])),
  )
  const missing = named.filter((unit) => unitMeant(unit, units) === null)
  return [...Map.groupBy(missing, ({ name, code }) => `${code ?? ''} ${letters(name)}`).values()].flatMap(
    ([unit, ...more]) => (unit ? [{ unit, measures: more.length + 1 }] : []),
  )
}

const letters = (text: string): string => foldText(text).replaceAll(' ', '').toUpperCase()
const isSame = (one: string, other: string): boolean => letters(one) !== '' && letters(one) === letters(other)
