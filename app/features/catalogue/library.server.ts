import { type Document, isScalar, parseDocument, stringify, visit } from 'yaml'
import { type ZodType, z } from 'zod'
import { err, ok, type Result } from '../../kernel/result.ts'
import type { Catalogue } from './catalogue.domain.ts'
import { checkFramework } from './catalogue-check.domain.ts'
import { crosswalkFile, frameworkFile, isKeepable } from './catalogue-file.server.ts'
import type { LibraryContent } from './library-content.domain.ts'
import { draftCrosswalk } from './library-crosswalk.domain.ts'
import { type Library, libraryOfCrosswalk, libraryOfFramework } from './library-form.domain.ts'
import { draftFramework } from './library-framework.domain.ts'
import { type Draft, type LibraryFault, wrong, yearIn } from './library-reading.domain.ts'
import { frameworkOf } from './lookup.domain.ts'

/** A library as read: what it says of itself, and what it holds. */
export type ReadLibrary = Readonly<{
  urn: string
  refId: string
  libraryVersion: number
  provider: string | null
  content: LibraryContent
}>

/** The largest library that is read, in bytes of UTF-8; the largest framework here takes less than a tenth of it. */
export const LIBRARY_BYTES_AT_MOST = 1024 * 1024
// A hand-written list needs none; a few let tools share repeated texts, and no chain of them can grow.
const ALIASES_AT_MOST = 50

// What the column `integer` of a database holds.
const LARGEST_VERSION = 2_147_483_647

const words = z.string().trim().min(1).max(10_000).refine(isKeepable, 'holds a character that is no letter')
const optionalWords = z.string().max(100_000).nullish()
const translations = z.record(z.string(), z.record(z.string(), z.string())).optional()
const node = z.object({
  urn: words,
  assessable: z.boolean(),
  depth: z.int().min(1).max(10),
  parent_urn: words.nullish(),
  ref_id: words,
  name: optionalWords,
  description: optionalWords,
  implementation_groups: z.array(words).nullish(),
  typical_evidence: optionalWords,
  annotation: optionalWords,
  translations,
})
const mapping = z.object({
  source_requirement_urn: words,
  target_requirement_urn: words.nullish(),
  relationship: z.enum(['equal', 'subset', 'superset', 'intersect', 'not_related']),
  rationale: optionalWords,
  strength_of_relationship: z.number().nullish(),
  annotation: optionalWords,
  translations,
})
const head = { urn: words, ref_id: words, name: words, translations }
const library = z.object({
  ...head,
  locale: z.enum(['th', 'en']),
  version: z.int().min(0).max(LARGEST_VERSION),
  packager: words,
  provider: words.nullish(),
  objects: z.object({
    framework: z
      .object({ ...head, annotation: optionalWords, requirement_nodes: z.array(node).min(1).max(2_000) })
      .optional(),
    requirement_mapping_set: z
      .object({
        ...head,
        source_framework_urn: words,
        target_framework_urn: words,
        requirement_mappings: z.array(mapping).min(1).max(5_000),
      })
      .optional(),
  }),
}) satisfies ZodType<Library>

/** A framework, or the crosswalk between two years, as a YAML library in the form of CISO Assistant. */
export function exportLibrary(content: LibraryContent): string {
  const form =
    content.kind === 'framework'
      ? libraryOfFramework(content.framework)
      : libraryOfCrosswalk(content.crosswalk)
  return stringify(form, { lineWidth: 0, aliasDuplicateObjects: false })
}

/**
 * Reads such a library: one framework or one mapping set. With `catalogue`, years and items of a mapping set must be in it.
 * Refuses with every fault found and its place: too large, not YAML, aliases that multiply, another shape, or rows that
 * contradict each other.
 */
export function importLibrary(
  yamlText: string,
  catalogue: Catalogue | null = null,
): Result<ReadLibrary, readonly LibraryFault[]> {
  const data = readYaml(yamlText)
  if (!data.ok) return err([data.error])
  const read = library.safeParse(data.value)
  if (!read.success) return err(read.error.issues.map((issue) => wrong(placeOf(issue.path), issue.message)))
  const content = contentOf(read.data, catalogue)
  if (!content.ok) return content
  const { urn, ref_id: refId, version, provider } = read.data
  return ok({ urn, refId, libraryVersion: version, provider: provider ?? null, content: content.value })
}

