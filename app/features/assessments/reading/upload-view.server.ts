import type { Bilingual } from '../../../i18n/language.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import type { FigureFault, FigureRecord, FiguresFault, FiguresRefusal } from './figure.domain.ts'
import { type FileAgency, figuresIn, unknownLevels } from './figures.domain.ts'
import { guessMapping } from './guess-mapping.domain.ts'
import { type ColumnMapping, type ColumnMeaning, foldedHead, type InstrumentScale } from './mapping.domain.ts'
import { openFigures } from './read-figures.server.ts'
import { headsOf, valuesUnder } from './result-table.domain.ts'

/** A waiting file as the page shows it: its columns, what is open, what is wrong, and what its first rows become. */
export type UploadView = Readonly<{
  isJson: boolean
  mapping: ColumnMapping
  columns: readonly Readonly<{ head: string; values: readonly string[]; means: ColumnMeaning }>[]
  agencies: readonly FileAgency[]
  scale: InstrumentScale | null
  asks: readonly FiguresFault[]
  faults: readonly FigureFault[]
  /** Words for a level that somebody has to say, or has said. */
  levelWords: readonly string[]
  /** Levels of all frameworks, each once. */
  levels: readonly Readonly<{ key: string; title: Bilingual }>[]
  first: readonly FigureRecord[]
  records: number
  gaps: number
}>

const VALUES_SHOWN = 3
const FIGURES_SHOWN = 12

export async function viewUpload(
  { content, mapping: given }: Readonly<{ content: Uint8Array; mapping: ColumnMapping | null }>,
  catalogue: Catalogue,
): Promise<Result<UploadView, FiguresRefusal>> {
  const opened = await openFigures(content, catalogue)
  if (!opened.ok) return opened
  const { tables, isJson } = opened.value
  const mapping = given ?? guessMapping(tables, catalogue)
  const read = figuresIn(tables, mapping, catalogue)
  const meanings = new Map(mapping.columns.map(({ head, means }) => [foldedHead(head), means]))
  return ok({
    isJson,
    mapping,
    columns: headsOf(tables).map((head) => ({
      head,
      values: [...new Set(valuesUnder(tables, head))].slice(0, VALUES_SHOWN),
      means: meanings.get(foldedHead(head)) ?? 'nothing',
    })),
    agencies: read.agencies,
    scale: read.scale,
    asks: read.asks,
    faults: read.faults,
    levelWords: [...new Set([...Object.keys(mapping.levels), ...unknownLevels(read.faults)])],
    levels: [
      ...new Map(
        catalogue.frameworks.flatMap(({ levels }) => levels.map(({ key, title }) => [key, { key, title }])),
      ).values(),
    ],
    first: read.records.slice(0, FIGURES_SHOWN),
    records: read.records.length,
    gaps: read.gaps,
  })
}
