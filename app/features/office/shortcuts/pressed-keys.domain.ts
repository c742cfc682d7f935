/** What of a key that was pressed matters here; the names are those of the browser. */
export type PressedKey = Readonly<{ key: string; code: string; shiftKey: boolean }>

const THAI = /^[\u0e01-\u0e5b]$/

/**
 * The letter of a key, lower case. On a Thai keyboard it is the Latin letter of the same place, so that nobody has to switch
 * the language to use a shortcut. Null for a key without a letter.
 */
export function letterOf({ key, code, shiftKey }: PressedKey): string | null {
  if (!THAI.test(key)) return key.length === 1 ? key.toLowerCase() : null
  if (code === 'Slash') return shiftKey ? '?' : '/'
  return /^Key[A-Z]$/.test(code) ? code.slice(3).toLowerCase() : null
}

export type KeysPressed<T> = Readonly<{
  /** What was pressed and waits for the next key. */
  waiting: readonly string[]
  hit: T | null
}>

/** What the next key makes of those before it: a shortcut, the beginning of one, or nothing. */
export function afterKey<T extends Readonly<{ keys: readonly string[] }>>(
  shortcuts: readonly T[],
  waiting: readonly string[],
  letter: string | null,
): KeysPressed<T> {
  if (letter === null) return { waiting: [], hit: null }
  for (const pressed of waiting.length > 0 ? [[...waiting, letter], [letter]] : [[letter]]) {
    const begun = shortcuts.filter(({ keys }) => pressed.every((key, index) => keys[index] === key))
    const hit = begun.find(({ keys }) => keys.length === pressed.length)
    if (hit) return { waiting: [], hit }
    if (begun.length > 0) return { waiting: pressed, hit: null }
  }
  return { waiting: [], hit: null }
}