function contentOf(
  library: Library,
  catalogue: Catalogue | null,
): Result<LibraryContent, readonly LibraryFault[]> {
  const { framework, requirement_mapping_set: set } = library.objects
  if (framework && set)
    return err([wrong('objects', 'holds a framework and a mapping set; bring them one at a time')])
  if (framework) return finishFramework(draftFramework(library, framework))
  if (!set) return err([wrong('objects', 'holds neither a framework nor a requirement_mapping_set')])

  const fromYear = yearIn(set.source_framework_urn)
  const toYear = yearIn(set.target_framework_urn)
  const place = 'objects.requirement_mapping_set'
  if (fromYear === null) return err([wrong(`${place}.source_framework_urn`, 'must name a framework year')])
  if (toYear === null) return err([wrong(`${place}.target_framework_urn`, 'must name a framework year')])
  const unknown = [fromYear, toYear].find((year) => catalogue && frameworkOf(catalogue, year) === null)
  if (unknown !== undefined)
    return err([
      {
        code: 'library.unknown-year',
        path: `${place}.${unknown === fromYear ? 'source' : 'target'}_framework_urn`,
        reason: String(unknown),
      },
    ])
  const pairs = finish(
    draftCrosswalk(library, set.requirement_mappings, { catalogue, fromYear, toYear }),
    crosswalkFile,
  )
  return pairs.ok ? ok({ kind: 'crosswalk', crosswalk: { fromYear, toYear, pairs: pairs.value } }) : pairs
}

function readYaml(text: string): Result<unknown, LibraryFault> {
  if (Buffer.byteLength(text) > LIBRARY_BYTES_AT_MOST)
    return err({ code: 'library.too-large', path: '', reason: `more than ${LIBRARY_BYTES_AT_MOST} bytes` })
  const zero = text.indexOf('\0')
  if (zero >= 0) return err(notYaml('a zero character', lineAt(text, zero)))
  try {
    // Both take time with the square of what they find: keys compared with each other, every fault given its line.
    const doc = parseDocument(text, { uniqueKeys: false, prettyErrors: false })
    const fault = doc.errors[0]
    if (fault) return err(notYaml(fault.message, lineAt(text, fault.pos[0])))
    const refusal = refusalOf(doc, text)
    return refusal ? err(refusal) : ok(doc.toJS({ maxAliasCount: ALIASES_AT_MOST }))
  } catch (error) {
    if (error instanceof ReferenceError) return err(tooManyAliases)
    // Nesting beyond the stack ends here too.
    return err(notYaml(error instanceof Error ? error.message : String(error), ''))
  }
}

/** A key twice in one mapping, or more aliases than a list needs; null when neither. */
function refusalOf(doc: Document, text: string): LibraryFault | null {
  let refusal: LibraryFault | null = null
  let aliases = 0
  visit(doc, {
    Alias() {
      aliases += 1
      if (aliases <= ALIASES_AT_MOST) return undefined
      refusal = tooManyAliases
      return visit.BREAK
    },
    Map(_, map) {
      const seen = new Set<unknown>()
      for (const { key } of map.items) {
        const name = isScalar(key) ? key.value : key
        if (seen.has(name)) {
          const at = isScalar(key) ? (key.range?.[0] ?? 0) : 0
          refusal = notYaml(`the key ${name} stands twice`, lineAt(text, at))
          return visit.BREAK
        }
        seen.add(name)
      }
      return undefined
    },
  })
  return refusal
}

function finishFramework(draft: Draft): Result<LibraryContent, readonly LibraryFault[]> {
  const framework = finish(draft, frameworkFile)
  if (!framework.ok) return framework
  const faults = checkFramework(framework.value, null)
  return faults.length > 0
    ? err(faults.map(({ path, reason }) => ({ code: 'library.contradiction', path, reason })))
    : ok({ kind: 'framework', framework: framework.value })
}

function finish<T>(draft: Draft, shape: ZodType<T>): Result<T, readonly LibraryFault[]> {
  if (draft.faults.length > 0) return err(draft.faults)
  const read = shape.safeParse(draft.data)
  if (read.success) return ok(read.data)
  return err(
    read.error.issues.map(({ path: [part, at, ...rest], message }) => {
      const place = draft.places[String(part)]?.[Number(at)]
      return wrong(placeOf(place ? [place, ...rest] : [part, at, ...rest]), message)
    }),
  )
}

const placeOf = (path: readonly (PropertyKey | undefined)[]): string =>
  path
    .filter((step) => step !== undefined)
    .map(String)
    .join('.')
const tooManyAliases: LibraryFault = {
  code: 'library.too-many-aliases',
  path: '',
  reason: `more than ${ALIASES_AT_MOST} aliases, or aliases of aliases that multiply`,
}
const lineAt = (text: string, at: number): string => `line ${text.slice(0, at).split('\n').length}`
const notYaml = (message: string, path: string): LibraryFault => ({
  code: 'library.not-yaml',
  path,
  reason: message.split('\n')[0] ?? message,
})
