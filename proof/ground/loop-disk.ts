import { execFileSync } from 'node:child_process'
import { chmodSync, closeSync, ftruncateSync, mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { killAllOn } from './processes.ts'

/** A disk of its own in a file, with ext4 on it: it can be full, and its power can be cut. */
export type LoopDisk = Readonly<{
  /** Where it is mounted. */
  folder: string
  /**
   * From now on nothing reaches the disk: what the system still holds in memory, data, names and journal, is dropped, as by a
   * pulled plug. Returns at once.
   */
  cutPower: () => void
  /** Ends everything on it, and mounts what had reached it; the journal of ext4 is replayed. */
  mountAgain: () => Promise<void>
  remove: () => Promise<void>
}>

/** EXT4_IOC_SHUTDOWN without flushing the log; perl is on every Debian, and Node.js has no ioctl. */
const CUT = [
  '-e',
  'open(my $d, "<", $ARGV[0]) or die $!; my $how = pack("L", 2); ioctl($d, 0x8004587D, $how) or die "ioctl: $!"',
]

/** Needs root. `options` are of mount. */
export function makeLoopDisk(megabytes: number, options = 'commit=60'): LoopDisk {
  const place = mkdtempSync(path.join(os.tmpdir(), 'pd-'))
  // The user that the database runs as passes through here.
  chmodSync(place, 0o755)
  const image = path.join(place, 'image')
  const folder = path.join(place, 'm')
  mkdirSync(folder)
  const file = openSync(image, 'w')
  ftruncateSync(file, megabytes * 1024 * 1024)
  closeSync(file)
  execFileSync('mkfs.ext4', ['-q', '-m', '0', image])
  const mount = () => execFileSync('mount', ['-o', `loop,${options}`, image, folder])
  mount()
  const unmount = async () => {
    await killAllOn(folder)
    execFileSync('umount', [folder])
  }
  return {
    folder,
    cutPower: () => execFileSync('perl', [...CUT, folder]),
    mountAgain: async () => {
      await unmount()
      mount()
    },
    remove: async () => {
      await unmount()
      rmSync(place, { recursive: true, force: true })
    },
  }
}
