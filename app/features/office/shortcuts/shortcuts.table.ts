import type { EntryName } from '../office-entries.domain.ts'

type Binding = Readonly<{
  /** Pressed one after the other; `Ctrl` is held. */
  keys: readonly string[]
  /** The page of the menu that it opens, and without which nobody has it; null for what works everywhere. */
  entry: EntryName | null
}>

/** Every key of the office, in the order in which they are listed. One-letter keys can be turned off (WCAG 2.2, 2.1.4). */
export const SHORTCUTS = {
  palette: { keys: ['Ctrl', 'K'], entry: null },
  search: { keys: ['/'], entry: null },
  help: { keys: ['?'], entry: null },
  home: { keys: ['g', 'h'], entry: 'home' },
  thisYear: { keys: ['g', 'y'], entry: 'cycles' },
  cycles: { keys: ['g', 'c'], entry: 'cycles' },
  evidence: { keys: ['g', 'e'], entry: 'evidence' },
  scores: { keys: ['g', 's'], entry: 'scores' },
  notices: { keys: ['g', 'n'], entry: 'notices' },
  people: { keys: ['g', 'p'], entry: 'people' },
  units: { keys: ['g', 'u'], entry: 'units' },
  audit: { keys: ['g', 'a'], entry: 'audit' },
  account: { keys: ['g', 'm'], entry: 'account' },
} as const satisfies Record<string, Binding>

export type ShortcutName = keyof typeof SHORTCUTS
