import { chartSvg } from '../../../kernel/chart/chart-svg.ts'
import type { ChartHead, Dumbbell } from './chart-data.domain.ts'
import type { ChartOptions } from './chart-options.domain.ts'

export const dumbbellSvg = (_data: Dumbbell, head: ChartHead, { theme, width }: ChartOptions): string =>
  chartSvg({
    ...head,
    id: `${head.id}-${width}`,
    theme,
    width: width === 'wide' ? 840 : 440,
    height: 80,
    marks: [],
  })
