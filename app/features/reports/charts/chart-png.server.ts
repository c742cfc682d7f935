import { createRequire } from 'node:module'
import { Resvg, type ResvgRenderOptions } from '@resvg/resvg-js'
import { forUsvg } from './score-chart.domain.ts'

const { resolve } = createRequire(import.meta.url)
const FONTS = ['400Regular/Sarabun_400Regular.ttf', '700Bold/Sarabun_700Bold.ttf'].map((file) =>
  resolve(`@expo-google-fonts/sarabun/${file}`),
)

export type Picture = Readonly<{ png: Uint8Array; width: number; height: number }>

/** The chart as PNG, `width` pixels wide, on white, set in Sarabun whatever fonts the machine has. Throws on a malformed SVG. */
export function svgToPng(svg: string, width: number): Picture {
  const image = open(svg, { background: '#ffffff', fitTo: { mode: 'width', value: width } }).render()
  return { png: image.asPng(), width: image.width, height: image.height }
}

/** The chart as SVG of outlines alone, its letters drawn in Sarabun. Throws on a malformed SVG. */
export const svgToOutlines = (svg: string): string =>
  // A hundredth of the chart's unit is finer than print, and the file is half as long.
  open(svg, {})
    .toString()
    .replace(/\d+\.\d{3,}/g, (number) => String(Number(Number(number).toFixed(2))))

const open = (svg: string, look: ResvgRenderOptions) =>
  new Resvg(forUsvg(svg), {
    ...look,
    font: { fontFiles: FONTS, loadSystemFonts: false, defaultFontFamily: 'Sarabun' },
  })
