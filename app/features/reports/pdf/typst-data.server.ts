import { blocksOf, type Inline, inlineOf, type Place, plainInline } from '../../../kernel/inline-text.ts'
import { qrSvg } from '../../../platform/pictures/qr-code.ts'
import type { QrBlock, Report, ReportBlock, Section } from '../report.domain.ts'
import { type ReportWords, reportWords } from '../text/index.ts'
import { measuresOf } from './measure-rows.domain.ts'
import { BODY, CELL, cellPlace, linePlace, PAGE, SMALL } from './paper.table.ts'
import { scoresOf } from './score-figure.server.ts'

/**
 * Everything the template prints, words already divided into atoms: content only, as JSON. Nothing of it is ever evaluated
 * as markup.
 */
export function typstData(report: Report, createdAt: Date) {
  const words = reportWords(report.lang)
  const at = (size: number): Place => ({ ...linePlace(size), names: report.properNames })
  const line = (text: string, size: number = BODY.size): Inline => plainInline(text, at(size))
  const optional = (text: string | null, size: number = BODY.size) =>
    text === null ? null : line(text, size)
  const { cover, runningHead } = report
  return {
    meta: {
      title: report.title,
      author: report.agency.name,
      answers: report.answers,
      createdOn: dayOf(createdAt),
    },
    cover: {
      agency: line(report.agency.name, 14),
      title: line(cover.title, 27),
      agencyLine: line(cover.agencyLine, 15),
      yearLine: line(cover.yearLine, 15),
      preparedBy: optional(cover.preparedByLine),
      approvals: cover.approvalLines.map((text) => line(text)),
    },
    hash: {
      label: line(words.contentHash, SMALL.size),
      value: line(report.contentHash, SMALL.size),
      short: report.contentHash.slice(0, 8),
    },
    head: {
      title: line(runningHead.title, SMALL.size),
      // Left out where the title names it.
      year: optional(runningHead.title.includes(runningHead.year) ? null : runningHead.year, SMALL.size),
    },
    paper: { ...PAGE, insetX: CELL.insetX },
    words: { contents: line(words.contents), page: line(words.page) },
    sections: report.sections.map((section) => sectionData(section, report, words)),
  }
}

const dayOf = (createdAt: Date) => createdAt.toISOString().slice(0, 10).split('-').map(Number)

function sectionData(section: Section, report: Report, words: ReportWords) {
  const place = { ...linePlace(BODY.size), names: report.properNames }
  let level = 1
  let heading = section.heading
  const blocks = section.blocks.map((block) => {
    if (block.kind === 'heading') {
      // PDF/UA forbids skipping a level on the way down.
      level = Math.min(block.level, level + 1)
      heading = block.text
    }
    return blockData(block, { place, words, level, heading })
  })
  return { id: section.id, heading: plainInline(section.heading, place), newPage: section.newPage, blocks }
}

type Setting = Readonly<{ place: Place; words: ReportWords; level: number; heading: string }>

type PlainTable = Extract<ReportBlock, { kind: 'table' }>

function blockData(block: ReportBlock, setting: Setting) {
  const { place, words } = setting
  switch (block.kind) {
    case 'heading':
      return { k: 'heading', id: block.id, level: setting.level, t: plainInline(block.text, place) }
    case 'text':
      return { k: 'text', blocks: blocksOf(block.text, place) }
    case 'numbered':
      return { k: 'numbered', items: block.items.map((item) => blocksOf(item, place)) }
    case 'note':
      return { k: 'note', tone: block.tone, t: inlineOf(block.runs, place) }
    case 'measures':
      return measuresOf(block.table, { names: place.names, words })
    case 'qr':
      return qrOf(block, place)
    case 'scores':
      return scoresOf(block.chart, { names: place.names, words })
    case 'table':
      return tableOf(block, setting)
  }
}

const qrOf = ({ address, alt, beside }: QrBlock, place: Place) => ({
  k: 'qr',
  svg: qrSvg(address),
  alt,
  beside: beside.map(({ label, text, look }) => ({
    label: plainInline(label, place),
    t: plainInline(text, { ...place, widthEm: place.widthEm / 2 }),
    look,
  })),
})

/** A table of this many rows at most stays on one page. */
const WHOLE_ROWS = 8

function tableOf(table: PlainTable, { place, heading }: Setting) {
  const { names } = place
  const cell = (text: string, column: number) =>
    plainInline(text, { ...cellPlace(table.widths, column), names })
  return {
    k: 'table',
    // The heading above says the same already.
    caption: table.caption === '' || table.caption === heading ? null : plainInline(table.caption, place),
    widths: table.head.map((_, column) => table.widths[column] ?? 1),
    head: table.head.map((text, column) => ({
      t: cell(text, column),
      align: table.rows[0]?.[column]?.align ?? 'start',
    })),
    rows: table.rows.map((row) =>
      table.head.map((_, column) => {
        const { text = '', align = 'start', strong = false } = row[column] ?? {}
        return { t: cell(text, column), align, strong }
      }),
    ),
    whole: table.rows.length <= WHOLE_ROWS,
  }
}
