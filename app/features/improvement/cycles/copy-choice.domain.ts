import { COPIED_PARTS, type CopiedPart, type CopyChoice } from './copy-plan.domain.ts'

/**
 * What was ticked, from the fields of a form or an address: `issue` and `part`, each as often as ticked. Everything where
 * nothing was chosen yet (`chosen` is absent): a box that is not ticked sends nothing.
 */
export function copyChoice(fields: Iterable<readonly [name: string, value: string]>): CopyChoice {
  const all = [...fields]
  const valuesOf = (name: string) => all.flatMap(([field, value]) => (field === name ? [value] : []))
  if (valuesOf('chosen').length === 0) return { issues: 'all', parts: new Set(COPIED_PARTS) }
  return { issues: valuesOf('issue'), parts: new Set(valuesOf('part').filter(isPart)) }
}

const isPart = (part: string): part is CopiedPart => (COPIED_PARTS as readonly string[]).includes(part)
