import { type MatterKey, PUBLISHED_KINDS } from '../matter.domain.ts'
import { newestOf, type Publication } from '../publications/publication.domain.ts'
import type { Standing } from './standing.domain.ts'

/** An agenda item that puts the thing forward and is not resolved yet. */
export type WaitingItem = Readonly<{
  agendaItemId: string
  meetingId: string
  bodyName: string
  meetingNumber: string
  form: 'meeting' | 'circular'
  heldOn: string
  /** Whether what it puts forward is what the thing is now. */
  isPresent: boolean
}>

/** One thing of a kind with all that is known of its approval. */
export type Thing = MatterKey &
  Readonly<{
    title: string
    /** Null where it is gone. */
    contentHash: string | null
    standing: Standing
    waiting: readonly WaitingItem[]
    /** The newest first. */
    publications: readonly Publication[]
  }>

export type ThingState =
  | 'published'
  | 'complete'
  | 'approved'
  | 'changed'
  | 'on-agenda'
  | 'under-way'
  | 'no-chain'
  | 'not-placed'
  | 'withdrawn'
  | 'gone'

/** What a thing is called by in a list: the one word that says what is to be done with it next. */
export function stateOf({ kind, contentHash, standing, waiting, publications }: Thing): ThingState {
  const newest = newestOf(publications)
  if (contentHash === null) return newest ? 'published' : 'gone'
  if (newest?.contentHash === contentHash) return 'published'
  if (standing.isComplete) return PUBLISHED_KINDS.includes(kind) ? 'complete' : 'approved'
  if (waiting.some(({ isPresent }) => isPresent)) return 'on-agenda'
  if (standing.isChangedSince) return 'changed'
  if (standing.steps.some(({ passedBy }) => passedBy !== null)) return 'under-way'
  if (publications.length > 0 && newest === null) return 'withdrawn'
  return standing.chain === null ? 'no-chain' : 'not-placed'
}
