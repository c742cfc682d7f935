import { createRequire } from 'node:module'
import { Resvg } from '@resvg/resvg-js'
import { forUsvg } from './score-chart.domain.ts'

const { resolve } = createRequire(import.meta.url)
const FONTS = ['400Regular/Sarabun_400Regular.ttf', '700Bold/Sarabun_700Bold.ttf'].map((file) =>
  resolve(`@expo-google-fonts/sarabun/${file}`),
)

export type Picture = Readonly<{ png: Uint8Array; width: number; height: number }>

/** The chart as PNG, `width` pixels wide, on white, set in Sarabun whatever fonts the machine has. Throws on a malformed SVG. */
export function svgToPng(svg: string, width: number): Picture {
  const image = new Resvg(forUsvg(svg), {
    background: '#ffffff',
    fitTo: { mode: 'width', value: width },
    font: { fontFiles: FONTS, loadSystemFonts: false, defaultFontFamily: 'Sarabun' },
  }).render()
  return { png: image.asPng(), width: image.width, height: image.height }
}
