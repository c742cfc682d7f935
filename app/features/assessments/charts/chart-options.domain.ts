import type { ChartWords } from './text/index.ts'

export type ChartOptions = Readonly<{
  /** `paper`: fixed colours. `auto`: the page's custom properties, the paper's colours as fallback. */
  theme: 'auto' | 'paper'
  /** `narrow`: labels above the marks, for a screen of 360 px. `wide`: labels beside them. */
  width: 'narrow' | 'wide'
  words: ChartWords
}>
