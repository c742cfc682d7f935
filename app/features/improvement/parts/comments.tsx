import type { Language } from '../../../i18n/language.ts'
import { formatInstant } from '../../../kernel/thai-day.ts'
import '../../../ui/office-measure.css'
import { Confirm } from '../../../ui/confirm.tsx'
import { EMPTY_FORM, type FormView, SelectField, TextAreaField } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import type { CommentsPanel } from '../measures/comments/comments-panel.server.ts'
import { commentsText } from '../measures/text/index.ts'
import scriptUrl from '../scripts/mentions.script.ts?worker&url'

type CommentsProps = CommentsPanel &
  Readonly<{
    lang: Language
    /** Address of the page that shows them; its action answers `doneToComments`. */
    here: string
    /** Allows the script of this answer. */
    nonce: string
    /** What was typed and refused (`comment`, `to`). */
    form?: FormView
    /** Under which name what is typed is kept on the server; see the drafts. */
    draft?: string
  }>

/** Comments on an issue or a measure, the oldest first, and the form for another. */
export function Comments({ lang, here, nonce, form = EMPTY_FORM, draft, ...panel }: CommentsProps) {
  const text = commentsText(lang)
  return (
    <section className="stack comments" aria-labelledby="comments-title" id="comments">
      <h2 id="comments-title">{text.title}</h2>
      {panel.comments.length === 0 && <p className="muted">{text.empty}</p>}
      {panel.comments.length > 0 && (
        <ol className="talk">
          {panel.comments.map((comment) => (
            <OneComment key={comment.id} lang={lang} here={here} comment={comment} />
          ))}
        </ol>
      )}
      {panel.mayWrite && (
        <form method="post" action={`${here}#comments`} className="form" data-draft={draft}>
          <MentionField lang={lang} form={form} names={panel.people.map(({ name }) => name)} />
          <SelectField
            form={form}
            name="to"
            label={text.to}
            choices={[
              { value: '', label: text.toNobody },
              ...panel.people.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <div className="actions">
            <button type="submit" name="act" value="comment" className="button">
              <Icon name="comment" />
              {text.send}
            </button>
          </div>
        </form>
      )}
      {panel.mayWrite && <script src={scriptUrl} nonce={nonce} defer />}
    </section>
  )
}

type MentionFieldProps = Readonly<{ lang: Language; form: FormView; names: readonly string[] }>

/** A text area in which a script offers names behind an @; what it needs stands in its attributes. */
function MentionField({ lang, form, names }: MentionFieldProps) {
  const text = commentsText(lang)
  return (
    <TextAreaField
      form={form}
      name="comment"
      label={text.label}
      hint={text.hint}
      scripted={{
        'data-mentions': JSON.stringify(names),
        'data-offers': text.offers,
        'data-found': text.found(0),
      }}
    />
  )
}

type OneCommentProps = Readonly<{
  lang: Language
  here: string
  comment: CommentsPanel['comments'][number]
}>

function OneComment({ lang, here, comment }: OneCommentProps) {
  const text = commentsText(lang)
  const { id, byName, at, withdrawnAt, parts, toNames, mayWithdraw } = comment
  return (
    <li>
      <p className="by">
        <strong>{byName}</strong> <time dateTime={at.toISOString()}>{formatInstant(at, lang)}</time>
      </p>
      {withdrawnAt !== null ? (
        <p className="muted">{text.withdrawn(formatInstant(withdrawnAt, lang))}</p>
      ) : (
        <p className="words">
          {parts.map((part, index) =>
            part.isMention ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: a text that is only read keeps its order
              <strong key={index} className="mention">
                {part.text}
              </strong>
            ) : (
              part.text
            ),
          )}
        </p>
      )}
      {toNames.length > 0 && <p className="muted small">{text.toNames(toNames.join(', '))}</p>}
      {mayWithdraw && (
        <Confirm label={text.withdraw}>
          <p>{text.withdrawSure}</p>
          <form method="post" action={`${here}#comments`}>
            <input type="hidden" name="commentId" value={id} />
            <button type="submit" name="act" value="withdraw-comment" className="button danger">
              {text.withdraw}
            </button>
          </form>
        </Confirm>
      )}
    </li>
  )
}
