import {
  loadCatalogue,
  looksLikeLibrary,
  withLibraryFile,
} from '../../app/features/catalogue/index.server.ts'
import {
  type Catalogue,
  type CatalogueError,
  catalogueErrorText,
} from '../../app/features/catalogue/index.ts'
import type { PermissionRefusal } from '../../app/kernel/permission.ts'
import type { Arguments } from '../command.ts'
import { readInput } from '../files.ts'
import { BadInput, type Terminal } from '../terminal.ts'

/** The program's own catalogue with the lists of `--catalogue` in it, in their order. Throws BadInput with the refusal. */
export async function catalogueOf(terminal: Terminal, args: Arguments): Promise<Catalogue> {
  let catalogue = loadCatalogue()
  for (const name of args.catalogues) {
    const file = await readInput(terminal, name)
    if (!looksLikeLibrary(file.bytes)) throw new BadInput(terminal.text.notAList(name))
    const read = withLibraryFile(catalogue, file)
    if (!read.ok) throw badList(terminal, read.error)
    catalogue = read.value
  }
  return catalogue
}

export const badList = ({ lang }: Terminal, error: CatalogueError | PermissionRefusal): BadInput =>
  new BadInput(catalogueErrorText(error)[lang])
