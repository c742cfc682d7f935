import { existsSync } from 'node:fs'
import type pg from 'pg'
import type { Config } from '../../app/platform/config/config.server.ts'
import { DatabaseRefusal } from '../../app/platform/db/database-refusal.ts'
import { ownPaths } from '../../app/platform/db/embedded/own-paths.server.ts'
import { joinOwnPostgres } from '../../app/platform/db/embedded/own-postgres.server.ts'
import { refuseUnusableServer, withSetupPool } from '../../app/platform/db/prepare-server.server.ts'
import { refuseHalfRestored } from '../../app/platform/db/restore-mark.server.ts'
import { type Loaded, loadInto } from '../../app/platform/db/transfer/load.server.ts'
import { openSnapshot, type Snapshot } from '../../app/platform/db/transfer/snapshot.server.ts'
import { tablesOf } from '../../app/platform/db/transfer/transfer.server.ts'
import type { Command } from '../command.ts'
import { BadInput, EXIT, type Terminal } from '../terminal.ts'
import { settings } from './settings.ts'

type Place = Readonly<{ kind: 'own' | 'server'; address: pg.ClientConfig; leave: () => Promise<void> }>

/**
 * `prongsai move --to ADDRESS|own`: carries the database of the settings into an empty one, and compares. Exit 1 when it may
 * not be moved now: a copy of the program is running on it, or the other one holds anything. The source is not changed.
 */
export const move: Command = async (terminal, { files: [file], to }) => {
  const { text } = terminal
  if (file !== undefined) throw new BadInput(text.takesNoFile(file))
  if (to === undefined) throw new BadInput(text.move.missingTo)
  const config = settings(terminal)
  refuseTarget(terminal, config, to)
  await refuseHalfRestored(config.dataDir)
  const from =
    config.databaseUrl === null ? await ownOf(config) : serverAt(sourceUrl(config, config.databaseUrl))
  try {
    return await moveFrom(terminal, { config, from, to })
  } catch (error) {
    if (!(error instanceof DatabaseRefusal) || !error.code.startsWith('transfer.')) throw error
    terminal.note(error.text[terminal.lang])
    if (terminal.json)
      terminal.print(
        JSON.stringify({ moved: false, refused: { code: error.code, message: error.text[terminal.lang] } }),
      )
    return EXIT.saidNo
  } finally {
    await from.leave()
  }
}

function refuseTarget({ text }: Terminal, config: Config, to: string): void {
  const { databaseUrl } = config
  if (to !== 'own' && !(URL.canParse(to) && /^postgres(ql)?:$/.test(new URL(to).protocol)))
    throw new BadInput(text.move.notAnAddress)
  if (to === (databaseUrl ?? 'own')) throw new BadInput(text.move.sameDatabase)
  if (databaseUrl === null && !existsSync(ownPaths(config.dataDir).cluster))
    throw new BadInput(text.move.nothingThere)
}

/** Not through a pooler where there is another way, and as who may read every row. */
const sourceUrl = ({ databases }: Config, databaseUrl: string): string =>
  databases.backupUrl ?? databases.ownerUrl ?? databases.directUrl ?? databaseUrl

const serverAt = (url: string): Place => ({
  kind: 'server',
  address: { connectionString: url },
  leave: async () => {},
})

async function ownOf({ dataDir }: Config): Promise<Place> {
  const own = await joinOwnPostgres(dataDir)
  return { kind: 'own', address: own.address, leave: own.leave }
}

async function moveFrom(
  terminal: Terminal,
  { config, from, to }: Readonly<{ config: Config; from: Place; to: string }>,
) {
  const snapshot = await openSnapshot(from.address)
  try {
    const copies = await copiesRunning(snapshot)
    if (copies > 0) {
      terminal.note(terminal.text.move.isRunning(copies))
      if (terminal.json) terminal.print(JSON.stringify({ moved: false, running: copies }))
      return EXIT.saidNo
    }
    if (to !== 'own')
      await withSetupPool({ connectionString: to }, (pool) => refuseUnusableServer(pool, to, '--to'))
    const written = await logsOf(snapshot)
    const target = to === 'own' ? await ownOf(config) : serverAt(to)
    const loaded = await load(terminal, snapshot, target).finally(target.leave)
    // Of two that read as the same login, the second would wait for the first.
    await snapshot.close()
    if (await isWrittenSince(written, from.address)) {
      terminal.note(terminal.text.move.writtenSince)
      if (terminal.json) terminal.print(JSON.stringify({ moved: false, writtenSince: true }))
      return EXIT.saidNo
    }
    report(terminal, loaded, { from: from.kind, to: target.kind })
    return EXIT.done
  } finally {
    await snapshot.close()
  }
}

/** Whether anybody worked on the source since: a program that was started meanwhile, or a command. */
async function isWrittenSince(written: string, from: pg.ClientConfig): Promise<boolean> {
  const later = await openSnapshot(from)
  try {
    return (await copiesRunning(later)) > 0 || (await logsOf(later)) !== written
  } finally {
    await later.close()
  }
}

/** How long the logs of all agencies are, in which whatever is done stands; a database of an older program has fewer. */
async function logsOf({ ask, tables }: Snapshot): Promise<string> {
  const logs = tables.filter(({ name }) => /^(public\.audit_log|protected\.audit_entry)$/.test(name))
  const lengths: unknown[] = []
  for (const { name } of logs) lengths.push(await ask(`select count(*)::text as rows from ${name}`))
  return JSON.stringify(lengths)
}

/** As they let each other know (`program_copy`); a database of an older program has none. */
async function copiesRunning({ ask }: Snapshot): Promise<number> {
  const [table] = await ask<{ there: boolean }>(
    `select to_regclass('public.program_copy') is not null as there`,
  )
  if (!table?.there) return 0
  const [found] = await ask<{ copies: number }>(
    `select count(*)::int as copies from program_copy 
      where seen_at between now() - interval '90 seconds' and now() + interval '90 seconds'`,
  )
  return found?.copies ?? 0
}

const load = ({ progress, text }: Terminal, snapshot: Snapshot, target: Place): Promise<Loaded> => {
  const { migrations, sequences } = snapshot
  return loadInto(
    target.address,
    { migrations, sequences, tables: tablesOf(snapshot) },
    {
      onProgress: ({ step, table, done, of }) =>
        progress((step === 'loading' ? text.move.loading : text.move.readingAgain)(table, done, of)),
    },
  )
}

function report(
  { json, print, note, text }: Terminal,
  { sums, migrated }: Loaded,
  kinds: Readonly<{ from: Place['kind']; to: Place['kind'] }>,
): void {
  const tables = [...sums].map(([name, sum]) => ({ name, ...sum }))
  const { move: words } = text
  if (json) print(JSON.stringify({ moved: true, ...kinds, tables, migrated }))
  else {
    for (const { name, rows, sha256 } of tables) print(words.table(name, rows, sha256))
    print(
      words.done(
        tables.length,
        tables.reduce((sum, { rows }) => sum + rows, 0),
      ),
    )
  }
  const say = json ? note : print
  say(kinds.to === 'server' ? words.setServer : words.setOwn)
  say(words.sourceStays)
}
