import {
  type ImportedLibrary,
  importCatalogueLibrary,
  type LibraryFile,
} from '../../app/features/catalogue/index.server.ts'
import type { ChangedRow } from '../../app/features/catalogue/index.ts'
import type { Arguments } from '../command.ts'
import { BadInput, EXIT, type ExitCode, type Terminal } from '../terminal.ts'
import { badList } from './catalogue.ts'
import { inDatabase } from './database.ts'

/** `prongsai import LIST.yaml`: the agency's own framework or crosswalk into the database, with what it changes. */
export async function importList(terminal: Terminal, args: Arguments, file: LibraryFile): Promise<ExitCode> {
  const { text } = terminal
  if (args.out !== undefined) throw new BadInput(text.listTakesNo('--out'))
  if (args.replace) throw new BadInput(text.listTakesNo('--replace'))
  if (args.agencyName !== undefined) throw new BadInput(text.listTakesNo('--agency-name'))
  if (args.catalogues.length > 0) throw new BadInput(text.listTakesNo('--catalogue'))
  const imported = await inDatabase(terminal, 'prongsai import', async (ctx, agencyCode) => {
    const result = await importCatalogueLibrary(ctx, { agencyCode, file, dryRun: args.dryRun })
    if (!result.ok) throw badList(terminal, result.error)
    return result.value
  })
  if (terminal.json) terminal.print(JSON.stringify(imported))
  else printImported(terminal, imported)
  return EXIT.done
}

function printImported({ print, text }: Terminal, imported: ImportedLibrary) {
  const { part, counts, differences, status, version } = imported
  print(
    counts.pairs > 0
      ? text.crosswalkCounts(part, counts.pairs)
      : text.frameworkCounts(part, counts.indicators, counts.items, counts.elements),
  )
  const { sourced, inferred, unverified } = counts.certainty
  print(text.certaintyCounts(sourced, inferred, unverified))
  if (status === 'unchanged') return print(text.listUnchanged(part))

  print(`\n${text.differences}`)
  const { added, removed, changed, head, lostPairs } = differences
  const withFields = ({ row, fields }: ChangedRow) => `${row} (${fields.join(', ')})`
  const certainty = changed.flatMap((row) =>
    row.certainty ? [`${row.row} (${row.certainty.before} → ${row.certainty.after})`] : [],
  )
  const lines = [
    { say: text.added, rows: added },
    { say: text.removed, rows: removed },
    { say: text.reworded, rows: changed.filter((row) => row.reworded).map(withFields) },
    { say: text.otherwise, rows: changed.filter((row) => !row.reworded).map(withFields) },
    { say: text.certaintyChanged, rows: certainty },
    { say: text.headChanged, rows: head },
    { say: text.lostPairs, rows: lostPairs },
  ]
  for (const { say, rows } of lines) if (rows.length > 0) print(`  ${say(rows.join(', '))}`)
  print(`\n${status === 'saved' ? text.listSaved(part, version ?? 0) : text.listNotSaved(part)}`)
}
