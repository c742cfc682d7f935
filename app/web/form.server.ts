import { parseWithZod } from '@conform-to/zod/v4'
import { z } from 'zod'
import { err, ok, type Result } from '../kernel/result.ts'
import { isSecretField } from './secret-field.ts'
import type { TypedFields } from './visit.ts'

// The checks are plain code: compiled ones would need what our own policy forbids to pages.
z.config({ jitless: true })

/** What was typed, by field, so that it can be shown again. A field that was sent several times has its last value. */
export type TypedValues = Readonly<Record<string, string>>

/** Which field was filled in wrongly, and the code of the reason, as the schema names it; '' for the form as a whole. */
export type FormFaults = Readonly<Record<string, string>>
export type FormProblem = Readonly<{ values: TypedValues; faults: FormFaults }>

/**
 * Reads one form. A schema says in its messages the code of what is wrong (`z.string({ error: 'person.no-name' })`); an empty
 * field is no value.
 */
export function readForm<S extends z.ZodType>(form: FormData, schema: S): Result<z.output<S>, FormProblem> {
  const submission = parseWithZod(form, { schema })
  if (submission.status === 'success') return ok(submission.value)
  const faults = Object.entries(submission.error ?? {}).flatMap(([field, codes]) => {
    const code = codes?.[0]
    return code === undefined ? [] : [[field, code] as const]
  })
  return err({ values: typedValues([...form]), faults: Object.fromEntries(faults) })
}

/** What was typed, secrets and files left out. */
export const typedValues = (
  fields: TypedFields | Iterable<readonly [string, FormDataEntryValue]>,
): TypedValues =>
  Object.fromEntries(
    [...fields].flatMap(([name, value]) =>
      typeof value === 'string' && !isSecretField(name) ? [[name, value]] : [],
    ),
  )
