import type { SentDraft } from '../drafts/draft.domain.ts'

/** What a browser holds for a person until the server has it. */
type DraftMemory = Readonly<{
  /** False where the browser has no room, or lets nothing be kept. */
  hold: (draft: SentDraft) => boolean
  /** Lets go of what was held of a form, if nothing was typed into it since. */
  letGo: (draft: SentDraft) => void
  /** What the server does not have yet. */
  held: () => readonly SentDraft[]
}>

const PREFIX = 'prongsai.draft.'
/** What nobody has asked for in so long is not kept any longer, whoever typed it. */
const LONGEST_MS = 90 * 24 * 3_600_000

/** Keeps drafts in a store of the browser, each under the person whose it is; those of another are never given. */
export function draftMemory(store: Storage | null, personId: string, now: () => number): DraftMemory {
  const keyOf = (form: string) => `${PREFIX}${personId}.${form}`
  sweep(store, now())
  return {
    hold: (draft) => {
      try {
        store?.setItem(keyOf(draft.form), JSON.stringify(draft))
        return store !== null
      } catch {
        return false
      }
    },
    letGo: ({ form, typedAt }) => {
      const held = read(store, keyOf(form))
      if (held && held.typedAt <= typedAt) store?.removeItem(keyOf(form))
    },
    held: () =>
      keysOf(store).flatMap((key) => {
        const draft = key.startsWith(keyOf('')) ? read(store, key) : null
        return draft?.personId === personId ? [draft] : []
      }),
  }
}

function sweep(store: Storage | null, now: number): void {
  for (const key of keysOf(store)) {
    const draft = read(store, key)
    if (!draft || now - draft.typedAt > LONGEST_MS) store?.removeItem(key)
  }
}

const keysOf = (store: Storage | null): readonly string[] =>
  Array.from({ length: store?.length ?? 0 }, (_, index) => store?.key(index) ?? '').filter((key) =>
    key.startsWith(PREFIX),
  )

/** Null for what is not as this program wrote it: anything of this site may write there. */
function read(store: Storage | null, key: string): SentDraft | null {
  try {
    const draft: unknown = JSON.parse(store?.getItem(key) ?? 'null')
    if (typeof draft !== 'object' || draft === null || !('typedAt' in draft)) return null
    return typeof draft.typedAt === 'number' ? (draft as SentDraft) : null
  } catch {
    return null
  }
}
