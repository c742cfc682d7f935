import type { TextOf } from '../../../i18n/language.ts'
import type { cycleRefusalTh } from './cycle-refusal.th.ts'

export const cycleRefusalEn: TextOf<typeof cycleRefusalTh> = {
  'cycle.already-there': (year) =>
    `There is already a report of fiscal year ${year} with other content. To use the new one instead, ask for replacement; the old one is kept.`,
  'cycle.other-agency': (named, known) =>
    `The report says that it is of “${named}”, but was to be saved as one of “${known}”. If they are the same agency, state the name that it has now; if not, save the report under the code of its own agency.`,
  'cycle.bad-agency-code': (_year, place) =>
    `“${place}” is no agency code. Use 2 to 40 small Latin letters, digits or hyphens.`,
  'cycle.bad-year': (year) =>
    `${year} is no Buddhist-era year that can be saved. Use a year from 2500 to 2699.`,
  'cycle.bad-day': (_year, place) =>
    `The day at ${place} does not exist. Correct it in the file and import it again.`,
  'cycle.bad-number': (_year, place) =>
    `The number of an issue or measure at ${place} is used twice or is no whole number. Correct it in the file and import it again.`,
  'cycle.unstorable-text': (_year, place) =>
    `The text at ${place} holds a character that is no letter (a zero character, or half of a Unicode pair). Remove it and import the file again.`,
  'permission.refused': (act) =>
    `This account may not ${act}. Ask an administrator or the ITA coordinator of the agency.`,
}
