/** Data of the charts. Every text is ready to be shown in the reader's language; a chart decides nothing and counts nothing. */

/** A value at its place: `value` says where, `text` is what is printed there. */
export type Mark = Readonly<{ value: number; text: string; n: string | null }>

/**
 * How two neighbouring marks relate. `comparable`: one line, rise or fall may be said. `unconfirmed`: nobody confirmed that
 * they compare, drawn hollow with a broken line and no arrow. `different`: two questions, drawn apart and never joined.
 */
export type Joint = 'comparable' | 'unconfirmed' | 'different'

/** Why there is no mark: the year does not ask, it was not seen whether it does, or nothing was imported. */
export type Gap = Readonly<{ text: string }>

export type DumbbellRow = Readonly<{
  key: string
  label: string
  before: Mark | Gap
  after: Mark | Gap
  joint: Joint
  /** "+11.77" beside a comparable pair; null elsewhere. */
  change: string | null
  direction: 'rise' | 'fall' | 'same' | null
  /** Words of the break ("different question"), null where there is none. */
  note: string | null
}>

export type Dumbbell = Readonly<{
  /** What the earlier and the later mark are: "ปี 2566". */
  beforeLabel: string
  afterLabel: string
  rows: readonly DumbbellRow[]
}>

export type TrendLine = Readonly<{
  key: string
  label: string
  /** One for each year of the chart. `joint` is how it joins the point before; null at the first. */
  points: readonly Readonly<{ mark: Mark | Gap; joint: Joint | null }>[]
}>

export type Trend = Readonly<{
  /** Labels of the years, as many as every line has points. */
  years: readonly string[]
  /** At most four in one frame: more are not told apart. */
  lines: readonly TrendLine[]
}>

/** Small multiples: the same years and one scale, each frame under its own title. */
export type TrendGrid = Readonly<{
  years: readonly string[]
  frames: readonly Readonly<{ key: string; title: string; lines: readonly TrendLine[] }>[]
}>

/** A cell of a heat map; the value is printed in it, so that grey print and a colour-blind eye lose nothing. */
export type HeatCell = Mark | Gap
export type HeatRow = Readonly<{
  key: string
  label: string
  cells: readonly HeatCell[]
  /** Where two neighbours do not compare, or are not confirmed to: after the column of that place (from 0). */
  breaks: readonly Readonly<{ after: number; joint: Exclude<Joint, 'comparable'> }>[]
}>

export type HeatMap = Readonly<{
  /** Labels of the columns, as many as every row has cells. */
  columns: readonly string[]
  rows: readonly HeatRow[]
}>

/** Where one stands among others on a line from `from` to `to`. `own` is this agency. */
export type StripRow = Readonly<{
  key: string
  label: string
  values: readonly number[]
  own: Mark | null
  median: Mark | null
  said: string
}>

export type Strip = Readonly<{ rows: readonly StripRow[] }>

export type ChartHead = Readonly<{
  id: string
  /** Says the finding: "EIT rose in all items that compare, but …". */
  title: string
  /** Longer words for who cannot see it; the table twin has the figures. */
  description: string
}>
