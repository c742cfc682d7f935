import type { TextOf } from '../../../i18n/language.ts'
import { listed } from '../../../kernel/listed.ts'
import { plural } from '../../../kernel/plural.ts'
import type { findingWordsTh } from './finding-words.th.ts'

export type FindingWords = TextOf<typeof findingWordsTh>

// What rests on a row that no source states is not said as a fact.
const asKnown = (isSourced: boolean) => (isSourced ? '' : 'as far as the sources show ')

export const findingWordsEn: FindingWords = {
  wholeReport: 'Whole report',
  issue: (issue) => `Issue ${issue}`,
  issues: (issues) => `Issues ${listed(issues, 'and')}`,
  measures: (issue, measures) =>
    `Issue ${issue}, ${measures.length === 1 ? 'measure' : 'measures'} ${listed(measures, 'and')}`,
  part: {
    title: 'title',
    analysis: 'analysis',
    limitations: 'limitations',
    text: 'measure',
    period: 'period',
    owners: 'responsible units',
    summary: 'summary of the work',
    outcome: 'outcome',
    background: 'background',
    cover: 'cover',
  },
  inPart: (place, part) => `${place} (${part})`,
  otherItem: (answers, asked) =>
    `The report says that it answers ${answers} but is judged by the criteria of ${asked}; check that the report and the item are the right ones`,
  otherYear: (fiscalYear, asked, workYear, isSourced) =>
    `The report is of fiscal year ${fiscalYear}, but ${asKnown(isSourced)}${asked} asks about the work of ${workYear}; check that the report and the item belong together`,
  issueCount: (announced, counted) =>
    `The text announces ${plural(announced, 'issue')}, but the report has ${counted}; check that no issue is missing or added`,
  endedBeforeApproval: (written, meeting, day) =>
    `The ${written.length === 1 ? 'period' : 'periods'} ${listed(written, 'and')} ended before the measures were approved (meeting ${meeting}, ${day}); check whether the period is stated correctly or an earlier approval exists`,
  beganBeforeApproval: (written, meeting, day) =>
    `The ${written.length === 1 ? 'period' : 'periods'} ${listed(written, 'and')} began before the measures were approved (meeting ${meeting}, ${day}); check whether the period is stated correctly or an earlier approval exists`,
  approvalNotRecorded: (body, meeting, day) =>
    `The report says that ${body} decided on it at meeting ${meeting} of ${day}, but no such resolution is recorded; record the meeting and its resolution, or correct the text`,
  approvalOtherDay: (meeting, written, recorded) =>
    `The report says that meeting ${meeting} was held on ${written}, but the record of the meeting says ${recorded}; check against the minutes and make them agree`,
  approvalOtherContent: (meeting, day, shown, approved) =>
    `The resolution of meeting ${meeting} of ${day} is about another content (${approved}) than this one (${shown}); check what differs and bring it before the meeting again`,
  measuresChanged: (meeting, day) =>
    `The measures of the year are not those that were last approved (meeting ${meeting}, ${day}); check what differs and bring them before the meeting again`,
  sameValueTwice: (value, year, count) =>
    `The value ${value} of ${year} stands ${count} times under different labels; check against the result sheet whether they are the same item or one was copied by mistake`,
  sameValueSameItem: (value, year, code) =>
    `The value ${value} of ${year} stands under different labels and seems to come from the same item, ${code}; check which item each label means`,
  notComparable: (label, before, after, isSourced) =>
    `“${label}” sets ${before} beside ${after}, which ${asKnown(isSourced)}ask different questions, so the difference is neither a rise nor a fall; check that the pair is the right one`,
  comparabilityUnknown: (label, before, after) =>
    `“${label}” sets ${before} beside ${after}; no source confirms that both ask the same; check the wording of the questions of both years`,
  ref: (code, year) => `item ${code} of ${year}`,
  indicatorRef: (number, year) => `indicator ${number} of ${year}`,
  weakNotMeasured: (codes, year, nextYear, isSourced) =>
    `The analysis names a weakness by ${codes.length === 1 ? 'item' : 'items'} ${listed(codes, 'and')} of ${year}, but ${asKnown(isSourced)}no item of ${nextYear} asks the same; check how it is followed up`,
  allRoseNotAllShown: (codes, shown, cited) =>
    `The text says that all indicators rose, but scores are shown for ${shown} of ${plural(cited, 'item')} that the analysis cites; check the scores of ${codes}`,
  riseButFell: (label, before, after) =>
    `The text says that “${label}” rose, but the value was ${before} before and is ${after} after, which is not higher; check the figures and the text`,
  evidenceOutsidePeriod: (date, read, period) =>
    `Evidence of ${date} (${read}) lies outside the period ${period}; check whether it belongs to this measure or the period is stated correctly`,
  span: (start, end) => (start === end ? start : `${start} to ${end}`),
  scoreWithoutSource: (label) =>
    `The value of “${label}” names neither the item or indicator measured nor a source; check and cite the source`,
  absenceWithoutSource:
    'The statement that nothing happened cites no source; check against the year’s complaint statistics and name the source',
  outcomeWithoutSource:
    'The outcome names no measured value and no source; check and cite the item, indicator or document it rests on',
  summaryNotDone:
    'The summary says only that the work was not done or is not finished; check whether it is reported in the right year or there is work to state',
  emptyOutcome:
    'The outcome cell of this measure is empty and no shared outcome of the issue covers it; check and state the outcome',
  suspectedFault: (text, suspect) =>
    `“${text}” may mean “${suspect}”; check against the original. The text itself is left as it is`,
}
