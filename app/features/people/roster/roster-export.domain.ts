import { formatDay } from '../../../kernel/thai-date.ts'
import { standingOn } from '../directory/role.domain.ts'
import { inTreeOrder, isOpen, type Unit } from '../directory/unit.domain.ts'
import type { Directory, HeldGrant } from './roster.domain.ts'
import { ROSTER_COLUMNS, type RosterColumn } from './roster-column.table.ts'
import { writtenRole } from './roster-roles.domain.ts'
import { rosterText } from './text/index.ts'

type Line = Readonly<Record<RosterColumn, string>>

/**
 * The roster as a table whose first row are the heads: everybody who is not disabled with the roles that hold or will hold,
 * then the units without anybody. Brought in again on the same day it changes nothing.
 */
export function rosterTable(directory: Directory, lang: 'th' | 'en'): readonly (readonly string[])[] {
  const { heads } = rosterText(lang)
  const units = new Map(directory.units.map((unit) => [unit.id, unit]))
  const persons = directory.persons.filter(({ disabledAt }) => disabledAt === null)
  const inUse = new Set(persons.map(({ unitId }) => unitId))
  const lines = [
    ...persons.map(
      (person): Line => ({
        ...lineOfUnit(person.unitId === null ? null : (units.get(person.unitId) ?? null), {
          directory,
          units,
        }),
        name: person.name,
        email: person.email ?? '',
        positionTitle: person.positionTitle ?? '',
        language: rosterText(lang).languages[person.lang],
        ...rolesOf(person.id, { directory, units, lang, ownUnitId: person.unitId }),
      }),
    ),
    ...inTreeOrder(directory.units.filter(isOpen))
      .filter(({ unit }) => !inUse.has(unit.id))
      .map(({ unit }) => lineOfUnit(unit, { directory, units })),
  ]
  return [
    ROSTER_COLUMNS.map((column) => heads[column]),
    ...lines.map((line) => ROSTER_COLUMNS.map((column) => line[column])),
  ]
}

/** The heads alone: a file to fill in. */
export const rosterTemplate = (lang: 'th' | 'en'): readonly (readonly string[])[] => [
  ROSTER_COLUMNS.map((column) => rosterText(lang).heads[column]),
]

type Units = ReadonlyMap<string, Unit>

function lineOfUnit(unit: Unit | null, { directory, units }: { directory: Directory; units: Units }): Line {
  const parent = unit?.parentId ? (units.get(unit.parentId) ?? null) : null
  return {
    name: '',
    email: '',
    positionTitle: '',
    unitCode: unit?.code ?? '',
    unitName: unit?.nameTh ?? '',
    parentUnitCode: parent?.code ?? parent?.nameTh ?? '',
    roles: '',
    from: '',
    to: '',
    language: '',
    agencyCode: directory.agencyCode,
  }
}

type Writing = Readonly<{ directory: Directory; units: Units; lang: 'th' | 'en'; ownUnitId: string | null }>

/** Days that all roles share stand in the columns, others beside each role. */
function rolesOf(personId: string, writing: Writing): Pick<Line, 'roles' | 'from' | 'to'> {
  const { directory, lang } = writing
  const grants = directory.grants.filter(
    (grant) => grant.personId === personId && standingOn(grant, directory.today) !== 'ended',
  )
  const spans = new Set(grants.map(({ validFrom, validTo }) => `${validFrom} ${validTo}`))
  const [first] = grants
  const said = (day: string | null | undefined) => (day ? formatDay(day, lang) : '')
  return {
    roles: grants.map((grant) => written(grant, spans.size > 1, writing)).join('; '),
    from: spans.size === 1 ? said(first?.validFrom) : '',
    to: spans.size === 1 ? said(first?.validTo) : '',
  }
}

function written(grant: HeldGrant, withDays: boolean, { units, lang, ownUnitId }: Writing): string {
  const unit = grant.unitId === null || grant.unitId === ownUnitId ? null : units.get(grant.unitId)
  return writtenRole(
    {
      role: grant.role,
      unit: unit ? (unit.code ?? unit.nameTh) : null,
      days: withDays ? { from: grant.validFrom, to: grant.validTo } : null,
    },
    lang,
  )
}
