import type { DatasetSource } from '../opendata/index.server.ts'

/** The public registers of this room. */
export const reportsDatasets: readonly DatasetSource[] = []
