import { createHash } from 'node:crypto'

/** Part 17.8.1 of ISO/IEC 29500-1: the first 32 bytes of an embedded font are mixed with its key. */
const MIXED = 32
const KEY = /w:fontKey="\{([0-9A-F-]{36})\}"/g

type FontParts = Readonly<{ table: string; fonts: readonly Uint8Array[] }>

/**
 * Fonts of a package under keys drawn from the fonts themselves instead of at random. `fonts` are in the order in which
 * the table names their keys.
 */
export function steadyFonts({ table, fonts }: FontParts): FontParts {
  const keys = [...table.matchAll(KEY)].map((match) => match[1] ?? '')
  const clear = fonts.map((font, index) => mixed(font, keys[index] ?? ''))
  const steady = clear.map(keyOf)
  let at = 0
  return {
    table: table.replace(KEY, () => `w:fontKey="{${steady[at++]}}"`),
    fonts: clear.map((font, index) => mixed(font, steady[index] ?? '')),
  }
}

function keyOf(font: Uint8Array): string {
  const hex = createHash('sha256').update(font).digest('hex').toUpperCase()
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  )
}

/** The bytes of the key are taken from its end; mixing twice with one key gives the font back. */
function mixed(font: Uint8Array, key: string): Uint8Array {
  const bytes = Buffer.from(key.replaceAll('-', ''), 'hex').reverse()
  return font.map((byte, index) => (index < MIXED ? byte ^ (bytes[index % bytes.length] ?? 0) : byte))
}
