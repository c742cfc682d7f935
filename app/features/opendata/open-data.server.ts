import { createContext } from 'react-router'
import type { Ctx } from '../../platform/ctx.server.ts'
import type { DatasetRow } from './dataset.domain.ts'
import type { DatasetSource } from './dataset-source.server.ts'
import { checkRows, type RowFault } from './rows/check-rows.domain.ts'
import { type TableFile, tableFiles } from './tables/table-files.server.ts'

/** A register as it now stands, checked against its schema, in every form. */
export type OpenDataset = Readonly<{
  source: DatasetSource
  /** Those that fit the schema. */
  rows: readonly DatasetRow[]
  /** Why others were left out. */
  faults: readonly RowFault[]
  /** Rows that the register has beyond the most that is handed out. */
  beyond: number
  changedAt: Date | null
  files: readonly TableFile[]
}>

/** The open data of every agency. */
export type OpenData = Readonly<{
  /** Every register, in the order in which they are listed. */
  sources: readonly DatasetSource[]
  /** One register; null where none has that key. */
  find: (ctx: Ctx, key: string) => Promise<OpenDataset | null>
  list: (ctx: Ctx) => Promise<readonly OpenDataset[]>
  /** Under which licence an agency gives its data, by its SPDX name; null where it has not said. */
  licenseOf: (ctx: Ctx) => Promise<string | null>
  /** Something became public. */
  forget: () => void
}>

/** Set by the server for every request. */
export const openDataContext = createContext<OpenData>()

/** A register is held in memory whole, in every form. */
const MOST_ROWS = 100_000
const MOST_LOGGED = 20

type Given = Readonly<{
  sources: readonly DatasetSource[]
  licenseOf: OpenData['licenseOf']
  log: { warn: (detail: object, message: string) => void }
  lifetimeMs?: number
  mostRows?: number
  now?: () => number
}>

/** Registers read, checked and written once for everybody who asks within `lifetimeMs`, each agency its own. */
export function createOpenData({
  sources,
  licenseOf,
  log,
  lifetimeMs = 60_000,
  mostRows = MOST_ROWS,
  now = Date.now,
}: Given): OpenData {
  const known = new Map<string, { dataset: Promise<OpenDataset>; until: number }>()

  async function read(ctx: Ctx, source: DatasetSource): Promise<OpenDataset> {
    const [all, changedAt] = await Promise.all([source.rows(ctx), source.changedAt(ctx)])
    const { rows, faults } = checkRows(source, all.slice(0, mostRows))
    const beyond = Math.max(0, all.length - mostRows)
    if (faults.length > 0 || beyond > 0)
      log.warn(
        { agency: ctx.agency.code, dataset: source.key, faults: faults.slice(0, MOST_LOGGED), beyond },
        'dataset-does-not-fit',
      )
    const files = await tableFiles({ facts: source, rows, changedAt })
    return { source, rows, faults, beyond, changedAt, files }
  }

  function remembered(ctx: Ctx, source: DatasetSource): Promise<OpenDataset> {
    const place = `${ctx.agency.id} ${source.key}`
    const found = known.get(place)
    if (found && found.until >= now()) return found.dataset
    const entry = { dataset: read(ctx, source), until: now() + lifetimeMs }
    known.set(place, entry)
    // What could not be read is asked for again by the next.
    entry.dataset.catch(() => known.get(place) === entry && known.delete(place))
    return entry.dataset
  }

  return {
    sources,
    find: async (ctx, key) => {
      const source = sources.find((one) => one.key === key)
      return source ? remembered(ctx, source) : null
    },
    list: (ctx) => Promise.all(sources.map((source) => remembered(ctx, source))),
    licenseOf,
    forget: () => known.clear(),
  }
}
