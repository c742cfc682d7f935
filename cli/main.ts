import { parseArgs } from 'node:util'
import type { Language } from '../app/i18n/language.ts'
import { DatabaseRefusal } from '../app/platform/db/database-refusal.ts'
import type { Command } from './command.ts'
import { check } from './commands/check.ts'
import { config } from './commands/config.ts'
import { exportPart } from './commands/export.ts'
import { importFile } from './commands/import.ts'
import { report } from './commands/report.ts'
import { BadInput, EXIT, type ExitCode, openTerminal } from './terminal.ts'

const COMMANDS: Readonly<Record<string, Command>> = {
  import: importFile,
  check,
  report,
  export: exportPart,
  config,
}
const OPTIONS = {
  out: { type: 'string' },
  item: { type: 'string' },
  format: { type: 'string' },
  catalogue: { type: 'string', multiple: true },
  replace: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  'without-findings': { type: 'boolean' },
  json: { type: 'boolean' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

/** Runs one command; returns its exit code (0 done, 1 the check said no, 2 bad input, 3 fault). */
export async function run(argv: readonly string[]): Promise<ExitCode> {
  const { values, positionals, tokens } = parseArgs({
    args: [...argv],
    options: OPTIONS,
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const lang: Language = values.lang === 'en' ? 'en' : 'th'
  const terminal = openTerminal({ lang, json: values.json === true })
  const [name, ...files] = positionals
  try {
    if (values.help || name === undefined) {
      terminal.print(terminal.text.usage)
      return values.help ? EXIT.done : EXIT.badInput
    }
    if (values.lang !== undefined && values.lang !== 'th' && values.lang !== 'en')
      throw new BadInput(terminal.text.unknownLanguage(String(values.lang)))
    const unknown = tokens.find((token) => token.kind === 'option' && !(token.name in OPTIONS))
    if (unknown?.kind === 'option') throw new BadInput(terminal.text.unknownOption(unknown.rawName))
    const bare = tokens.find((token) => token.kind === 'option' && takesText(token.name) && !token.value)
    if (bare?.kind === 'option') throw new BadInput(terminal.text.missingValue(bare.rawName))
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
    if (!command) throw new BadInput(terminal.text.unknownCommand(name))
    return await command(terminal, {
      files,
      out: textOf(values.out),
      item: textOf(values.item),
      format: textOf(values.format),
      catalogues: (values.catalogue ?? []).filter((file) => typeof file === 'string'),
      replace: values.replace === true,
      dryRun: values['dry-run'] === true,
      withoutFindings: values['without-findings'] === true,
    })
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

const takesText = (name: string) => OPTIONS[name as keyof typeof OPTIONS].type === 'string'

const textOf = (value: string | boolean | undefined) => (typeof value === 'string' ? value : undefined)

if (import.meta.main) process.exitCode = await run(process.argv.slice(2))
