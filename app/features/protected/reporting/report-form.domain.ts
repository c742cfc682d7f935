import { cleanLine, cleanText } from '../../../kernel/clean-text.ts'

/** Text fields of the form and their longest, in characters; what is longer is refused with the text shown again. */
export const LONGEST = { what: 20_000, who: 4_000, where: 4_000, when: 4_000, fears: 4_000 } as const
export type TextName = keyof typeof LONGEST
export const TEXT_NAMES = Object.keys(LONGEST) as readonly TextName[]

export const LONGEST_IDENTITY = 400
export const MOST_FILES = 20

/** What a reporter wrote, cleaned of what nobody can see, and nothing more done to it. */
export type TypedReport = Readonly<Record<TextName, string>> &
  Readonly<{
    category: string
    /** Offices that the matter concerns: whoever of them reads reports does not read this one. */
    offices: readonly string[]
    /** Appointments that shall not read it. */
    leftOut: readonly string[]
    name: string
    contact: string
  }>

export type SentFields = readonly (readonly [name: string, value: string])[]

/** Reads the fields of a form; what is not there is empty. Names that nobody knows are passed over. */
export function readReport(fields: SentFields): TypedReport {
  const last = (name: string) => fields.findLast(([field]) => field === name)?.[1] ?? ''
  const all = (name: string) => [
    ...new Set(fields.filter(([field]) => field === name).map(([, value]) => cleanLine(value))),
  ]
  return {
    category: cleanLine(last('category')),
    what: cleanText(last('what')),
    who: cleanText(last('who')),
    where: cleanText(last('where')),
    when: cleanText(last('when')),
    fears: cleanText(last('fears')),
    offices: all('office'),
    leftOut: all('leaveOut'),
    name: cleanLine(last('name')),
    contact: cleanLine(last('contact')),
  }
}

/** The fields as a form carries them on, in their order. */
export const fieldsOf = (report: TypedReport): SentFields => [
  ['category', report.category],
  ...TEXT_NAMES.map((name) => [name, report[name]] as const),
  ...report.offices.map((office) => ['office', office] as const),
  ...report.leftOut.map((id) => ['leaveOut', id] as const),
  ['name', report.name],
  ['contact', report.contact],
]

export const hasIdentity = ({ name, contact }: Pick<TypedReport, 'name' | 'contact'>): boolean =>
  name !== '' || contact !== ''

/** Somebody for whom a case can be sealed, as the choice of readers needs it. */
export type PossibleReader = Readonly<{
  appointmentId: string
  personId: string
  kind: 'recipient' | 'custodian' | 'external'
  officeKey: string | null
}>

/** With fewer recipients than these, who stands outside the agency reads too. */
const FEW = 2

type Kept = Pick<TypedReport, 'offices' | 'leftOut'>

/** Persons who have nothing to do with a report: named by any appointment of theirs, or of an office that it concerns. */
export const personsLeftOut = (
  holders: readonly PossibleReader[],
  { offices, leftOut }: Kept,
): readonly string[] => [
  ...new Set(
    holders
      .filter(
        ({ appointmentId, officeKey }) =>
          leftOut.includes(appointmentId) || (officeKey !== null && offices.includes(officeKey)),
      )
      .map(({ personId }) => personId),
  ),
]

/** Who may have a part in a report, as a reader or as a keeper of the identity: whoever is left out is so in every part. */
export function partakersOf<R extends PossibleReader>(holders: readonly R[], kept: Kept): readonly R[] {
  const persons = personsLeftOut(holders, kept)
  return holders.filter(({ personId }) => !persons.includes(personId))
}

/**
 * Who will read a report: recipients without those that were left out and those of offices concerned; where fewer than two
 * are left, the outside recipients too.
 */
export function readersOf<R extends PossibleReader>(holders: readonly R[], kept: Kept): readonly R[] {
  const may = partakersOf(holders, kept)
  const recipients = may.filter(({ kind }) => kind === 'recipient')
  if (recipients.length >= FEW) return recipients
  return [...recipients, ...may.filter(({ kind }) => kind === 'external')]
}

/** What the form is checked against. */
export type ReportTerms = Readonly<{
  isOpen: boolean
  categories: readonly Readonly<{ key: string }>[]
  holders: readonly PossibleReader[]
}>

/** What is wrong with a report; `field` is where it is put right, '' for the form as a whole. */
export type ReportFault = Readonly<{
  code: 'no-what' | 'too-long' | 'category' | 'closed' | 'readers' | 'custodians'
  field: string
}>

export function checkReport(report: TypedReport, terms: ReportTerms): readonly ReportFault[] {
  const faults: ReportFault[] = []
  if (!terms.isOpen) faults.push({ code: 'closed', field: '' })
  if (!terms.categories.some(({ key }) => key === report.category))
    faults.push({ code: 'category', field: 'category' })
  if (report.what.trim() === '') faults.push({ code: 'no-what', field: 'what' })
  for (const name of TEXT_NAMES)
    if ([...report[name]].length > LONGEST[name]) faults.push({ code: 'too-long', field: name })
  for (const name of ['name', 'contact'] as const)
    if ([...report[name]].length > LONGEST_IDENTITY) faults.push({ code: 'too-long', field: name })
  if (terms.isOpen && readersOf(terms.holders, report).length === 0)
    faults.push({ code: 'readers', field: '' })
  if (hasIdentity(report) && !keepsIdentity(partakersOf(terms.holders, report)))
    faults.push({ code: 'custodians', field: 'name' })
  return faults
}

/** Whether two keepers of identity keys are there, without whom no name is taken. */
export const keepsIdentity = (holders: readonly PossibleReader[]): boolean =>
  holders.filter(({ kind }) => kind === 'custodian').length >= 2
