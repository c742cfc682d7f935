import type { Ctx } from '../../platform/ctx.server.ts'
import type { DatasetFacts, DatasetRow } from './dataset.domain.ts'

/** A public register of a room: to be listed by the program is to be open data, in every form. */
export type DatasetSource = DatasetFacts &
  Readonly<{
    /** What is public now, in a steady order. */
    rows: (ctx: Ctx) => Promise<readonly DatasetRow[]>
    /** When the register last changed; null while it is empty. */
    changedAt: (ctx: Ctx) => Promise<Date | null>
  }>
