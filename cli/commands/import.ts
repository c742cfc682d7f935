import { leftOutSentence } from '../../app/features/approvals/index.ts'
import {
  catalogueOfAgency,
  loadCatalogue,
  looksLikeLibrary,
} from '../../app/features/catalogue/index.server.ts'
import {
  type ImprovementError,
  importReport,
  improvementErrorText,
  type ReportFile,
} from '../../app/features/improvement/index.server.ts'
import type { CycleCounts, ImportOutcome, ImportRefusalCode } from '../../app/features/improvement/index.ts'
import { type BroughtIn, bringInReport } from '../../app/features/reports/index.server.ts'
import { addressOf } from '../../app/web/addresses.ts'
import type { Arguments, Command } from '../command.ts'
import { writeWhole } from '../files.ts'
import { BadInput, EXIT, type ExitCode, type Terminal } from '../terminal.ts'
import { catalogueOf } from './catalogue.ts'
import { inDatabase } from './database.ts'
import { importList } from './import-list.ts'
import { badReport, readNamedFile } from './read-cycle.ts'

/**
 * `prongsai import FILE`: reads a report and says everything it did; into a file with --out, else into the database. A list
 * of the assessment, known by its content, goes into the agency's catalogue.
 */
export const importFile: Command = async (terminal, args) => {
  const file = await readNamedFile(terminal, args)
  if (looksLikeLibrary(file.bytes)) return importList(terminal, args, file)
  if (args.dryRun) throw new BadInput(terminal.text.onlyForLists('--dry-run'))
  if (args.out === undefined && args.catalogues.length > 0)
    throw new BadInput(terminal.text.catalogueNeedsOut)
  if (args.out !== undefined && args.replace) throw new BadInput(terminal.text.onlyIntoDatabase('--replace'))
  if (args.out !== undefined && args.agencyName !== undefined)
    throw new BadInput(terminal.text.onlyIntoDatabase('--agency-name'))
  const read = await importReport({ ...file, catalogue: await catalogueOf(terminal, args) })
  if (args.out === undefined) {
    const { outcome, saved } = await intoDatabase(terminal, { file, read, args })
    return printImported(terminal, { outcome, saved, out: null })
  }
  if (!read.ok) throw badReport(terminal, read.error)
  await writeWhole(terminal, [{ path: args.out, bytes: `${JSON.stringify(read.value.cycle, null, 2)}\n` }])
  return printImported(terminal, { outcome: read.value, saved: null, out: args.out })
}

type Imported = Readonly<{ outcome: ImportOutcome; saved: BroughtIn | null; out: string | null }>

function printImported(terminal: Terminal, { outcome, saved, out }: Imported): ExitCode {
  const { lang } = terminal
  if (terminal.json) {
    terminal.print(
      JSON.stringify({
        counts: outcome.counts,
        notes: outcome.notes.map(({ message, ...note }) => ({ ...note, message: message[lang] })),
        suspectedFaults: outcome.suspectedFaults,
        catalogue: outcome.catalogue,
        out,
        saved: saved && savedJson(saved),
      }),
    )
    return EXIT.done
  }
  printOutcome(terminal, outcome)
  if (out !== null) terminal.print(terminal.text.writtenTo(out))
  if (saved) {
    const { fiscalYear } = outcome.cycle
    terminal.print(
      saved.status === 'unchanged'
        ? terminal.text.unchanged(fiscalYear)
        : terminal.text.saved(fiscalYear, saved.version),
    )
    if (saved.agencyNamed !== null) terminal.print(terminal.text.agencyNamed(saved.agencyNamed))
    printPublication(terminal, fiscalYear, saved)
  }
  return EXIT.done
}

/** What keeps it from being public: no chain of approval at all, or steps that are not passed, by their bodies in order. */
const lackingOf = (standing: NonNullable<BroughtIn['standing']>) => ({
  chain: standing.chain !== null,
  steps: standing.steps.filter(({ passedBy }) => passedBy === null).map(({ bodyName }) => bodyName),
})

const savedJson = ({ standing, ...saved }: BroughtIn) => ({
  ...saved,
  lacking: standing && lackingOf(standing),
})

/** Whether it became public, and what it waits for where it did not. */
function printPublication({ print, text, lang }: Terminal, fiscalYear: number, saved: BroughtIn) {
  const words = text.publication
  if (saved.recorded > 0) print(words.recorded(saved.recorded))
  for (const one of saved.leftOut) print(`  ${leftOutSentence(lang, one)}`)
  if (saved.publication) {
    print(words.isPublic(addressOf.reportVersion('th', fiscalYear, saved.publication.version)))
    return
  }
  if (!saved.standing) return
  const { chain, steps } = lackingOf(saved.standing)
  print(chain ? words.waits(steps.join(', ')) : words.noChain)
  print(`    → ${chain ? words.waitsRemedy : words.noChainRemedy}`)
}

type Reading = Awaited<ReturnType<typeof importReport>>
type ToSave = Readonly<{ file: Omit<ReportFile, 'catalogue'>; read: Reading; args: Arguments }>

// Refusals that the agency's own frameworks may lift: it may have brought the year or the item that was not known.
const OF_THE_CATALOGUE: readonly ImportRefusalCode[] = ['import.unknown-item', 'import.bad-year']

/** Reads again with the agency's own catalogue; no database is opened for a file that no catalogue makes readable. */
async function intoDatabase(
  terminal: Terminal,
  { file, read, args }: ToSave,
): Promise<{ outcome: ImportOutcome; saved: BroughtIn }> {
  if (!read.ok && !OF_THE_CATALOGUE.includes(read.error.code)) throw badReport(terminal, read.error)
  return inDatabase(terminal, 'prongsai import', async (ctx, agencyCode) => {
    const catalogue = await catalogueOfAgency(ctx, agencyCode)
    const again = catalogue === loadCatalogue() ? read : await importReport({ ...file, catalogue })
    if (!again.ok) throw badReport(terminal, again.error)
    const saved = await bringInReport(ctx, {
      agencyCode,
      outcome: again.value,
      replace: args.replace,
      agencyName: args.agencyName,
    })
    if (!saved.ok) throw new BadInput(refusal(terminal, saved.error))
    return { outcome: again.value, saved: saved.value }
  })
}

/** The command's own option is named where it is the remedy. */
function refusal({ text, lang }: Terminal, error: ImprovementError): string {
  if (error.code === 'cycle.already-there') return text.alreadyThere(error.fiscalYear)
  if (error.code === 'cycle.other-agency') return text.otherAgency(error.named, error.known, error.agencyCode)
  return improvementErrorText(error)[lang]
}

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
