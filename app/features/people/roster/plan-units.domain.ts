import { changedFacts, isOpen, isSameCode, type Unit, type UnitFacts } from '../directory/unit.domain.ts'
import type { PlannedUnit, UnitRef } from './roster.domain.ts'
import type { CellFault } from './roster.errors.ts'
import { faultAt, foldWord, type RosterRow } from './roster-rows.domain.ts'

/** A unit while the file is read; `was` is null for one that the file founds. */
type Draft = {
  readonly ref: UnitRef
  readonly was: Unit | null
  facts: UnitFacts
  /** The first row that named it, and the row that gave its parent. */
  readonly namedIn: Set<number>
  isNamed: boolean
  parentRow: number | null
}

export type PlannedUnits = Readonly<{
  planned: readonly PlannedUnit[]
  unchanged: number
  /** The unit of a row; null where it names none, or none that is known. */
  unitOf: ReadonlyMap<RosterRow, UnitRef>
  /** A unit by its code or name, as a role names it. */
  byText: (text: string) => UnitRef | null
}>

const LONGEST_CODE = 20
const LONGEST_NAME = 200

/** Which units a roster founds and changes. Rows that give a name are read first: others may use their codes. */
export function planUnits(
  rows: readonly RosterRow[],
  units: readonly Unit[],
  faults: CellFault[],
): PlannedUnits {
  const drafts: Draft[] = units.filter(isOpen).map(({ id, ...unit }) => ({
    ref: id,
    was: { id, ...unit },
    facts: { code: unit.code, nameTh: unit.nameTh, nameEn: unit.nameEn, parentId: unit.parentId },
    namedIn: new Set(),
    isNamed: false,
    parentRow: null,
  }))
  const unitOf = new Map<RosterRow, UnitRef>()
  const named = rows.filter(({ cells }) => cells.unitName)
  const coded = rows.filter(({ cells }) => cells.unitCode && !cells.unitName)
  for (const row of [...named, ...coded]) {
    const draft = draftOf(row, drafts, faults)
    if (draft) unitOf.set(row, draft.ref)
    draft?.namedIn.add(row.row)
  }
  for (const row of rows) setParent(row, { drafts, ref: unitOf.get(row) ?? null, faults })
  const planned = parentsFirst(drafts).flatMap(plannedFrom)
  const touched = drafts.filter((draft) => draft.namedIn.size > 0).length
  return {
    planned,
    unchanged: touched - planned.length,
    unitOf,
    byText: (text) => oneOf(drafts, text)?.ref ?? null,
  }
}

function draftOf({ sheet, row, cells }: RosterRow, drafts: Draft[], faults: CellFault[]): Draft | null {
  const { unitCode: code, unitName: name } = cells
  const refuse = (cell: { text: string; column: number }, kind: CellFault['code'], other = '') => {
    faults.push(faultAt({ sheet, row, column: cell.column }, kind, cell.text, other))
    return null
  }
  if (code && code.text.length > LONGEST_CODE) return refuse(code, 'roster.too-long', String(LONGEST_CODE))
  if (name && name.text.length > LONGEST_NAME) return refuse(name, 'roster.too-long', String(LONGEST_NAME))
  if (code) {
    const found = drafts.find(({ facts }) => isSameCode(facts.code, code.text))
    if (!found) return name ? newDraft(drafts, code.text, name.text) : refuse(code, 'roster.unknown-unit')
    if (!name || isCalled(found, name.text)) return found
    if (found.isNamed) return refuse(name, 'roster.unit-two-names', found.facts.nameTh)
    found.facts = { ...found.facts, nameTh: name.text }
    found.isNamed = true
    return found
  }
  if (!name) return null
  const called = drafts.filter((draft) => isCalled(draft, name.text))
  if (called.length > 1) return refuse(name, 'roster.unit-ambiguous')
  return called[0] ?? newDraft(drafts, null, name.text)
}

function newDraft(drafts: Draft[], code: string | null, nameTh: string): Draft {
  const founded: Draft = {
    ref: `new:${drafts.filter(({ was }) => was === null).length + 1}`,
    was: null,
    facts: { code, nameTh, nameEn: null, parentId: null },
    namedIn: new Set(),
    isNamed: true,
    parentRow: null,
  }
  drafts.push(founded)
  return founded
}

const isCalled = ({ facts }: Draft, name: string): boolean =>
  [facts.nameTh, facts.nameEn].some((own) => own !== null && foldWord(own) === foldWord(name))

/** By code, else by a name that only one has. */
function oneOf(drafts: readonly Draft[], text: string): Draft | null {
  const coded = drafts.find(({ facts }) => isSameCode(facts.code, text))
  const called = drafts.filter((draft) => isCalled(draft, text))
  return coded ?? (called.length === 1 ? (called[0] ?? null) : null)
}

function setParent(
  { sheet, row, cells }: RosterRow,
  { drafts, ref, faults }: { drafts: readonly Draft[]; ref: UnitRef | null; faults: CellFault[] },
): void {
  const { parentUnitCode: cell } = cells
  if (!cell) return
  const refuse = (code: CellFault['code'], other = '') =>
    faults.push(faultAt({ sheet, row, column: cell.column }, code, cell.text, other))
  if (!cells.unitCode && !cells.unitName) return void refuse('roster.parent-without-unit')
  const draft = drafts.find((one) => one.ref === ref)
  // The unit itself is at fault, which is said at its own cell.
  if (!draft) return
  const parent = oneOf(drafts, cell.text)
  if (!parent) return void refuse('roster.unknown-parent')
  if (draft.parentRow !== null && draft.facts.parentId !== parent.ref)
    return void refuse('roster.unit-two-parents', String(draft.parentRow))
  if (isWithin(parent, draft, drafts)) return void refuse('roster.unit-circle')
  draft.facts = { ...draft.facts, parentId: parent.ref }
  draft.parentRow ??= row
}

function isWithin(unit: Draft, above: Draft, drafts: readonly Draft[]): boolean {
  const seen = new Set<Draft>()
  for (let at: Draft | undefined = unit; at && !seen.has(at); ) {
    if (at === above) return true
    seen.add(at)
    const { parentId }: UnitFacts = at.facts
    at = drafts.find(({ ref }) => ref === parentId)
  }
  return false
}

/** What is founded stands behind its parent. */
function parentsFirst(drafts: readonly Draft[]): readonly Draft[] {
  const depthOf = (draft: Draft): number => {
    const parent = drafts.find(({ ref }) => ref === draft.facts.parentId)
    return parent ? 1 + depthOf(parent) : 0
  }
  return drafts
    .map((draft) => ({ draft, depth: depthOf(draft) }))
    .toSorted((a, b) => a.depth - b.depth)
    .map(({ draft }) => draft)
}

function plannedFrom({ ref, was, facts }: Draft): PlannedUnit[] {
  if (was === null) return [{ ref, kind: 'founded', facts, fields: [] }]
  const fields = changedFacts(was, facts)
  return fields.length > 0 ? [{ ref, kind: 'changed', facts, fields }] : []
}
