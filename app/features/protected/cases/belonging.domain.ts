import type { Author, ItemContent, ItemKind, KnownHolder } from './case.domain.ts'

/** Who belongs to a case, and under which keys its epochs are sealed, as its items say: not as the tables say. */
export type Belonging = Readonly<{
  known: ReadonlyMap<string, KnownHolder>
  /** Everybody who ever belonged, for the role an item of theirs is shown with. */
  ever: ReadonlyMap<string, KnownHolder>
  /** Public keys by number of the epoch, base64. */
  epochKeys: ReadonlyMap<number, string>
  recoveryKey: string | null
}>

type SaidItem = Readonly<{
  seq: number
  epoch: number
  kind: ItemKind
  author: Author
  content: ItemContent | null
}>

const NOBODY: Belonging = { known: new Map(), ever: new Map(), epochKeys: new Map(), recoveryKey: null }

/** For each item who belonged before it, and at the end who belongs now: one more than there are items. */
export function belongingBefore(items: readonly SaidItem[]): readonly Belonging[] {
  const steps: Belonging[] = [NOBODY]
  for (const item of items) steps.push(after(steps.at(-1) ?? NOBODY, item))
  return steps
}

function after(before: Belonging, item: SaidItem): Belonging {
  const { content } = item
  if (!content || !mayChangeBelonging(item)) return before
  const joins = content.joins ?? []
  const known = new Map(before.known)
  for (const keyId of content.leaves ?? []) known.delete(keyId)
  for (const holder of joins) known.set(holder.keyId, holder)
  return {
    known,
    ever: new Map([...before.ever, ...joins.map((holder) => [holder.keyId, holder] as const)]),
    epochKeys: content.epochKey
      ? new Map([...before.epochKeys, [item.epoch, content.epochKey]])
      : before.epochKeys,
    recoveryKey: item.seq === 0 ? (content.recoveryKey ?? null) : before.recoveryKey,
  }
}

/** The reporter says at the start who reads; later who reads says so, or the channel when a quorum opened the case. */
function mayChangeBelonging({ seq, kind, author }: SaidItem): boolean {
  if (seq === 0) return kind === 'report' && author === 'reporter'
  if (kind === 'recovery') return author === 'channel'
  return author === 'recipient' && (kind === 'grant' || kind === 'removal' || kind === 'recusal')
}

/** Custodians keep keys of an identity; they read no case. */
export const mayRead = (holder: KnownHolder): boolean => holder.kind !== 'custodian'
