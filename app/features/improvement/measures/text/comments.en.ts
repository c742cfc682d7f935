import type { TextOf } from '../../../../i18n/language.ts'
import { plural } from '../../../../kernel/plural.ts'
import type { commentsTh } from './comments.th.ts'

export type CommentsText = TextOf<typeof commentsTh>

export const commentsEn: CommentsText = {
  title: 'Comments',
  empty: 'No comments yet. Ask or arrange something here; everybody who opens this page can read it.',
  label: 'Write a comment',
  hint: 'Type @ and a name to tell that person, in the office and by mail',
  to: 'Tell',
  toNobody: 'Nobody in particular',
  send: 'Send the comment',
  toNames: (names) => `For ${names}`,
  withdraw: 'Withdraw the comment',
  withdrawSure:
    'Its words are not shown any more; that there was a comment, and when it was withdrawn, stays.',
  withdrawn: (at) => `Withdrawn on ${at}`,
  offers: 'Names that fit',
  found: (count) => `${plural(count, 'name')}. Choose with the arrow keys, Enter puts the name in.`,
  done: { commented: 'The comment was sent', 'comment-withdrawn': 'The comment was withdrawn' },
}
