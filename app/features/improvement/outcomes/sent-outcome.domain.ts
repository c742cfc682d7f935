import { fieldValue } from '../../../kernel/field.ts'
import { writeNotation } from '../notation/notation.domain.ts'
import type { OutcomeFacts } from '../working/working-cycle.domain.ts'
import type { TypedFact } from './fact-form.domain.ts'
import type { TypedOutcome } from './outcome-form.domain.ts'

/** Fields of a form by name. */
type Values = Readonly<Record<string, string>>

const COVERS = 'covers-'
export const coversName = (measureId: string): string => `${COVERS}${measureId}`

/** What a form of an outcome says. The fact that is added is on it only where the form has a kind. */
export function sentOutcome(values: Values): TypedOutcome {
  const covers = Object.keys(values)
    .filter((name) => name.startsWith(COVERS) && values[name] === 'on')
    .map((name) => name.slice(COVERS.length))
  const addFact = sentFact(values)
  return {
    covers,
    ...(values.text !== undefined && { text: values.text, textNone: values.textNone === 'on' }),
    ...(addFact && { addFact }),
  }
}

/** The fact of a form; null where it has none. */
export function sentFact(values: Values): TypedFact | null {
  const { kind } = values
  if (kind === undefined) return null
  return Object.fromEntries(
    FACT_FIELDS.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])),
  ) as TypedFact
}

const FACT_FIELDS = [
  'kind',
  'afterScore',
  'beforeScore',
  'label',
  'item',
  'afterYear',
  'afterValue',
  'beforeYear',
  'beforeValue',
] as const satisfies readonly (keyof TypedFact)[]

/** The values with which a form of an outcome opens. */
export const outcomeValues = ({ covers, text }: OutcomeFacts, fiscalYear: number): Values => ({
  ...Object.fromEntries(covers.map((id) => [coversName(id), 'on'])),
  text: writeNotation(fieldValue(text) ?? [], { year: fiscalYear }),
  textNone: text.state === 'none' ? 'on' : '',
})
