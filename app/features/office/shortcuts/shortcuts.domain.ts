import type { MenuGroup } from '../office-entries.domain.ts'
import { SHORTCUTS, type ShortcutName } from './shortcuts.table.ts'

export type Shortcut = Readonly<{
  name: ShortcutName
  keys: readonly string[]
  /** What stands behind `/office/`; null for what opens no page. */
  part: string | null
}>

/** The keys that somebody has whose menu is this one. `fiscalYear` is today's (B.E.). */
export function shortcutsFor(menu: readonly MenuGroup[], fiscalYear: number): readonly Shortcut[] {
  const parts = new Map(menu.flatMap(({ entries }) => entries.map(({ name, part }) => [name, part])))
  return (Object.keys(SHORTCUTS) as ShortcutName[]).flatMap((name): Shortcut[] => {
    const { keys, entry } = SHORTCUTS[name]
    if (entry === null) return [{ name, keys, part: null }]
    const part = parts.get(entry)
    if (part === undefined) return []
    return [{ name, keys, part: name === 'thisYear' ? `${part}/${fiscalYear}` : part }]
  })
}
