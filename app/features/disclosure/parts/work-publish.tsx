import type { Language } from '../../../i18n/language.ts'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { StandingSteps } from '../../approvals/index.parts.ts'
import type { Standing } from '../../approvals/index.ts'
import { matterKeyOf } from '../disclosure.domain.ts'
import type { ItemWork } from '../item-work.domain.ts'
import { centreItemText } from '../text/centre.ts'
import { WorkPreview } from './work-fact.tsx'

type WorkPublishProps = Readonly<{
  lang: Language
  item: ItemWork
  /** How far this content came on the chain; null where the agency made none. */
  standing: Standing | null
  mayPublish: boolean
}>

/** What the public will see, what is missing before it may, and the button. */
export function WorkPublish({ lang, item, standing, mayPublish }: WorkPublishProps) {
  const text = centreItemText(lang)
  const { year, code, score, newest, isChanged, elements, contentHash } = item
  const isSame = newest !== null && !isChanged
  const isEmpty = elements.every(({ answer }) => answer.state === 'missing')
  const mayNow = mayPublish && !isSame && !isEmpty && (standing === null || standing.isComplete)
  return (
    <section className="stack" aria-labelledby="publish">
      <h2 id="publish">{text.publish}</h2>
      {isSame && (
        <Notice>
          <p>{text.sameAsPublic}</p>
        </Notice>
      )}
      {isEmpty ? (
        <p className="muted">{text.nothingYet}</p>
      ) : (
        <details className="fold" open={!isSame}>
          <summary>{text.preview}</summary>
          <WorkPreview lang={lang} elements={elements} />
        </details>
      )}
      {!isSame && !isEmpty && score.score === 0 && (
        <Notice kind="warning">
          <p>{text.notWhole}</p>
        </Notice>
      )}
      {standing !== null && !isSame && (
        <>
          <p>{text.chained}</p>
          <StandingSteps lang={lang} steps={standing.steps} />
          <p>
            <a
              className="button small"
              href={addressOf.office(lang, `approvals/disclosure/${matterKeyOf(year, code)}`)}
            >
              {text.toApproval}
            </a>
          </p>
        </>
      )}
      {mayNow && (
        <form method="post" action={addressOf.office(lang, `disclosure/${year}/${code}`)} className="actions">
          <input type="hidden" name="seenHash" value={contentHash} />
          <button type="submit" className="button primary" name="act" value="publish">
            <Icon name="send" />
            {text.publishNow}
          </button>
        </form>
      )}
    </section>
  )
}
