import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

type Process = Readonly<{ pid: number; parent: number; name: string }>

/** Every process of the machine that could be read; Linux tells. */
function processes(): readonly Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
        const [, comm = '', parent = '0'] = /^\d+ \((.*)\) \S (\d+)/.exec(stat) ?? []
        return [{ pid: Number(name), parent: Number(parent), name: comm }]
      } catch {
        return []
      }
    })
}

/** A process and all below it. */
export function familyOf(root: number): readonly Process[] {
  const all = processes()
  const under = (parent: Process): Process[] => [
    parent,
    ...all.filter((one) => one.parent === parent.pid).flatMap(under),
  ]
  return all.filter(({ pid }) => pid === root).flatMap(under)
}

/** Memory of one process in megabytes, what it shares counted in part (PSS); 0 when it has gone. */
export function proportionalMb(pid: number): number {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
    return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

/** Memory of one process in megabytes (RSS); 0 when it has gone. */
export function residentMb(pid: number): number {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

/** How many files, sockets and pipes a process has open. */
export function descriptorsOf(pid: number): number {
  try {
    return readdirSync(`/proc/${pid}/fd`).length
  } catch {
    return 0
  }
}

/** The database of a program's own is detached from it: its own file names it. Null where the database is a server's. */
export function postmasterOf(dataDir: string): number | null {
  try {
    const file = path.join(dataDir, 'postgres', 'cluster', 'postmaster.pid')
    return Number.parseInt(readFileSync(file, 'utf8'), 10)
  } catch {
    return null
  }
}
