import { createContext } from 'react-router'
import type { Ctx, ProgramCtx } from '../../platform/ctx.server.ts'
import type { Tx } from '../../platform/db/tenant.server.ts'
import type { MatterCell, MatterKey, MatterKind } from './matter.domain.ts'

/** A thing as it now stands, ready to be frozen. */
export type MatterNow = MatterKey & Readonly<{ title: string; content: object; contentHash: string }>

/** What a room knows about the things of one kind that go before meetings. */
export type MatterSource = Readonly<{
  kind: MatterKind
  /** Things that can be put before a meeting now, the most likely first. */
  list: (ctx: Ctx) => Promise<readonly (MatterKey & Readonly<{ title: string }>)[]>
  /** The thing as it now stands; null where it is gone. Inside a transaction of the caller. */
  read: (
    tx: Tx,
    ctx: ProgramCtx,
    given: Readonly<{ agencyId: string; key: string }>,
  ) => Promise<MatterNow | null>
  /** The cells of a frozen content and of another, matched: the same cell has the same `id` in both. */
  cells: (
    content: object,
    other: object,
  ) => Readonly<{ before: readonly MatterCell[]; after: readonly MatterCell[] }>
  /** The paper of a frozen content for the pack of a meeting, as PDF; null where the kind has none, or it cannot be made. */
  paper: (ctx: Ctx, content: object) => Promise<Readonly<{ bytes: Uint8Array; title: string }> | null>
  /** Where it is worked on, behind `/office/`. */
  part: (key: string) => string
}>

export type MatterSources = Readonly<Partial<Record<MatterKind, MatterSource>>>

/** The other rooms stand on this one, so the program hands in what each knows of its things. */
export const mattersContext = createContext<MatterSources>()
