import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '../app/platform/project-root.server.ts'

/**
 * What the program is made of, as npm reads it out of the lock and the installed packages:
 *
 *     node scripts/supply-chain.ts sbom       writes build/sbom.cdx.json (CycloneDX 1.5)
 *     node scripts/supply-chain.ts licences   writes docs/LICENCES.md
 *     node scripts/supply-chain.ts audit      asks the registry for known holes: 1 when there is a serious one
 */
export type Component = Readonly<{
  name: string
  version: string
  purl: string
  hashes?: readonly Readonly<{ alg: string; content: string }>[]
  licenses?: readonly Readonly<{ expression?: string; license?: Readonly<{ id?: string; name?: string }> }>[]
}>
export type BillOfMaterials = Readonly<{
  bomFormat: string
  specVersion: string
  metadata: Readonly<{ component: Readonly<{ name: string; version: string; type: string }> }>
  components: readonly Component[]
  dependencies: readonly Readonly<{ ref: string; dependsOn: readonly string[] }>[]
}>

/** Packages whose own description says no licence that npm knows; what their files say, read by a person. */
const SAID_ELSEWHERE: Readonly<Record<string, string>> = {
  // "MIT" at the end of its Readme.md.
  'combine-errors@3.0.3': 'MIT',
  // The text of its LICENSE is that of two clauses; its package.json says "BSD".
  'duck@0.1.12': 'BSD-2-Clause',
}

type Marked = Readonly<{ 'bom-ref': string; properties: readonly Readonly<{ name: string }>[] }>

const isForDevelopment = ({ name }: { name: string }): boolean => name === 'cdx:npm:package:development'

/** The bill of materials of what runs in production: the same for the same lock, whenever and wherever it is made. */
export function billOfMaterials(): BillOfMaterials {
  const said = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx'], {
    cwd: projectRoot,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const { serialNumber, metadata, components, dependencies, ...rest } = JSON.parse(said)
  const { timestamp, component, ...made } = metadata
  // `--omit dev` of npm would leave out what a package for development asks for as its peer: React, for one.
  const kept = (components as (Component & Marked)[]).filter(
    ({ properties }) => !properties.some(isForDevelopment),
  )
  const refs = new Set([component, ...kept].map((one) => one['bom-ref']))
  const edges = (dependencies as BillOfMaterials['dependencies'])
    .filter(({ ref }) => refs.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => refs.has(one)) }))
  return {
    ...rest,
    components: kept,
    dependencies: edges,
    // npm calls it by the folder that it lies in, and a library.
    metadata: { ...made, component: { ...component, name: 'prongsai', type: 'application' } },
  }
}

/** As SPDX writes it; null where neither the package nor a person says. */
export function licenceOf({ name, version, licenses }: Component): string | null {
  const stated = licenses?.map(({ expression, license }) => expression ?? license?.id ?? license?.name)
  return stated?.filter((one) => one).join(' AND ') || (SAID_ELSEWHERE[`${name}@${version}`] ?? null)
}

export function licenceList({ components }: BillOfMaterials): string {
  const rows = [...components]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((one) => `| ${one.name} | ${one.version} | ${licenceOf(one) ?? '?'} |`)
  return `# สัญญาอนุญาตของส่วนประกอบ · Licences of the parts

Everything that runs in production beside the program's own code (Apache-2.0), as installed on Linux x64; other platforms bring
the same packages for themselves. Written by \`npm run licences\`; a test compares it with the lock. What is handed on to readers
stands in \`NOTICE\`.

| package | version | licence |
|---|---|---|
${rows.join('\n')}
`
}

export const LICENCES = path.join(projectRoot, 'docs/LICENCES.md')

/** What `npm audit --json` found, or why it could not be asked. */
type Audit = Readonly<{
  error?: Readonly<{ summary?: string; code?: string }>
  message?: string
  metadata?: Readonly<{ vulnerabilities: Readonly<Record<string, number>> }>
}>

function audit(): number {
  let said: string
  try {
    said = execFileSync('npm', ['audit', '--omit', 'dev', '--json'], {
      cwd: projectRoot,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } catch (error) {
    said = String((error as { stdout?: string }).stdout ?? '')
  }
  const found = (said.startsWith('{') ? JSON.parse(said) : {}) as Audit
  const counts = found.metadata?.vulnerabilities
  if (!counts) {
    // A registry that keeps no list of holes, or is away: nothing was looked at, which is not the same as nothing found.
    console.error('npm audit: NOT DONE, the registry gave no list of known holes')
    return 0
  }
  const serious = (counts.high ?? 0) + (counts.critical ?? 0)
  console.error(`npm audit: ${serious} serious of ${counts.total ?? 0} known holes`)
  return serious > 0 ? 1 : 0
}

function writeBill(): void {
  const file = path.join(projectRoot, 'build/sbom.cdx.json')
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(billOfMaterials(), null, 2)}\n`)
  console.log(path.relative(projectRoot, file))
}

if (process.argv[1] === import.meta.filename) {
  const what = process.argv[2]
  if (what === 'sbom') writeBill()
  else if (what === 'licences') writeFileSync(LICENCES, licenceList(billOfMaterials()))
  else if (what === 'audit') process.exitCode = audit()
  else {
    console.error(
      readFileSync(import.meta.filename, 'utf8')
        .split('\n')
        .slice(6, 13)
        .join('\n'),
    )
    process.exitCode = 2
  }
}
