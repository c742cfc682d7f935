/** `npm run catalogue:compile`: reads and checks the catalogue's data files and writes their compiled form beside them. */
import { writeFileSync } from 'node:fs'
import { compileCatalogue } from '../app/features/catalogue/catalogue.store.server.ts'

const { file, text } = compileCatalogue()
writeFileSync(file, text)
