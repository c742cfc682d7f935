export {
  forUsvg,
  type ScoreChartOptions,
  scoreChartParts,
  scoreChartSvg,
} from './score-chart.domain.ts'
