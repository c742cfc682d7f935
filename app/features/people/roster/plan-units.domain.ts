import { changedFacts, isOpen, type Unit, type UnitFacts } from '../directory/unit.domain.ts'
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

/** Units by each way in which a cell may mean them; a unit that is renamed is met by both its names. */
type Drafts = Readonly<{
  all: Draft[]
  byRef: Map<UnitRef, Draft>
  byCode: Map<string, Draft>
  byName: Map<string, Draft[]>
}>

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
  const drafts: Drafts = { all: [], byRef: new Map(), byCode: new Map(), byName: new Map() }
  for (const unit of units.filter(isOpen)) addDraft(drafts, unit, unit)
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
  const touched = drafts.all.filter((draft) => draft.namedIn.size > 0).length
  return {
    planned,
    unchanged: touched - planned.length,
    unitOf,
    byText: (text) => oneOf(drafts, text)?.ref ?? null,
  }
}

function addDraft(drafts: Drafts, facts: UnitFacts, was: Unit | null): Draft {
  const draft: Draft = {
    ref: was?.id ?? `new:${drafts.all.filter((one) => one.was === null).length + 1}`,
    was,
    facts: { code: facts.code, nameTh: facts.nameTh, nameEn: facts.nameEn, parentId: facts.parentId },
    namedIn: new Set(),
    isNamed: was === null,
    parentRow: null,
  }
  drafts.all.push(draft)
  drafts.byRef.set(draft.ref, draft)
  if (facts.code !== null) drafts.byCode.set(facts.code.toUpperCase(), draft)
  for (const name of new Set([facts.nameTh, facts.nameEn])) if (name !== null) callDraft(drafts, draft, name)
  return draft
}

function callDraft({ byName }: Drafts, draft: Draft, name: string): void {
  const key = foldWord(name)
  byName.set(key, [...(byName.get(key) ?? []), draft])
}

function draftOf({ sheet, row, cells }: RosterRow, drafts: Drafts, faults: CellFault[]): Draft | null {
  const { unitCode: code, unitName: name } = cells
  const refuse = (cell: { text: string; column: number }, kind: CellFault['code'], other = '') => {
    faults.push(faultAt({ sheet, row, column: cell.column }, kind, cell.text, other))
    return null
  }
  if (code && code.text.length > LONGEST_CODE) return refuse(code, 'roster.too-long', String(LONGEST_CODE))
  if (name && name.text.length > LONGEST_NAME) return refuse(name, 'roster.too-long', String(LONGEST_NAME))
  const founded = (own: string | null, nameTh: string) =>
    addDraft(drafts, { code: own, nameTh, nameEn: null, parentId: null }, null)
  if (code) {
    const found = drafts.byCode.get(code.text.toUpperCase())
    if (!found) return name ? founded(code.text, name.text) : refuse(code, 'roster.unknown-unit')
    if (!name || isCalled(found, name.text)) return found
    if (found.isNamed) return refuse(name, 'roster.unit-two-names', found.facts.nameTh)
    found.facts = { ...found.facts, nameTh: name.text }
    found.isNamed = true
    callDraft(drafts, found, name.text)
    return found
  }
  if (!name) return null
  const called = calledBy(drafts, name.text)
  if (called.length > 1) return refuse(name, 'roster.unit-ambiguous')
  return called[0] ?? founded(null, name.text)
}

const isCalled = ({ facts }: Draft, name: string): boolean =>
  [facts.nameTh, facts.nameEn].some((own) => own !== null && foldWord(own) === foldWord(name))

const calledBy = ({ byName }: Drafts, name: string): readonly Draft[] =>
  (byName.get(foldWord(name)) ?? []).filter((draft) => isCalled(draft, name))

/** By code, else by a name that only one has. */
function oneOf(drafts: Drafts, text: string): Draft | null {
  const called = calledBy(drafts, text)
  return drafts.byCode.get(text.toUpperCase()) ?? (called.length === 1 ? (called[0] ?? null) : null)
}

function setParent(
  { sheet, row, cells }: RosterRow,
  { drafts, ref, faults }: { drafts: Drafts; ref: UnitRef | null; faults: CellFault[] },
): void {
  const { parentUnitCode: cell } = cells
  if (!cell) return
  const refuse = (code: CellFault['code'], other = '') =>
    faults.push(faultAt({ sheet, row, column: cell.column }, code, cell.text, other))
  if (!cells.unitCode && !cells.unitName) return void refuse('roster.parent-without-unit')
  const draft = ref === null ? undefined : drafts.byRef.get(ref)
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

function isWithin(unit: Draft, above: Draft, { byRef }: Drafts): boolean {
  const seen = new Set<Draft>()
  for (let at: Draft | undefined = unit; at && !seen.has(at); ) {
    if (at === above) return true
    seen.add(at)
    const { parentId }: UnitFacts = at.facts
    at = parentId === null ? undefined : byRef.get(parentId)
  }
  return false
}

/** What is founded stands behind its parent. */
function parentsFirst({ all, byRef }: Drafts): readonly Draft[] {
  const depths = new Map<Draft, number>()
  const depthOf = (draft: Draft): number => {
    const known = depths.get(draft)
    if (known !== undefined) return known
    const { parentId } = draft.facts
    const parent = parentId === null ? undefined : byRef.get(parentId)
    const depth = parent ? 1 + depthOf(parent) : 0
    depths.set(draft, depth)
    return depth
  }
  return all.toSorted((a, b) => depthOf(a) - depthOf(b))
}

function plannedFrom({ ref, was, facts }: Draft): PlannedUnit[] {
  if (was === null) return [{ ref, kind: 'founded', facts, fields: [] }]
  const fields = changedFacts(was, facts)
  return fields.length > 0 ? [{ ref, kind: 'changed', facts, fields }] : []
}
