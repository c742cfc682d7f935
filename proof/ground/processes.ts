import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** `name`: of its program, as the system has it. Linux tells all that stands here. */
type Process = Readonly<{ pid: number; parent: number; name: string }>

export type Running = Process & Readonly<{ command: string }>

/** Every process of the machine that could be read. */
const processes = (): readonly Process[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      const [, name, parent] = /^\d+ \((.*)\) \S (\d+)/s.exec(textOf(pid, 'stat')) ?? []
      return name === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), name }]
    })

/** Empty where it has ended, or is somebody else's. */
function textOf(pid: number | string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}

/** Every process that works on a folder: it lies there, or was told so by its environment or its command line. */
export const processesOn = (folder: string): readonly Running[] =>
  processes().flatMap((one) => {
    if (one.pid === process.pid) return []
    const command = textOf(one.pid, 'cmdline').replaceAll('\0', ' ').trim()
    const told = [command, textOf(one.pid, 'environ'), folderOf(one.pid)]
    return told.some((text) => text.includes(folder)) ? [{ ...one, command }] : []
  })

function folderOf(pid: number): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return ''
  }
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

/** Those that are still there after the time that the gentlest of them needs to end. */
export async function leftAfter(
  folder: string,
  milliseconds: number,
  mayStay: (running: Running) => boolean = () => false,
): Promise<readonly Running[]> {
  for (let waited = 0; ; waited += 100) {
    const left = processesOn(folder).filter((running) => !mayStay(running))
    if (left.length === 0 || waited >= milliseconds) return left
    await sleep(100)
  }
}

/** Kills those that work on a folder, so that a proof leaves nothing behind. */
export async function killAllOn(folder: string): Promise<void> {
  for (const { pid } of processesOn(folder))
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It ended by itself.
    }
  await leftAfter(folder, 5_000)
}

/** Memory of one process in megabytes, what it shares counted in part (PSS); 0 when it has gone. */
export const proportionalMb = (pid: number): number =>
  Number(/^Pss:\s+(\d+)/m.exec(textOf(pid, 'smaps_rollup'))?.[1] ?? 0) / 1024

/** Memory of one process in megabytes (RSS); 0 when it has gone. */
export const residentMb = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+)/m.exec(textOf(pid, 'status'))?.[1] ?? 0) / 1024

/** How many files, sockets and pipes a process has open; 0 when it has gone. */
export function descriptorsOf(pid: number): number {
  try {
    return readdirSync(`/proc/${pid}/fd`).length
  } catch {
    return 0
  }
}

const TICKS_IN_A_SECOND = 100

/** How long a process has worked on a processor so far, in seconds. Throws when it has gone. */
export function workedSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) / TICKS_IN_A_SECOND
}
