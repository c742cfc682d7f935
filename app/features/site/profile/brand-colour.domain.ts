/** Colours of an agency as the pages use them, by theme; the theme of strongest contrast keeps its own. "#rrggbb". */
export type BrandTheme = Readonly<{
  /** Links, headings, borders and filled buttons. */
  brand: string
  /** Words on a filled button. */
  ink: string
  /** A faint ground, under words in `brand` too. */
  soft: string
}>

/** What became of a colour: its contrast with paper and with surface as it was given, and whether it had to change. */
export type BrandColours = Readonly<
  Record<'light' | 'dark', BrandTheme & Readonly<{ given: number; used: number; isAdjusted: boolean }>>
>

type Rgb = readonly [red: number, green: number, blue: number]
/** OKLCH: lightness 0 to 1, chroma, hue in radians. */
type Lch = Readonly<{ l: number; c: number; h: number }>

const TEXT_CONTRAST = 4.5
/** Paper and surface of each theme, as in tokens.css, and the colours that stand on the faint ground of the brand. */
const GROUNDS = {
  light: {
    paper: '#ffffff',
    surface: '#f4f7fb',
    onSoft: ['#14213d', '#4d5c75', '#0b5394'],
    inks: ['#ffffff', '#14213d'],
    soft: { l: 0.95, c: 0.02 },
    step: -0.01,
  },
  dark: {
    paper: '#0f1722',
    surface: '#172131',
    onSoft: ['#e8edf4', '#a9b7ca', '#8fbcf2'],
    inks: ['#0f1722', '#ffffff'],
    soft: { l: 0.29, c: 0.045 },
    step: 0.01,
  },
} as const
/** A filled button under the pointer is brightened so much (`filter: brightness`). */
const HOVER = 1.12

/** "#0B3D78", "0b3d78" or "#03a" as "#rrggbb"; null where it is no colour. */
export function foldColour(typed: string): string | null {
  const [, digits] = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(typed.trim()) ?? []
  if (digits === undefined) return null
  const whole = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits
  return `#${whole.toLowerCase()}`
}

/** The contrast of two colours as WCAG counts it, 1 to 21. */
export function contrastOf(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(rgbOf(one)), luminance(rgbOf(other))].toSorted((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

/**
 * The colours that follow from the one that an agency chose: its hue is kept, and its lightness moves only as far as words in
 * it need for 4.5:1 on every ground of the theme.
 */
export const brandColours = (colour: string): BrandColours => ({
  light: themeFrom(colour, 'light'),
  dark: themeFrom(colour, 'dark'),
})

function themeFrom(colour: string, theme: keyof typeof GROUNDS): BrandColours['light'] {
  const { paper, surface, inks, step } = GROUNDS[theme]
  const chosen = lchOf(colour)
  const soft = softOf(chosen, theme)
  const grounds = [paper, surface, soft]
  const given = least(colour, grounds)
  let brand = colour
  // Black begins at the very end of the scale, and still has the whole of it before it.
  for (let l = chosen.l; least(brand, grounds) < TEXT_CONTRAST && (step < 0 ? l > 0 : l < 1); l += step)
    brand = hexOf({ ...chosen, l: l + step })
  const ink =
    inks.find(
      (one) => contrastOf(one, brand) >= TEXT_CONTRAST && contrastOf(one, brightened(brand)) >= TEXT_CONTRAST,
    ) ?? inks[0]
  return { brand, ink, soft, given, used: least(brand, grounds), isAdjusted: brand !== colour }
}

/** The faint ground in the hue of the brand, on which everything that stands there can be read. */
function softOf(chosen: Lch, theme: keyof typeof GROUNDS): string {
  const { soft, onSoft, step } = GROUNDS[theme]
  let { l } = soft
  let made = hexOf({ l, c: Math.min(soft.c, chosen.c), h: chosen.h })
  while (onSoft.some((one) => contrastOf(one, made) < TEXT_CONTRAST) && l > 0.1 && l < 0.99) {
    l -= step
    made = hexOf({ l, c: Math.min(soft.c, chosen.c), h: chosen.h })
  }
  return made
}

const least = (colour: string, grounds: readonly string[]): number =>
  Math.min(...grounds.map((ground) => contrastOf(colour, ground)))

const brightened = (colour: string): string =>
  hexFrom(rgbOf(colour).map((part) => Math.min(1, part * HOVER)) as unknown as Rgb)

const rgbOf = (hex: string): Rgb =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255) as unknown as Rgb

const hexFrom = (rgb: Rgb): string =>
  `#${rgb
    .map((part) =>
      Math.round(Math.min(1, Math.max(0, part)) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`

const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
const gamma = (part: number): number => (part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055)

const luminance = ([red, green, blue]: Rgb): number =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)

// OKLab as Björn Ottosson published it: lightness as it is seen, so that a moved colour keeps its hue.
function lchOf(hex: string): Lch {
  const [r, g, b] = rgbOf(hex).map(linear) as unknown as Rgb
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  return {
    l: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    c: Math.hypot(a, bb),
    h: Math.atan2(bb, a),
  }
}

/** The colour as screens show it; one that they cannot is made paler until they can. */
function hexOf({ l, c, h }: Lch): string {
  for (let chroma = c; chroma > 0.002; chroma -= 0.004) {
    const rgb = rgbFrom({ l, c: chroma, h })
    if (rgb.every((part) => part >= -0.001 && part <= 1.001)) return hexFrom(rgb)
  }
  return hexFrom(rgbFrom({ l, c: 0, h }))
}

function rgbFrom({ l: lightness, c, h }: Lch): Rgb {
  const [a, b] = [c * Math.cos(h), c * Math.sin(h)]
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    gamma(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    gamma(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    gamma(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ]
}
