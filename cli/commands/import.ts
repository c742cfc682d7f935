import {
  type ImprovementError,
  improvementErrorText,
  saveImportedCycle,
} from '../../app/features/improvement/index.server.ts'
import type { CycleCounts, ImportOutcome } from '../../app/features/improvement/index.ts'
import { readConfig } from '../../app/platform/config/config.server.ts'
import { openDatabase } from '../../app/platform/db/database.server.ts'
import type { Command } from '../command.ts'
import { BadInput, EXIT, type Terminal, writeWhole } from '../terminal.ts'
import { readCycle } from './read-cycle.ts'

type Saved = Readonly<{ status: 'saved' | 'unchanged' | 'replaced'; version: number; contentHash: string }>

/** `prongsai import FILE`: reads a report and says everything it did; into a file with --out, else into the database. */
export const importFile: Command = async (terminal, args) => {
  const outcome = await readCycle(terminal, args)
  let saved: Saved | null = null
  if (args.out === undefined) saved = await intoDatabase(terminal, outcome, args.replace)
  else await writeWhole(terminal, [{ path: args.out, bytes: `${JSON.stringify(outcome.cycle, null, 2)}\n` }])
  const { lang } = terminal
  if (terminal.json) {
    terminal.print(
      JSON.stringify({
        counts: outcome.counts,
        notes: outcome.notes.map(({ message, ...note }) => ({ ...note, message: message[lang] })),
        suspectedFaults: outcome.suspectedFaults,
        out: args.out ?? null,
        saved,
      }),
    )
    return EXIT.done
  }
  printOutcome(terminal, outcome)
  if (args.out !== undefined) terminal.print(terminal.text.writtenTo(args.out))
  if (saved) {
    const { fiscalYear } = outcome.cycle
    terminal.print(
      saved.status === 'unchanged'
        ? terminal.text.unchanged(fiscalYear)
        : terminal.text.saved(fiscalYear, saved.version),
    )
  }
  return EXIT.done
}

async function intoDatabase(terminal: Terminal, outcome: ImportOutcome, replace: boolean): Promise<Saved> {
  const config = readConfig()
  if (!config.ok)
    throw new BadInput(
      config.error.map((fault) => `${fault.setting}: ${fault.message[terminal.lang]}`).join('\n'),
    )
  const database = await openDatabase(config.value)
  try {
    const saved = await saveImportedCycle(
      { db: database.db, actor: { kind: 'command', name: 'prongsai import' }, now: () => new Date() },
      { agencyCode: config.value.agencyCode, outcome, replace },
    )
    if (!saved.ok) throw new BadInput(refusal(terminal, saved.error))
    return saved.value
  } finally {
    await database.close()
  }
}

/** The command's own option is named where it is the remedy. */
const refusal = ({ text, lang }: Terminal, error: ImprovementError) =>
  error.code === 'cycle.already-there'
    ? text.alreadyThere(error.fiscalYear)
    : improvementErrorText(error)[lang]

function printOutcome({ print, text, lang }: Terminal, outcome: ImportOutcome) {
  print(countsLine(text, outcome.counts))
  print(`\n${text.notes}`)
  for (const note of outcome.notes)
    print(`  ${note.line === null ? '' : `${text.line(note.line)}: `}${note.message[lang]}`)
  if (outcome.suspectedFaults.length === 0) return
  print(`\n${text.faults}`)
  for (const fault of outcome.suspectedFaults)
    print(`  ${fault.line === null ? '' : `${text.line(fault.line)}: `}${fault.text} → ${fault.suspect}`)
}

const countsLine = (text: Terminal['text'], counts: CycleCounts) =>
  text.counts(
    counts.issues,
    counts.measures.join(','),
    counts.scorePairs,
    counts.singleScores,
    counts.resolutions,
  )
