import type { TextOf } from '../../../i18n/language.ts'
import { plural } from '../../../kernel/plural.ts'
import type { reportFormTh } from './report-form.th.ts'

export type ReportFormText = TextOf<typeof reportFormTh>

export const reportFormEn: ReportFormText = {
  form: {
    title: 'Write your report',
    lead: 'Please choose a kind and write what happened; the rest is up to you. Next you review it and choose files. Nothing is kept before you send the report.',
    lifetime: 'This form is good for 2 hours. After that your words stay, and you can send them anew.',
    category: 'Kind of matter',
    what: 'What happened',
    whatHint: 'What you saw or know; up to 20,000 characters',
    who: 'Who is involved',
    whoHint: 'Names, posts or units, as far as you know',
    where: 'Where',
    when: 'When',
    whenHint: 'A day or a time, roughly, in any form',
    fears: 'What do you fear',
    fearsHint: 'Such as being transferred or found out; recipients use it to plan your protection',
    leaveOutTitle: 'Who shall not read',
    leaveOutHint:
      'Choose who is involved. No key of this report is ever made for them, and it shows nowhere to them. If fewer than 2 recipients remain, an outside recipient is added.',
    officesTitle: 'Which offices are concerned',
    officesHint: 'Recipients of the offices you choose will not read it.',
    identityTitle: 'Who you are (optional)',
    identityHint:
      'Sealed apart from the report; two keepers must open it together. You can give it later, too.',
    identityOff:
      'There are not yet two keepers of identity keys, so no name can be taken. Please do not write your name in other fields.',
    name: 'Name',
    contact: 'How to reach you',
    toReview: 'Review',
  },
  review: {
    title: 'Review before you send',
    lead: 'Not sent yet. Please read once more whether anything shows who you are without your wish.',
    nothing: 'not filled in',
    leftOut: 'Shall not read',
    offices: 'Concerns',
    readers: 'Who will be able to read',
    filesTitle: 'Files',
    filesHint: (files, size) =>
      `At most ${plural(files, 'file')}, ${size} together. File names are encrypted, too. Please remove author names and places of pictures first.`,
    files: 'Choose files',
    slow: (free) =>
      `If this network sends more than ${free} times an hour, sending becomes slower. Your words are not lost.`,
    once: 'The 24 digits are shown once only after sending. Have something ready to write them down.',
    send: 'Send the report',
    change: 'Go back and change',
  },
  faults: {
    title: 'Not sent yet. All your words are still here.',
    noWhat: 'Please write what happened.',
    tooLong: (label, most) =>
      `“${label}” is longer than ${most} characters. Please shorten it; you can add the rest later.`,
    category: 'Please choose the kind of matter.',
    expired: 'The old form ran out after 2 hours. This is a new one with your words. Please send it again.',
    forged: 'The old form cannot be used. This is a new one with your words. Please send it again.',
    closed: 'This channel does not take reports yet. Please copy your words and report to an outside body.',
    readers:
      'Too few recipients remain who could read, without those you left out. Please copy your words and report to an outside body, or change your choice.',
    custodians:
      'There are not two keepers of identity keys, so no name can be taken. Please remove your name and contact and send again.',
    tooLarge: (size) =>
      `The files are larger than ${size} together. None was kept. Please choose smaller ones, or add them later in parts.`,
    tooMany: (files) =>
      `More than ${plural(files, 'file')} were chosen. None was kept. Please choose again; you can add the rest later.`,
    busy: 'Many people are sending just now. Please wait a moment and send again.',
    away: 'The store is not reachable for the moment, so the report was not taken. Please copy your words and send again later.',
    storage:
      'The store is full or faulty, so the report was not taken. Please copy your words and send again later, or send without files.',
    wait: (minutes) =>
      `This network has sent many times. Please wait about ${plural(minutes, 'minute')} and send again, or use another network.`,
    broken: 'What was sent did not arrive whole. Nothing was kept. Please send again.',
    chooseFiles: 'Please choose your files again before you send; browsers do not keep them.',
  },
  receipt: {
    title: 'Your report was received',
    lead: 'Write this code down now. This page is shown once, and nobody can recover the code.',
    label: 'Your 24 digits',
    kept: (files) =>
      files === 0
        ? 'Your words are kept, whole.'
        : `Your words and ${plural(files, 'file')} are kept, whole.`,
    again: 'This report was sent before: it is the same code and the same report. Nothing was made twice.',
    changed:
      'The words or files sent now differ from the first time and were not added. Please copy them and add them to the report with the code above.',
    howTitle: 'How to keep the code',
    how: {
      write: 'On paper, or by heart as 6 groups of 4 digits',
      away: 'Not beside the name of the matter, in mail, or on a machine of your workplace',
      print: 'You can print this page with your browser, but a shared printer may keep a copy',
      qr: 'The QR code is the same digits: whoever takes a picture of it can open the report',
    },
    qrShow: 'Show the QR code',
    due: (acknowledge, answer) =>
      `It will be acknowledged by ${acknowledge} and first answered by ${answer}.`,
    toReturn: 'Go to the page of your report',
    close: 'Close this window once you have written the code down.',
  },
}
