import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

export type Running = Readonly<{ pid: number; parent: number; command: string }>

/** Every process that works on a folder: it lies there, or was told so by its environment or its command line. Linux tells. */
export function processesOn(folder: string): readonly Running[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((name) => {
      const { told, command } = factsOf(name)
      if (!told.some((text) => text.includes(folder))) return []
      const parent = Number(/^\d+ \(.*\) \S (\d+)/s.exec(textOf(name, 'stat'))?.[1] ?? 0)
      return [{ pid: Number(name), parent, command }]
    })
}

function factsOf(name: string) {
  const command = textOf(name, 'cmdline').replaceAll('\0', ' ').trim()
  let cwd = ''
  try {
    cwd = readlinkSync(`/proc/${name}/cwd`)
  } catch {
    // It has ended, or is somebody else's.
  }
  return { told: [command, textOf(name, 'environ'), cwd], command }
}

function textOf(name: string, file: string): string {
  try {
    return readFileSync(`/proc/${name}/${file}`, 'utf8')
  } catch {
    return ''
  }
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
