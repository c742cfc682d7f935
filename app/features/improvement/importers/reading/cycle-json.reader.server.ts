import type { z } from 'zod'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import type { Catalogue } from '../../../catalogue/index.ts'
import type { CycleContent } from '../../cycle.domain.ts'
import { bilingual, sameInBoth } from '../../text/index.ts'
import type { Refusal } from '../import.domain.ts'
import { cycleSchema } from './cycle-schema.server.ts'
import { jsonBeyond } from './json-bounds.domain.ts'

type Issue = z.core.$ZodIssue

/**
 * Reads a cycle as this program writes it (`prongsai.cycle/1`), or the canonical JSON of its content. Refused at the first
 * JSON path that is not of that form, or that names an item without its year or one that no framework has.
 */
export function readCycleJson(text: string, catalogue: Catalogue): Result<CycleContent, Refusal> {
  const beyond = jsonBeyond(text)
  if (beyond) return err(beyond)
  const parsed = parseJson(text)
  if (!parsed.ok) return parsed
  const read = cycleSchema(catalogue).safeParse(parsed.value)
  if (read.success) return ok(read.data)
  const issue = deepest(read.error.issues[0])
  if (!issue) return err({ code: 'import.bad-cycle', place: null, detail: null })
  const place = bilingual((words) => words.places.path(pathOf(issue.path)))
  const unknown = issue.code === 'custom' ? issue.params?.unknownItem : undefined
  return typeof unknown === 'string'
    ? err({ code: 'import.unknown-item', place, detail: sameInBoth(unknown.slice(0, 40)) })
    : err({ code: 'import.bad-cycle', place, detail: null })
}

function parseJson(text: string): Result<unknown, Refusal> {
  try {
    return ok(JSON.parse(text))
  } catch (error) {
    const position = /position (\d+)/u.exec(error instanceof Error ? error.message : '')?.[1]
    const line =
      position === undefined ? text.split('\n').length : text.slice(0, Number(position)).split('\n').length
    return err({
      code: 'import.bad-cycle',
      place: bilingual((words) => words.places.line(line)),
      detail: sameInBoth('JSON'),
    })
  }
}

/** Where a value fits none of several forms, the form that it fits furthest says where it fails. */
function deepest(issue: Issue | undefined): Issue | undefined {
  if (issue?.code !== 'invalid_union') return issue
  const [inner] = issue.errors.flat().toSorted((a, b) => b.path.length - a.path.length)
  return inner ? { ...inner, path: [...issue.path, ...inner.path] } : issue
}

const pathOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (joined, key) => joined + (typeof key === 'number' ? `[${key}]` : `.${String(key)}`),
    '$',
  )
