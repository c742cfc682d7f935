import { createRequire } from 'node:module'
import { Resvg } from '@resvg/resvg-js'

const { resolve } = createRequire(import.meta.url)
const FONTS = ['400Regular/Sarabun_400Regular.ttf', '700Bold/Sarabun_700Bold.ttf'].map((file) =>
  resolve(`@expo-google-fonts/sarabun/${file}`),
)

export type Picture = Readonly<{ png: Uint8Array; width: number; height: number }>

/** The picture as PNG, `width` pixels wide, on white, set in Sarabun whatever fonts the machine has. Throws on a malformed SVG. */
export function svgToPng(svg: string, width: number): Picture {
  const image = new Resvg(forUsvg(svg), {
    background: '#ffffff',
    fitTo: { mode: 'width', value: width },
    font: { fontFiles: FONTS, loadSystemFonts: false, defaultFontFamily: 'Sarabun' },
  }).render()
  return { png: image.asPng(), width: image.width, height: image.height }
}

/**
 * The same picture for usvg and resvg, which lose the advance of sara am: it is written as nikhahit and sara aa, a tone
 * mark between the two. What a reader sees is unchanged.
 */
export const forUsvg = (svg: string): string =>
  svg.replace(/([\u0e48-\u0e4b]?)\u0e33/g, (_, tone: string) => `\u0e4d${tone}\u0e32`)
