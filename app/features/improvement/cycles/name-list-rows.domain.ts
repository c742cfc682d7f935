import { cleanLine, withoutControls } from '../../../kernel/clean-text.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import type { NamedPerson, NameList } from '../cycle.domain.ts'
import type { CyclesErrorCode } from './cycles.errors.ts'
import type { RowFaults } from './resolution-rows.domain.ts'

type Values = Readonly<Record<string, string>>

const MOST_LISTS = 20
const MOST_PEOPLE = 300
const LONGEST_LINE = 300

/** The input of a field of a list, from 0. */
export const listInput = (index: number, field: 'heading' | 'people' | 'remove'): string =>
  `l${index}.${field}`

/** How many lists the form had. */
export const countLists = (values: Values): number =>
  Object.keys(values).filter((name) => /^l\d+\.heading$/.test(name)).length

/** The lists of names as rows of a form, people a line each, and an empty one after them. */
export const nameListRows = (lists: readonly NameList[]): Values =>
  Object.fromEntries(
    [...lists, { heading: '', persons: [] }].flatMap(({ heading, persons }, index) => [
      [listInput(index, 'heading'), heading],
      [listInput(index, 'people'), persons.map(lineOf).join('\n')],
    ]),
  )

/** "1. ชื่อ | ตำแหน่ง"; number and position where there are any. */
const lineOf = ({ number, name, position }: NamedPerson): string =>
  [number === null ? name : `${number} ${name}`, ...(position === '' ? [] : [position])].join(' | ')

const LINE = /^(?:([\d\u0e50-\u0e59]{1,3}[.)]?)\s+)?([^|]*)(?:\|(.*))?$/u

/** The lists as they were sent. One that was not changed is the list that it was; an empty one is none. */
export function readNameLists(
  values: Values,
  known: readonly NameList[],
): Result<readonly NameList[], RowFaults> {
  const faults: Record<string, CyclesErrorCode> = {}
  const lists = Array.from({ length: countLists(values) }, (_, index) => index).flatMap((index) => {
    const heading = withoutControls(values[listInput(index, 'heading')] ?? '')
    const people = withoutControls(values[listInput(index, 'people')] ?? '')
    const isNone = heading.trim() === '' && people.trim() === ''
    if (values[listInput(index, 'remove')] === 'on' || isNone) return []
    const same = known.find((list) => isSame(list, { heading, people }))
    if (same) return [same]
    const read = readList(heading, people)
    if (read.headingFault) faults[listInput(index, 'heading')] = read.headingFault
    if (read.peopleFault) faults[listInput(index, 'people')] = read.peopleFault
    return [read.list]
  })
  if (lists.length > MOST_LISTS) faults[''] = 'names.too-many-lists'
  return Object.keys(faults).length > 0 ? err({ faults }) : ok(lists)
}

const isSame = (list: NameList, sent: Readonly<{ heading: string; people: string }>): boolean =>
  withoutControls(list.heading) === sent.heading &&
  withoutControls(list.persons.map(lineOf).join('\n')) === sent.people

type ReadList = Readonly<{
  list: NameList
  headingFault: CyclesErrorCode | null
  peopleFault: CyclesErrorCode | null
}>

function readList(typedHeading: string, typedPeople: string): ReadList {
  const heading = cleanLine(typedHeading)
  const lines = typedPeople
    .split('\n')
    .map(cleanLine)
    .filter((line) => line !== '')
  const persons = lines.map((line): NamedPerson => {
    const [, number = null, name = '', position = ''] = LINE.exec(line) ?? []
    return { number, name: name.trim(), position: position.trim() }
  })
  return {
    list: { heading, persons },
    headingFault:
      heading === '' ? 'names.no-heading' : heading.length > LONGEST_LINE ? 'cover.long-line' : null,
    peopleFault: peopleFault(lines, persons),
  }
}

function peopleFault(lines: readonly string[], persons: readonly NamedPerson[]): CyclesErrorCode | null {
  if (persons.length === 0) return 'names.nobody'
  if (persons.length > MOST_PEOPLE) return 'names.too-many'
  if (lines.some((line) => line.length > LONGEST_LINE)) return 'cover.long-line'
  return persons.some(({ name }) => name === '') ? 'names.no-name' : null
}
