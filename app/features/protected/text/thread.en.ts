import type { TextOf } from '../../../i18n/language.ts'
import { plural } from '../../../kernel/plural.ts'
import type { threadTh } from './thread.th.ts'

export type ThreadText = TextOf<typeof threadTh>

export const threadEn: ThreadText = {
  return: {
    title: 'Follow your report',
    lead: 'Type the 24 digits that you got when you sent it. Spaces and Thai digits are fine.',
    label: '24 digits',
    open: 'Open',
    lost: 'A lost code cannot be recovered. If it is lost, please report again.',
    cookie:
      'When you open your report, your browser keeps one cookie until you leave, for 60 minutes at most.',
    ended: 'You have left your report. Better close this window.',
    over: 'It was not used for 15 minutes. Please type your code again.',
    faults: {
      length: (count) => `A code has 24 digits; what you typed has ${count}.`,
      characters: 'A code has digits only. Please check the letters you typed.',
      checkDigit: 'A digit is wrong, or two have changed places. Please compare it with your note.',
      unknown:
        'No report was found by this code. Please compare it with your note; the report may have been destroyed when its time was over.',
      busy: 'Many people are here just now. Please wait a moment and try again.',
      wait: (minutes) =>
        `Several wrong codes came from this network. Please wait about ${plural(minutes, 'minute')}.`,
      away: 'The store is not reachable for the moment. Please try again later.',
    },
  },
  thread: {
    title: 'Your report',
    whole: 'Checked: no message was altered, put in another order, or lost.',
    broken: 'Warning: this report is not whole as it was signed. Do not trust what stands from here on.',
    why: {
      altered: 'a message was altered',
      missing: 'a message is missing',
      reordered: 'messages were put in another order',
      unsigned: 'a message has a wrong signature',
      'forged-grant': 'there is a key of this report that nobody gave',
    },
    at: (number) => `from number ${number} on`,
    status: 'State',
    statuses: {
      received: 'Received, to be acknowledged',
      acknowledged: 'Acknowledged',
      'in-progress': 'Being examined',
      answered: 'Answered',
      closed: 'Closed',
      junk: 'Closed',
      erased: 'Destroyed',
    },
    deadlines: 'Days',
    due: {
      acknowledge: 'To be acknowledged by',
      answer: 'First answer by',
      close: 'To be closed by',
    },
    done: (day) => `done on ${day}`,
    late: 'overdue',
    messages: 'Messages',
    authors: { reporter: 'You', recipient: 'Recipient', custodian: 'Keeper of identity', channel: 'System' },
    kinds: {
      report: 'Report',
      addition: 'Addition',
      reply: 'Answer',
      status: 'State changed',
      grant: 'A reader was added',
      removal: 'A reader was removed',
      recusal: 'A recipient withdrew',
      'release-request': 'Somebody asked to open your identity',
      release: 'Your identity was opened',
      recovery: 'The recovery key of the agency was used',
      restored: 'Restored from a backup: what was said after it may be lost',
      hold: 'Destruction was put on hold',
      junk: 'A recipient put it aside as unrelated',
      other: 'Note of the case',
    },
    unread: 'This message cannot be opened.',
    download: 'Download',
    fileBroken: 'This file was altered or is not whole, so it is not given out.',
    identityGiven: 'You have given your name; it is sealed apart from the report.',
    add: 'Add words or files',
    text: 'Words',
    send: 'Send',
    identity: 'Say who you are',
    giveIdentity: 'Give my name',
    reissue: 'Change the code',
    reissueHint:
      'Once only; the old code is of no use at once. For when you think that somebody has seen it.',
    reissueDo: 'Give me a new code',
    reissueDone: 'This is your new code. The old one is of no use any more.',
    reissued: 'The code was changed once already.',
    proof: 'Proof of report',
    proofHint:
      'A file, signed by the server, that says on which day a report was received. It holds nothing of the matter, but whoever finds it knows that you reported.',
    proofDo: 'Download the proof',
    end: 'Leave',
    idle: 'You leave by yourself after 15 minutes without use.',
    consent: {
      title: 'Somebody asks to know who you are',
      lead: (reader, days) =>
        `${reader} asks to open the name that you gave, to read it alone for ${plural(days, 'day')}. The reason stands among the messages. If you do not agree, it is not opened. You can answer once.`,
      somebody: 'A recipient',
      give: 'I agree',
      refuse: 'I do not agree',
    },
    consented: {
      given: 'You agreed that your name is opened',
      refused: 'You did not agree that your name is opened',
    },
    eraseDue: (day) => `Everything will be destroyed on ${day}. Please keep what you need before that day.`,
    sent: { consent: 'Your answer is kept', add: 'Sent', identity: 'Your name is kept, sealed' },
    faults: {
      empty: 'Please write something or choose a file.',
      noName: 'Please write a name or how you can be reached.',
      answered: 'This request was answered already, or is over.',
      again: 'The code can be changed once only, and it was.',
      over: 'The time was over, so nothing was sent. Your words are below: please copy them and type your code again.',
    },
  },
}
