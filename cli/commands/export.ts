import { catalogueOfAgency, exportLibrary } from '../../app/features/catalogue/index.server.ts'
import { type Catalogue, findPart, partsOf } from '../../app/features/catalogue/index.ts'
import { toArabicDigits } from '../../app/kernel/thai-digits.ts'
import type { Arguments, Command } from '../command.ts'
import { writeWhole } from '../files.ts'
import { BadInput, EXIT, type Terminal } from '../terminal.ts'
import { catalogueOf } from './catalogue.ts'
import { hasDatabase, inDatabase } from './database.ts'

/**
 * `prongsai export 2568` or `2566-2567`: a framework or crosswalk as a library, into a file with --out, else to standard
 * output. It is the agency's where a database is there, else the program's own.
 */
export const exportPart: Command = async (terminal, args) => {
  const { text } = terminal
  const [written, another] = args.files
  if (written === undefined) throw new BadInput(text.missingPart)
  if (another !== undefined) throw new BadInput(text.tooManyFiles(another))
  const part = toArabicDigits(written).replace(/[\u2010-\u2015]/gu, '-')
  const catalogue = await catalogueInUse(terminal, args)
  const content = findPart(catalogue, part)
  if (!content) throw new BadInput(text.unknownPart(written, partsOf(catalogue).join(', ')))
  const yaml = exportLibrary(content)
  if (args.out !== undefined) await writeWhole(terminal, [{ path: args.out, bytes: yaml }])
  if (terminal.json)
    terminal.print(
      JSON.stringify({ part, out: args.out ?? null, yaml: args.out === undefined ? yaml : null }),
    )
  else terminal.print(args.out === undefined ? yaml.trimEnd() : text.writtenTo(args.out))
  return EXIT.done
}

const catalogueInUse = (terminal: Terminal, args: Arguments): Promise<Catalogue> =>
  args.catalogues.length === 0 && hasDatabase(terminal)
    ? inDatabase(terminal, 'prongsai export', catalogueOfAgency)
    : catalogueOf(terminal, args)
