import { text as readText } from 'node:stream/consumers'
import { findAgencyByCode } from '../../app/features/people/index.server.ts'
import {
  acceptRestored,
  checkRoomLog,
  holdCeremony,
  listChannelHolders,
  openProtectedChannel,
  type ProtectedCtx,
  recoverCases,
} from '../../app/features/protected/index.server.ts'
import { openLogin } from '../../app/platform/db/database.server.ts'
import { withoutAgency } from '../../app/platform/db/tenant.server.ts'
import type { Arguments, Command } from '../command.ts'
import { BadInput, EXIT, type ExitCode, type Terminal } from '../terminal.ts'
import { inDatabase } from './database.ts'
import { settings } from './settings.ts'

type Doing = (terminal: Terminal, rest: readonly string[]) => Promise<ExitCode>

/** `prongsai protected …`: what is done for the protected channel at the machine. Without a quorum none of it opens a case. */
export const protectedChannel: Command = async (terminal, { files }: Arguments) => {
  const [act, ...rest] = files
  const doing = act !== undefined && Object.hasOwn(ACTS, act) ? ACTS[act] : undefined
  if (!doing) throw new BadInput(terminal.text.protected.unknownAct(Object.keys(ACTS).join(', ')))
  const tooMany = act === 'recover' ? undefined : rest[act === 'ceremony' ? 1 : 0]
  if (tooMany !== undefined) throw new BadInput(terminal.text.protected.tooMany(tooMany))
  return doing(terminal, rest)
}

const USUAL = '2-of-3'
const MOST_SHARES = 9

/** Needs no database and no settings: it belongs on a machine without a network. */
const ceremony: Doing = async ({ json, print, text }, [how = USUAL]) => {
  const words = text.protected
  const [, threshold, shares] = (/^(\d)-of-(\d)$/.exec(how) ?? []).map(Number)
  if (!threshold || !shares || threshold < 2 || threshold > shares || shares > MOST_SHARES)
    throw new BadInput(words.badShares)
  const made = await holdCeremony({ shares, threshold })
  if (json) {
    print(JSON.stringify(made))
    return EXIT.done
  }
  print(words.before)
  print('')
  print(`${words.publicKey}\n  ${made.publicKey}`)
  print(`${words.fingerprint}\n  ${made.fingerprint}`)
  for (const [index, share] of made.shares.entries()) {
    print(`\n${'-'.repeat(72)}\n${words.share(index + 1, shares, threshold)}`)
    for (const line of share.match(/.{1,40}(?=-|$)-?/g) ?? [share]) print(`  ${line}`)
    print(words.keepShare)
  }
  print('-'.repeat(72))
  print(words.after)
  return EXIT.done
}

const holders: Doing = (terminal) =>
  inChannel(terminal, async (ctx) => {
    const { json, print, text, lang } = terminal
    const found = await listChannelHolders(ctx)
    if (json) print(JSON.stringify({ holders: found }))
    else if (found.length === 0) print(text.protected.noHolders)
    else
      for (const { keyId, kind, roleTh, roleEn, fingerprint, validFrom } of found)
        print(
          `${keyId}  ${text.protected.kinds[kind]}  ${lang === 'th' ? roleTh : roleEn}  ${fingerprint}  ${validFrom}`,
        )
    return EXIT.done
  })

/** Shares come in on standard input, one a line: what stands in a command line stays in its history. */
const recover: Doing = (terminal, [keyId = '', ...reason]) =>
  inChannel(terminal, async (ctx) => {
    const { json, print, note, text } = terminal
    const words = text.protected
    if (process.stdin.isTTY) note(words.typeShares)
    const shares = (await readText(process.stdin)).split('\n').filter((line) => line.trim() !== '')
    const done = await recoverCases(ctx, { shares, keyId, reason: reason.join(' ') })
    if (!done.ok) throw new BadInput(words.faults[done.error.code](done.error.at ?? 0))
    if (json) print(JSON.stringify(done.value))
    else print(words.recovered(done.value.given, done.value.left))
    return done.value.left === 0 ? EXIT.done : EXIT.saidNo
  })

const verify: Doing = (terminal) =>
  inChannel(terminal, async (ctx) => {
    const { json, print, text } = terminal
    const log = await checkRoomLog(ctx)
    if (json) print(JSON.stringify(log))
    else print(log.whole ? `✓ ${text.protected.logWhole(log.head)}` : `✗ ${text.protected.logBroken(log.at)}`)
    return log.whole ? EXIT.done : EXIT.saidNo
  })

/** After a backup was put back: cases that had gone further go on from what it holds, and say so. */
const restored: Doing = (terminal) =>
  inChannel(terminal, async (ctx) => {
    const cut = await acceptRestored(ctx)
    terminal.print(terminal.json ? JSON.stringify({ cut }) : terminal.text.protected.restored(cut))
    return EXIT.done
  })

const ACTS: Readonly<Record<string, Doing>> = { ceremony, holders, recover, restored, verify }

function inChannel(terminal: Terminal, work: (ctx: ProtectedCtx) => Promise<ExitCode>): Promise<ExitCode> {
  const config = settings(terminal)
  return inDatabase(terminal, 'prongsai protected', async (ctx, code) => {
    const agency = await withoutAgency(ctx.db, (tx) => findAgencyByCode(tx, code))
    if (!agency) throw new BadInput(terminal.text.user.noAgency(code))
    const { databaseUrl } = config.protectedChannel
    const login = databaseUrl === null ? null : openLogin(databaseUrl, { max: 1, log: terminal.note })
    try {
      const channel = openProtectedChannel(config, { db: login?.db ?? ctx.db, now: ctx.now })
      return await work({ ...ctx, agency, channel })
    } finally {
      await login?.close()
    }
  })
}
