import type {
  MeasureRow,
  MeasureTable,
  Report,
  ReportBlock,
  ReportCell,
  ScoreChart,
  ScoreRow,
} from '../../app/features/reports/report.domain.ts'
import { itemRef } from '../../app/kernel/item-ref.ts'
import { plain } from '../../app/kernel/rich-text.ts'

/** A report with one issue of the given blocks. */
export const aReport = (blocks: readonly ReportBlock[], change: Partial<Report> = {}): Report => ({
  lang: 'th',
  fiscalYear: 2567,
  answers: itemRef(2568, 'O28'),
  agency: { name: 'หน่วยงานตัวอย่าง', shortName: null },
  title: 'รายงานตัวอย่าง ประจำปีงบประมาณ พ.ศ. 2567',
  cover: {
    title: 'รายงานตัวอย่าง',
    agencyLine: 'ของหน่วยงานตัวอย่าง',
    yearLine: 'ประจำปีงบประมาณ พ.ศ. 2567',
    preparedByLine: null,
    approvalLines: [],
  },
  runningHead: { title: 'รายงานตัวอย่าง', year: 'ปีงบประมาณ พ.ศ. 2567' },
  contentHash: 'c0ffee'.padEnd(64, '0'),
  sections: [{ id: 'issue-1', heading: 'ประเด็นที่ 1 การให้บริการ', newPage: true, blocks }],
  properNames: [],
  ...change,
})

export const aCell = (text: string): ReportCell => ({ state: 'value', text: plain(text) })

export const aMeasureRow = (change: Partial<MeasureRow> = {}): MeasureRow => ({
  measure: 1,
  text: aCell('จัดทำคู่มือ'),
  period: aCell('ม.ค. – มี.ค. 67'),
  owners: aCell('ส่วนบริหาร'),
  summary: aCell('จัดทำแล้ว'),
  outcome: aCell('ครบทุกกิจกรรม'),
  outcomeRows: 1,
  ...change,
})

export const aMeasureTable = (
  rows: readonly MeasureRow[],
): Readonly<{ kind: 'measures'; table: MeasureTable }> => ({
  kind: 'measures',
  table: {
    issue: 1,
    caption: 'มาตรการของประเด็นที่ 1',
    head: ['มาตรการ', 'ระยะเวลา', 'ผู้รับผิดชอบ', 'สรุปผล', 'ผลลัพธ์'],
    rows,
  },
})

export const aScoreRow = (change: Partial<ScoreRow> = {}): ScoreRow => ({
  issue: 1,
  label: 'การให้บริการตามขั้นตอน',
  unit: 'คะแนน',
  before: '77.33',
  after: '89.10',
  beforeOf: itemRef(2566, 'e1'),
  afterOf: itemRef(2567, 'e1'),
  comparable: 'yes',
  change: '+11.77',
  ...change,
})

export const aScoreChart = (rows: readonly ScoreRow[]): ScoreChart => ({
  id: 'scores',
  title: 'คะแนนเพิ่มขึ้น',
  caption: 'คะแนนปี 2566 และปี 2567',
  beforeYear: 2566,
  afterYear: 2567,
  rows,
})
