import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import type { ZodType } from 'zod'
import type { Catalogue } from './catalogue.domain.ts'
import { checkCatalogue } from './catalogue-check.domain.ts'
import { conceptsFile, crosswalkFile, frameworkFile, sourcesFile } from './catalogue-file.server.ts'

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

const loaded = new Map<string, Catalogue>()

/**
 * The catalogue of the data files in `dir` (the program's own when not given): every `ita-<year>.yaml` in order of years,
 * with `crosswalk.yaml`, `concepts.yaml` and `sources.yaml`. Read and checked once per directory.
 * Throws CatalogueFileError naming file, path and reason: a program with a broken catalogue must not start.
 */
export function loadCatalogue(dir: string = ownDataDir()): Catalogue {
  const known = loaded.get(dir)
  if (known) return known

  const years = readdirSync(dir)
    .filter((name) => /^ita-\d{4}\.yaml$/.test(name))
    .sort()
  const catalogue: Catalogue = {
    frameworks: years.map((name) => readFile(join(dir, name), frameworkFile)),
    crosswalk: readFile(join(dir, 'crosswalk.yaml'), crosswalkFile),
    concepts: readFile(join(dir, 'concepts.yaml'), conceptsFile),
    sources: readFile(join(dir, 'sources.yaml'), sourcesFile),
  }
  refuseFaults(catalogue, dir)
  loaded.set(dir, catalogue)
  return catalogue
}

function readFile<T>(file: string, shape: ZodType<T>): T {
  let data: unknown
  try {
    data = parse(readFileSync(file, 'utf8'), { maxAliasCount: 0 })
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
