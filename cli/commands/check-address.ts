import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { openLooking } from '../../app/features/watch/index.server.ts'
import { findingText, type WatchResult, type WatchTarget } from '../../app/features/watch/index.ts'
import type { Arguments } from '../command.ts'
import { BadInput, EXIT, type ExitCode, type Terminal } from '../terminal.ts'

/** Opens any public address as an assessor would; no database is needed. Exit 1 when something there would make it 0. */
export async function checkAddress(terminal: Terminal, args: Arguments, address: string): Promise<ExitCode> {
  const { text } = terminal
  if (args.files.length > 0 || args.item !== undefined || args.catalogues.length > 0)
    throw new BadInput(text.address.alone)
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address))
    throw new BadInput(text.address.unreadable(address))
  const folder = await mkdtemp(path.join(os.tmpdir(), 'check-'))
  const looking = openLooking({ folder, now: () => new Date() })
  try {
    const { result, forget } = await looking.look(targetOf(address), { ownOrigins: [], hosts: null })
    await forget()
    if (terminal.json) terminal.print(JSON.stringify(asJson(result, terminal)))
    else printResult(result, terminal)
    return result.passes ? EXIT.done : EXIT.saidNo
  } finally {
    looking.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Nothing is known of what must stand there. */
const targetOf = (address: string): WatchTarget => ({
  address,
  title: { th: address, en: address },
  unitId: null,
  part: '',
  marks: [],
  namesYear: null,
  sha256: null,
  hasMenu: false,
})

const asJson = (result: WatchResult, { lang }: Terminal) => ({
  ...result,
  findings: result.findings.map((finding) => ({ ...finding, ...findingText(lang, finding) })),
})

function printResult(result: WatchResult, { print, text, lang }: Terminal): void {
  print(result.passes ? text.address.passes(result.address) : text.address.fails(result.address))
  if (result.status !== null)
    print(
      `  ${text.address.seen({
        status: String(result.status),
        type: result.mediaType ?? '?',
        size: String(result.size ?? '?'),
      })}`,
    )
  for (const finding of result.findings) {
    const { problem, remedy } = findingText(lang, finding)
    print(`  ${finding.weight === 'fails' ? '✗' : '!'} ${problem}`)
    print(`      → ${remedy}`)
  }
}
