import { useLocation } from 'react-router'
import { LANGUAGES, type Language } from '../../i18n/language.ts'
import { languageOf } from '../../web/addresses.ts'
import { Icon, type IconName } from '../icon.tsx'
import { KeepingSample } from '../keeping-samples.tsx'
import { PageHead } from '../page-head.tsx'
import { type UiPageText, uiPageText } from '../text/ui-page.ts'
import { FormSample, WorkSample } from '../work-samples.tsx'

const THEMES = ['light', 'dark', 'contrast'] as const
const COLOURS = [
  'ink',
  'brand',
  'gold',
  'done',
  'working',
  'review',
  'returned',
  'late',
  'none',
  'line',
] as const
const STATES: readonly [keyof UiPageText['stateNames'], IconName][] = [
  ['none', 'none'],
  ['working', 'working'],
  ['review', 'review'],
  ['returned', 'returned'],
  ['done', 'done'],
  ['late', 'late'],
]

export const headers = () => ({ 'Cache-Control': 'no-store' })

export default function UiPage() {
  const text = uiPageText(languageOf(useLocation().pathname))
  return (
    <>
      <title>{text.title}</title>
      <meta name="robots" content="noindex" />
      <PageHead title={text.title} said={text.lead} />
      <div className="stack wide">
        {THEMES.flatMap((theme) =>
          LANGUAGES.map((lang) => (
            <div key={`${theme}-${lang}`} lang={lang} data-theme={theme} className="ui-sample">
              <Sample
                lang={lang}
                text={uiPageText(lang)}
                name={`${theme}-${lang}`}
                title={uiPageText(lang).themes[theme]}
              />
            </div>
          )),
        )}
      </div>
    </>
  )
}

type SampleProps = Readonly<{ lang: Language; text: UiPageText; name: string; title: string }>

function Sample({ lang, text, name, title }: SampleProps) {
  return (
    <div className="stack">
      <h2>{title}</h2>
      <TypeSample text={text} />
      <h3>{text.states}</h3>
      <p className="actions">
        {STATES.map(([state, icon]) => (
          <span key={state} className={`chip ${state}`}>
            <Icon name={icon} />
            {text.stateNames[state]}
          </span>
        ))}
      </p>
      <h3>{text.buttons}</h3>
      <p className="actions">
        <button type="button" className="button primary">
          {text.primary}
        </button>
        <button type="button" className="button">
          <Icon name="review" />
          {text.secondary}
        </button>
        <button type="button" className="button danger">
          {text.danger}
        </button>
        <button type="button" className="button" disabled>
          {text.disabled}
        </button>
      </p>
      <Containers text={text} />
      <WorkSample text={text} name={name} />
      <FormSample text={text} name={name} />
      <KeepingSample lang={lang} text={text} name={name} />
      <div className="empty">
        <h3>{text.empty}</h3>
        <p>{text.emptyBody}</p>
      </div>
    </div>
  )
}

function TypeSample({ text }: { text: UiPageText }) {
  return (
    <>
      <h3>{text.type}</h3>
      <p className="sample-h1">{text.longWords}</p>
      <p className="lead">{text.longWords}</p>
      <p>
        {text.marks} <strong>{text.marks}</strong>
      </p>
      <p className="small muted">{text.marks}</p>
      <h3>{text.colours}</h3>
      <ul className="swatches">
        {COLOURS.map((colour) => (
          <li key={colour}>
            <svg viewBox="0 0 40 24" width="40" height="24" aria-hidden="true">
              <rect width="40" height="24" rx="4" fill={`var(--${colour})`} stroke="var(--line-strong)" />
            </svg>
            {colour}
          </li>
        ))}
      </ul>
    </>
  )
}

function Containers({ text }: { text: UiPageText }) {
  return (
    <>
      <h3>{text.cards}</h3>
      <ul className="cards">
        <li>
          <div className="card">
            <strong>{text.cardBody}</strong>
            <span className="foot">
              <span className="chip done">
                <Icon name="done" />
                {text.stateNames.done}
              </span>
            </span>
          </div>
        </li>
        <li>
          <div className="card featured">
            <strong>{text.cardBody}</strong>
          </div>
        </li>
      </ul>
      <h3>{text.verdict}</h3>
      <div className="verdict">
        <span className="score">100</span>
        <p>{text.verdict}</p>
      </div>
      <div className="verdict zero">
        <span className="score">0</span>
        <p>{text.verdict}</p>
      </div>
      <h3>{text.figures}</h3>
      <dl className="figures">
        <div>
          <dt>{text.figureLabel}</dt>
          <dd>11</dd>
        </div>
        <div>
          <dt>{text.figureLabel}</dt>
          <dd>88.31</dd>
        </div>
      </dl>
      <h3>{text.table}</h3>
      <div className="table-box">
        <table>
          <caption>{text.table}</caption>
          <thead>
            <tr>
              {text.tableHead.map((head, index) => (
                <th scope="col" key={head} className={index === 2 ? 'end' : undefined}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">2568:O28</th>
              <td>{text.longWords}</td>
              <td className="end number">100.00</td>
            </tr>
          </tbody>
        </table>
      </div>
    </>
  )
}
