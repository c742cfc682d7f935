import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import * as fontkit from 'fontkit'
import type { Covers } from './safe-text.ts'

/** Sarabun only: the text layer knows the names of its glyphs, and no other typeface may slip in unseen. */
const CUTS = ['400Regular/Sarabun_400Regular', '700Bold/Sarabun_700Bold']
const { resolve } = createRequire(import.meta.url)

export type Typeface = Readonly<{ files: readonly Buffer[]; covers: Covers }>

/** The font files of printed documents, and which characters every one of them can draw. */
export function readTypeface(): Typeface {
  const files = CUTS.map((cut) => readFileSync(resolve(`@expo-google-fonts/sarabun/${cut}.ttf`)))
  const sets = files.map((file) => new Set(fontkit.create(file).characterSet))
  return { files, covers: (codePoint) => sets.every((set) => set.has(codePoint)) }
}
