import { chartSvg } from '../../../kernel/chart/chart-svg.ts'
import type { ChartHead, Trend, TrendGrid } from './chart-data.domain.ts'
import type { ChartOptions } from './chart-options.domain.ts'

export const trendSvg = (_data: Trend, head: ChartHead, { theme, width }: ChartOptions): string =>
  chartSvg({
    ...head,
    id: `${head.id}-${width}`,
    theme,
    width: width === 'wide' ? 840 : 440,
    height: 80,
    marks: [],
  })

export const trendGridSvg = (_data: TrendGrid, head: ChartHead, { theme, width }: ChartOptions): string =>
  chartSvg({
    ...head,
    id: `${head.id}-${width}`,
    theme,
    width: width === 'wide' ? 840 : 440,
    height: 80,
    marks: [],
  })
