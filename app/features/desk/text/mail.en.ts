import type { TextOf } from '../../../i18n/language.ts'
import type { deskMailTh, movedWordsTh } from './mail.th.ts'

/** Letters to who came with a matter. */
export const deskMailEn: TextOf<typeof deskMailTh> = {
  subjects: {
    answer: (reference) => `Answer to your matter ${reference}`,
    interim: (reference) => `News of your matter ${reference}`,
    closed: (reference) => `Your matter ${reference} was closed`,
  },
  opening: (reference, day) => `You told us of a matter on ${day}; its reference is ${reference}.`,
  files: 'There are files with this answer. They can be opened at the follow-up page.',
  comeBack: (day) =>
    `This was written on ${day}. At the follow-up page you can see the whole matter, add to it, or say that it is not over, with the reference and the follow-up number that you were given.`,
  followUp: 'Open the follow-up page',
  closing: 'This letter was sent automatically. Please do not answer it.',
}

/** What goes to the whistleblowing channel with the words. */
export const movedWordsEn: TextOf<typeof movedWordsTh> = {
  name: 'Name',
  email: 'E-mail',
  telephone: 'Telephone',
  place: 'Place',
}
