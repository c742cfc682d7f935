import type { TextOf } from '../../../i18n/language.ts'
import { plural } from '../../../kernel/plural.ts'
import type { scoresPageTh } from './scores-page.th.ts'

export const scoresPageEn: TextOf<typeof scoresPageTh> = {
  title: 'Results of the assessment',
  lead: 'The level, the scores, and where each comes from. Only what was imported or can be computed whole is shown; nothing is filled in.',
  emptyTitle: 'No results yet',
  emptyBody:
    'Start by importing a file of results (XLSX, CSV or JSON). This page then shows the level and the scores by instrument, indicator and item, with their sources.',
  toImport: 'Import results',
  years: 'Framework year',
  yearOf: (year) => `${year} B.E.`,
  noFramework: (year) =>
    `There is no framework of ${year} here, so its level and items cannot be shown. Please import the framework of that year first.`,
  gapTitle: (scored, items) => `The sources give scores of only ${scored} of ${plural(items, 'item')}.`,
  noScores: 'No item has a score yet.',
  noItems: 'The items of this year are not in the framework; only its indicators are.',
  gap: (indicators, all) =>
    `${indicators} of ${all} indicators have a score. What has none stays empty, and nothing is computed from parts with gaps.`,
  unverified: 'unverified',
  instruments: {
    IIT: 'Internal: the staff',
    EIT: 'External: the public',
    OIT: 'Disclosure on the website',
  },
  level: {
    title: (year) => `Level of ${year}`,
    printed: (word) => `Announced level: ${word}`,
    computed: (word) => `By the rules of this year: ${word}`,
    none: 'The level cannot be said yet',
    noneWhy: (missing) => `There is no score of ${missing}, and what is there does not give it whole.`,
    total: 'Total',
    of100: 'Score (of 100)',
    origin: 'Where from',
    weight: 'Weight',
    part: 'Part',
    percent: (value) => `${value} %`,
    bound: (bound, level) => `Bound ${bound} (${level})`,
    origins: { printed: 'As in the source', computed: 'Computed from its parts' },
    unknown: 'None yet',
    reached: 'Reached',
    short: (points) => `${points} short`,
    unverified: 'The level rules of this year have not been checked against the manual.',
    heldDown: (level, instead, instruments, bound) =>
      `By the rules, “${level}” in place of “${instead}”, because ${instruments} is below ${bound}`,
  },
  next: {
    title: (level) => `To the next level: ${level}`,
    top: 'This is the best level of the year.',
    totalReached: 'The total reaches its bound.',
    totalShort: (points, bound) => `The total is ${points} points short of ${bound}.`,
    short: (instrument, points, bound) => `${instrument} is ${points} points short of ${bound}.`,
    alone: (instrument, points) =>
      `If only ${instrument} rises, it must rise by ${points} points for the total to reach its bound.`,
    notAlone: (instrument) => `${instrument} alone is not enough, even with 100.`,
    items: (indicator, worth, needed) =>
      needed === null
        ? `A disclosure item of indicator ${indicator} is worth ${worth} points of OIT; all of its items together are not enough.`
        : `A disclosure item of indicator ${indicator} is worth ${worth} points of OIT; at least ${needed} more must score in full.`,
  },
  indicators: {
    title: 'Scores by indicator',
    indicator: 'Indicator',
    instrument: 'Instrument',
    value: 'Score',
    origin: 'Where from',
    items: 'Items with a score',
    counted: (known, parts) => (parts === 0 ? '–' : `${known} of ${parts}`),
    computed: 'Computed from all items',
    none: 'None',
  },
  items: {
    title: 'Scores by item',
    caption: (instrument, year) => `Scores by item, ${instrument} ${year}`,
    counted: (known, all) => `${known} of ${plural(all, 'item')} with a score.`,
    none: (all) => `No score yet of ${plural(all, 'item')}.`,
    unknown: (instruments) => `The framework of this year does not have the items of ${instruments} yet.`,
    missing: 'Items without a score',
    item: 'Item',
    name: 'Title',
    value: 'Score',
    n: 'Answered',
    source: 'Source',
    noN: 'Not stated',
    noNs: 'The source does not say how many answered.',
    answered: (answered, required) => (required === null ? `${answered}` : `${answered} of ${required}`),
  },
  source: (file, row, day) => `${file}, row ${row}, imported ${day}`,
  mismatches: {
    title: 'Announced and computed again',
    lead: 'Each figure is computed from what is right below it, without rounding between the steps, and held against the announced one.',
    none: (checked) =>
      checked === 0
        ? 'No figure can be computed again yet, because its parts are not all known.'
        : `${plural(checked, 'figure')} could be checked; all agree.`,
    found: (count, checked) => `${plural(checked, 'figure')} could be checked; differing: ${count}.`,
    part: 'Part',
    printed: 'Announced',
    computed: 'Computed',
    difference: 'Difference',
    note: 'Note',
    rounding: 'One hundredth: usually rounding at another step',
    ask: 'Check the announcement, or ask the assessors',
    outOf: (value, outOf) => `${value} of ${outOf}`,
    total: 'Total',
    level: 'Level',
    indicator: (number) => `Indicator ${number}`,
  },
  toChecks: 'See all data checks',
}
