import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import type { ZodType } from 'zod'
import { sha256Hex } from '../../platform/hash/content-hash.ts'
import type { Catalogue } from './catalogue.domain.ts'
import { checkCatalogue } from './catalogue-check.domain.ts'
import { conceptsFile, crosswalkFile, frameworkFile, sourcesFile } from './catalogue-file.server.ts'

const FRAMEWORK_FILE = /^ita-\d{4}\.yaml$/
const OTHER_FILES = ['crosswalk.yaml', 'concepts.yaml', 'sources.yaml']

/** A data file of the catalogue that cannot be used: which, where in it, and why. */
export class CatalogueFileError extends Error {
  readonly file: string
  readonly path: string
  readonly reason: string
  constructor({ file, path, reason }: { file: string; path: string; reason: string }) {
    super(`${file}: ${path}: ${reason}`)
    this.name = 'CatalogueFileError'
    this.file = file
    this.path = path
    this.reason = reason
  }
}

/** What `npm run catalogue:compile` writes beside the data files, so that starting need not parse YAML (decision 0012). */
const COMPILED = 'compiled.json'
type DataFile = Readonly<{ name: string; text: string }>
type Compiled = Readonly<{ sha256: string; catalogue: Catalogue }>

const loaded = new Map<string, Catalogue>()

/**
 * The catalogue of the data files in `dir` (the program's own when not given): every `ita-<year>.yaml` in order of years,
 * with `crosswalk.yaml`, `concepts.yaml` and `sources.yaml`. Read and checked once per directory; its compiled form is used
 * where it was made of these very files. Throws CatalogueFileError naming file, path and reason: a program with a broken
 * catalogue must not start.
 */
export function loadCatalogue(dir: string = ownDataDir()): Catalogue {
  const known = loaded.get(dir)
  if (known) return known
  const files = readDataFiles(dir)
  const catalogue = readCompiled(dir, files) ?? parseDataFiles(dir, files)
  loaded.set(dir, catalogue)
  return catalogue
}

/** Text of the compiled form of the data files in `dir` (the program's own when not given). Throws as `loadCatalogue` does. */
export function compileCatalogue(dir: string = ownDataDir()): Readonly<{ file: string; text: string }> {
  const files = readDataFiles(dir)
  const compiled: Compiled = { sha256: hashOf(files), catalogue: parseDataFiles(dir, files) }
  return { file: join(dir, COMPILED), text: `${JSON.stringify(compiled, null, 1)}\n` }
}

function readDataFiles(dir: string): readonly DataFile[] {
  const frameworks = readdirSync(dir)
    .filter((name) => FRAMEWORK_FILE.test(name))
    .sort()
  return [...frameworks, ...OTHER_FILES].map((name) => ({ name, text: readText(join(dir, name)) }))
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new CatalogueFileError({ file, path: 'whole file', reason: firstLine(error) })
  }
}

/** Null when there is none, or when a data file has changed since it was made. */
function readCompiled(dir: string, files: readonly DataFile[]): Catalogue | null {
  const file = join(dir, COMPILED)
  if (!existsSync(file)) return null
  const compiled = JSON.parse(readText(file)) as Compiled
  return compiled.sha256 === hashOf(files) ? compiled.catalogue : null
}

const hashOf = (files: readonly DataFile[]): string =>
  sha256Hex(JSON.stringify(files.map(({ name, text }) => [name, text])))

function parseDataFiles(dir: string, files: readonly DataFile[]): Catalogue {
  const parsed = <T>(name: string, shape: ZodType<T>): T =>
    parseFile(join(dir, name), files.find((file) => file.name === name)?.text ?? '', shape)
  const catalogue: Catalogue = {
    frameworks: files
      .filter(({ name }) => FRAMEWORK_FILE.test(name))
      .map(({ name }) => parsed(name, frameworkFile)),
    crosswalk: parsed('crosswalk.yaml', crosswalkFile),
    concepts: parsed('concepts.yaml', conceptsFile),
    sources: parsed('sources.yaml', sourcesFile),
  }
  refuseFaults(catalogue, dir)
  return catalogue
}

function parseFile<T>(file: string, text: string, shape: ZodType<T>): T {
  let data: unknown
  try {
    data = parse(text, { maxAliasCount: 0 })
  } catch (error) {
    throw new CatalogueFileError({ file, path: 'whole file', reason: firstLine(error) })
  }
  const read = shape.safeParse(data)
  if (read.success) return read.data
  const issue = read.error.issues[0]
  throw new CatalogueFileError({
    file,
    path: issue?.path.join('.') || 'whole file',
    reason: issue?.message ?? 'has another shape',
  })
}

function refuseFaults(catalogue: Catalogue, dir: string): void {
  const fault = checkCatalogue(catalogue)[0]
  if (!fault) return
  const year = fault.path.slice(0, 4)
  const name = fault.part === 'crosswalk' ? 'crosswalk.yaml' : `ita-${year}.yaml`
  throw new CatalogueFileError({ file: join(dir, name), path: fault.path, reason: fault.reason })
}

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''

/** Beside this file when run from source; the built server stands elsewhere and finds the folder from the package root. */
function ownDataDir(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  const beside = join(here, 'data')
  if (basename(here) === 'catalogue' && existsSync(beside)) return beside
  for (let at = here; at !== dirname(at); at = dirname(at)) {
    const candidate = join(at, 'app', 'features', 'catalogue', 'data')
    if (existsSync(candidate)) return candidate
  }
  throw new CatalogueFileError({ file: beside, path: 'folder', reason: 'is not there' })
}
