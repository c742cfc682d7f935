import type { TextOf } from '../../i18n/language.ts'
import type { keepingTh } from './keeping.th.ts'

export type KeepingText = TextOf<typeof keepingTh>

export const keepingEn: KeepingText = {
  draft: {
    offered: (at, name) =>
      `There is a draft of ${name === null ? 'this form' : `the form “${name}”`} that you typed and did not save, kept on ${at}.`,
    shown: (at, name) =>
      `The form ${name === null ? '' : `“${name}” `}shows the draft kept on ${at}. It is not saved yet: read it, then save.`,
    use: 'Show the draft',
    back: 'Show what is saved',
    drop: 'Throw the draft away',
    dropSure: 'What you typed cannot be brought back afterwards.',
  },
  clash: {
    title: 'Somebody else changed the same thing before you: choose which version stands',
    by: (name, at) => `${name} changed it on ${at}.`,
    lead: 'Nothing has been overwritten, and all you typed is still here. Choose for each entry, then save; whatever else you changed is saved along.',
    theirs: (name) => `Use the version of ${name}`,
    theirsUnknown: 'Use the version saved last',
    mine: 'Use my version',
    seen: 'What stood there before',
    nothing: 'Empty',
    save: 'Save as chosen',
  },
}
