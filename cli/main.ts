import type { Language } from '../app/i18n/language.ts'
import { DatabaseRefusal } from '../app/platform/db/database-refusal.ts'
import { type OptionName, readCommandLine } from './arguments.ts'
import type { Command } from './command.ts'
import { backup } from './commands/backup.ts'
import { backupKey } from './commands/backup-key.ts'
import { check } from './commands/check.ts'
import { config } from './commands/config.ts'
import { drill } from './commands/drill.ts'
import { exportPart } from './commands/export.ts'
import { importFile } from './commands/import.ts'
import { migrate } from './commands/migrate.ts'
import { move } from './commands/move.ts'
import { protectedChannel } from './commands/protected.ts'
import { quota } from './commands/quota.ts'
import { report } from './commands/report.ts'
import { restore } from './commands/restore.ts'
import { score } from './commands/score.ts'
import { sweep } from './commands/sweep.ts'
import { user } from './commands/user.ts'
import { verify } from './commands/verify.ts'
import { BadInput, EXIT, type ExitCode, openTerminal } from './terminal.ts'

/** Every command with the options that it takes. */
const COMMANDS: Readonly<Record<string, Readonly<{ work: Command; takes: readonly OptionName[] }>>> = {
  import: { work: importFile, takes: ['out', 'replace', 'agency-name', 'dry-run', 'catalogue'] },
  check: { work: check, takes: ['item', 'url', 'catalogue'] },
  report: { work: report, takes: ['out', 'format', 'without-findings', 'catalogue'] },
  export: { work: exportPart, takes: ['out', 'catalogue'] },
  score: { work: score, takes: ['year', 'catalogue'] },
  verify: { work: verify, takes: ['identity'] },
  backup: { work: backup, takes: ['out', 'scheduled'] },
  'backup-key': { work: backupKey, takes: ['out'] },
  restore: { work: restore, takes: ['identity'] },
  drill: { work: drill, takes: ['identity'] },
  user: { work: user, takes: ['name', 'role', 'unit'] },
  protected: { work: protectedChannel, takes: [] },
  migrate: { work: migrate, takes: ['logins'] },
  move: { work: move, takes: ['to'] },
  quota: { work: quota, takes: [] },
  sweep: { work: sweep, takes: ['dry-run'] },
  config: { work: config, takes: [] },
}

/** Runs one command; returns its exit code (0 done, 1 the check said no, 2 bad input, 3 fault). */
export async function run(argv: readonly string[]): Promise<ExitCode> {
  const { command: name, lang, json, help, args, faultFor } = readCommandLine(argv)
  const terminal = openTerminal({ lang, json })
  try {
    if (help || name === undefined) {
      terminal.print(terminal.text.usage)
      return help ? EXIT.done : EXIT.badInput
    }
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
    if (!command) throw new BadInput(terminal.text.unknownCommand(name))
    const fault = faultFor(terminal.text, command.takes)
    if (fault !== null) throw new BadInput(fault)
    return await command.work(terminal, args)
  } catch (error) {
    const isBadInput = error instanceof BadInput
    const message = isBadInput ? error.message : terminal.text.fault(faultOf(error, lang))
    terminal.note(message)
    if (terminal.json) terminal.print(JSON.stringify({ error: { message, exitCode: isBadInput ? 2 : 3 } }))
    return isBadInput ? EXIT.badInput : EXIT.fault
  }
}

const faultOf = (error: unknown, lang: Language) =>
  error instanceof DatabaseRefusal ? error.text[lang] : (error as Error).message

if (import.meta.main) process.exitCode = await run(process.argv.slice(2))
