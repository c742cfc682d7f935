import type { Language } from '../../../i18n/language.ts'
import { formatInstant } from '../../../kernel/thai-day.ts'
import { Confirm } from '../../../ui/confirm.tsx'
import {
  type Choice,
  EMPTY_FORM,
  type FormView,
  SelectField,
  TextAreaField,
  TextField,
} from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { StandingSteps } from '../../approvals/index.parts.ts'
import { type Standing, shortHash } from '../../approvals/index.ts'
import type { PagePicture } from '../pages/page.domain.ts'
import type { PageState } from '../pages/page-work.queries.server.ts'
import type { PublishedPage } from '../pages/published-page.domain.ts'
import type { WorkPage } from '../pages/work-page.domain.ts'
import { pageWorkText } from '../text/page-work.ts'
import { readingsText } from '../text/readings.ts'
import { Picture } from './site-page-body.tsx'

type PublishProps = Readonly<{
  lang: Language
  page: WorkPage
  state: PageState
  standing: Standing
  mayPublish: boolean
  /** The form that was refused, by its act. */
  formOf: (act: string) => FormView | null
}>

/** Publishing, with the chain of approval where there is one; and taking down. */
export function PagePublishing({ lang, page, state, standing, mayPublish, formOf }: PublishProps) {
  const text = pageWorkText(lang)
  const isOpen = state !== 'public' && mayPublish && (standing.chain === null || standing.isComplete)
  const refused = formOf('publish')?.errors[''] ?? formOf('withdraw')?.errors['']
  return (
    <section className="stack" aria-labelledby="publishing">
      <h2 id="publishing">{text.publishTitle}</h2>
      {refused !== undefined && (
        <div className="error-summary" role="alert">
          <p>{refused}</p>
        </div>
      )}
      <p className="muted small page-hash">{text.contentHash(shortHash(page.contentHash))}</p>
      {state === 'public' && <Notice kind="plain">{text.upToDate}</Notice>}
      {page.content.kind === 'policy' && state !== 'draft' && (
        <p>
          <a href={addressOf.office(lang, `site/pages/${page.id}/readers`)}>
            {readingsText(lang).readers.link}
          </a>
        </p>
      )}
      {state !== 'public' && standing.chain !== null && (
        <>
          <p>{text.chainLead}</p>
          <StandingSteps lang={lang} steps={standing.steps} />
          {!standing.isComplete && (
            <p>
              <a href={addressOf.office(lang, `approvals/page/${page.id}`)}>{text.toMeetings}</a>
            </p>
          )}
        </>
      )}
      {isOpen && (
        <form method="post" className="form">
          <p>{text.publishLead}</p>
          <p className="muted small">{text.publishSure}</p>
          <input type="hidden" name="seenHash" value={page.contentHash} />
          <div className="actions">
            <button type="submit" name="act" value="publish" className="button primary">
              <Icon name="send" />
              {text.publish}
            </button>
          </div>
        </form>
      )}
      {mayPublish && (state === 'public' || state === 'changed') && (
        <Confirm label={text.withdraw} isOpen={formOf('withdraw') !== null}>
          <form method="post" className="form">
            <p>{text.withdrawLead}</p>
            <TextAreaField
              form={formOf('withdraw') ?? EMPTY_FORM}
              name="reason"
              label={text.reason}
              required
            />
            <button type="submit" name="act" value="withdraw" className="button danger">
              {text.withdraw}
            </button>
          </form>
        </Confirm>
      )}
    </section>
  )
}

type PicturesProps = Readonly<{
  lang: Language
  pictures: readonly PagePicture[]
  offered: readonly Choice[]
  mayChange: boolean
  form: FormView | null
}>

/** The pictures of a page, by the numbers by which its text shows them. */
export function PagePictures({ lang, pictures, offered, mayChange, form }: PicturesProps) {
  const text = pageWorkText(lang)
  return (
    <section className="stack" aria-labelledby="pictures">
      <h2 id="pictures">{text.fields.pictures}</h2>
      {pictures.length > 0 && (
        <ol className="page-work-pictures">
          {pictures.map((picture, index) => (
            <li key={picture.sha256 + picture.fileName}>
              <Picture picture={picture} lang={lang} isAtWork />
              <p className="small">{text.pictureNumber(index + 1, picture.alt.th)}</p>
              {mayChange && (
                <form method="post">
                  <input type="hidden" name="sha256" value={picture.sha256} />
                  <input type="hidden" name="fileName" value={picture.fileName} />
                  <button type="submit" name="act" value="remove-picture" className="button small">
                    {text.removePicture(picture.fileName)}
                  </button>
                </form>
              )}
            </li>
          ))}
        </ol>
      )}
      {mayChange && offered.length === 0 && (
        <p>
          {text.picturesNone} <a href={addressOf.office(lang, 'evidence')}>{text.toEvidence}</a>
        </p>
      )}
      {mayChange && offered.length > 0 && (
        <details className="fold" open={form !== null}>
          <summary>{text.addPicture}</summary>
          <form method="post" className="form">
            <p className="muted small">{text.picturesLead}</p>
            <SelectField
              form={form ?? EMPTY_FORM}
              name="evidenceId"
              label={text.chosePicture}
              choices={offered}
            />
            <TextField form={form ?? EMPTY_FORM} name="altTh" label={text.altTh} lang="th" required />
            <TextField form={form ?? EMPTY_FORM} name="altEn" label={text.altEn} lang="en" />
            <button type="submit" name="act" value="add-picture" className="button">
              <Icon name="picture" />
              {text.addPicture}
            </button>
          </form>
        </details>
      )}
    </section>
  )
}

/** Every version that was public, and how it ended. */
export function PageHistory({ lang, versions }: { lang: Language; versions: readonly PublishedPage[] }) {
  const text = pageWorkText(lang)
  return (
    <section className="stack" aria-labelledby="history">
      <h2 id="history">{text.history}</h2>
      {versions.length === 0 && <p className="muted">{text.historyNone}</p>}
      <ul>
        {versions.map(({ version, publishedAt, publishedByName, ended }) => (
          <li key={version}>
            {text.version(version, formatInstant(publishedAt, lang), publishedByName)}
            {ended && (
              <p className="small">{text.ended(formatInstant(ended.at, lang), ended.byName, ended.reason)}</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
