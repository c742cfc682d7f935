import type { DatasetSource } from '../opendata/index.server.ts'
import { catalogueRegisters } from './registers/catalogue-registers.server.ts'
import { cycleRegisters } from './registers/cycle-registers.server.ts'
import { publicationRegisters } from './registers/publication-registers.server.ts'

/** The public registers of this room. */
export const reportsDatasets: readonly DatasetSource[] = [
  ...cycleRegisters,
  ...publicationRegisters,
  ...catalogueRegisters,
]
