import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { type ItemRef, parseItemRef } from '../../kernel/item-ref.ts'
import { projectRoot } from '../../platform/project-root.server.ts'
import type { CompletenessRule } from './completeness-rule.domain.ts'

const FILE = path.join(projectRoot, 'app/features/reports/data/completeness.yaml')

const provenance = { certainty: z.enum(['sourced', 'inferred', 'unverified']), source: z.string().min(1) }
const element = z.strictObject({
  key: z.enum(['measure', 'summary', 'outcome', 'period']),
  mayBeDeclaredNone: z.strictObject({ allowed: z.boolean(), ...provenance }),
  ...provenance,
})
const rule = z.strictObject({
  item: z.string().transform((text, context): ItemRef => {
    const ref = parseItemRef(text)
    if (ref !== null) return ref
    context.addIssue({ code: 'custom', message: `not an item reference: ${text}` })
    return z.NEVER
  }),
  workYear: z.int().min(2500).max(2699),
  year: z.strictObject({
    readings: z.array(z.enum(['fiscal', 'calendar'])).min(1),
    mustLie: z.enum(['touch', 'within']),
    ...provenance,
  }),
  elements: z.array(element).min(1),
  ...provenance,
})
const completenessFile = z.strictObject({ rules: z.array(rule) })

let loaded: ReadonlyMap<ItemRef, CompletenessRule> | null = null

/**
 * The completeness rules by item. Read once from `data/completeness.yaml`; throws when that file is malformed or names an
 * item twice, because a program whose rules are broken must not judge.
 */
export function loadCompletenessRules(): ReadonlyMap<ItemRef, CompletenessRule> {
  loaded ??= readCompletenessRules(readFileSync(FILE, 'utf8'))
  return loaded
}

/** The rules of one YAML text. Throws as `loadCompletenessRules` does. */
export function readCompletenessRules(yaml: string): ReadonlyMap<ItemRef, CompletenessRule> {
  const { rules } = completenessFile.parse(parse(yaml))
  const byItem = new Map(rules.map((each) => [each.item, each]))
  if (byItem.size !== rules.length) throw new Error('completeness.yaml names an item twice')
  return byItem
}
