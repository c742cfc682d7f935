import type { ReactNode } from 'react'
import type { Language } from '../../../../i18n/language.ts'
import { sizeText } from '../../../../kernel/file-size.ts'
import { Facts } from '../../../../ui/facts.tsx'
import { Icon, type IconName } from '../../../../ui/icon.tsx'
import { addressOf } from '../../../../web/addresses.ts'
import type { ShownAnswer, Verdict as VerdictName } from '../shown-answer.ts'
import { type VerifyText, verifyText } from '../text/index.ts'
import { WHOLE_HASH } from '../typed-hash.domain.ts'

const LOOKS: Readonly<Record<VerdictName, readonly [look: string, icon: IconName]>> = {
  published: ['done', 'seal'],
  superseded: ['working', 'history'],
  withdrawn: ['returned', 'returned'],
  unknown: ['late', 'late'],
  'same-content': ['review', 'json'],
}

export type CheckedFile = Readonly<{ fileName: string; size: number }>
type VerdictProps = Readonly<{
  lang: Language
  agency: string
  /** The public address of the site, which stands before permanent addresses. */
  origin: string
  answer: ShownAnswer
  /** What was sent; null where a hash was asked for. */
  file: CheckedFile | null
}>

/** The answer to whether something is what the agency published: one verdict, then what it is and what to do. */
export function Verdict({ lang, agency, origin, answer, file }: VerdictProps) {
  const text = verifyText(lang)
  const { verdict, found } = answer
  const [look, icon] = LOOKS[verdict]
  return (
    <>
      <section className={`check-verdict ${look}`} aria-labelledby="verdict">
        <Icon name={icon} />
        <div>
          <h2 id="verdict">{text.verdicts[verdict]}</h2>
          <p>{text.meanings[verdict](agency)}</p>
          {verdict === 'same-content' && found && <p>{text.contentIs(text.verdicts[found.status])}</p>}
        </div>
      </section>
      {found && <Found text={text} origin={origin} answer={answer} found={found} file={file} />}
      {!found && (
        <>
          <Facts rows={[fileRow(text, file), hashRow(text, answer, file)]} />
          <section aria-labelledby="what-next" className="stack">
            <h2 id="what-next">{text.whatNext}</h2>
            <ul className="steps-to-take">
              {text.unknownSteps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ul>
          </section>
        </>
      )}
      <p className="actions no-print">
        {found?.current?.address != null && (
          <a className="button primary" href={found.current.address}>
            {text.readCurrent}
          </a>
        )}
        {found?.address != null && (
          <a className={found.current ? 'button' : 'button primary'} href={found.address}>
            {found.withdrawal ? text.readWithdrawn : text.readIt}
          </a>
        )}
        {!found && (
          <a className="button" href={addressOf.home(lang)}>
            {text.toHome}
          </a>
        )}
        <a href={addressOf.verify(lang)}>{text.another}</a>
      </p>
    </>
  )
}

type FoundProps = Readonly<{
  text: VerifyText
  origin: string
  answer: ShownAnswer
  found: NonNullable<ShownAnswer['found']>
  file: CheckedFile | null
}>

function Found({ text, origin, answer, found, file }: FoundProps) {
  const { withdrawal, address } = found
  return (
    <Facts
      rows={[
        [text.document, <strong key="title">{found.title}</strong>],
        [text.fiscalYear, found.fiscalYear && text.inYear(found.fiscalYear)],
        [text.version, String(found.version)],
        [text.publishedAt, found.publishedAt],
        fileRow(text, file),
        [text.publishedFile, found.file],
        [text.withdrawnAt, withdrawal?.said ?? null],
        [text.withdrawnReason, withdrawal?.reason ?? null],
        [
          text.withdrawnResolution,
          withdrawal && <Resolution key="by" text={text} one={withdrawal.resolution} />,
        ],
        [text.current, currentSaid(text, found)],
        [
          text.permanentAddress,
          address && (
            <a key="address" href={address}>
              {origin + address}
            </a>
          ),
        ],
        [text.resolutions, <Resolutions key="resolutions" text={text} all={found.resolutions} />],
        [
          text.shortCode,
          <span key="code" className="hash">
            {found.shortCode}
          </span>,
        ],
        [
          text.contentHash,
          <span key="content" className="hash">
            {found.contentHash}
          </span>,
        ],
        answer.hash === found.contentHash ? [text.fileHash, null] : hashRow(text, answer, file),
      ]}
    />
  )
}

/** Of one that is in force nothing is said here: the verdict says it. */
function currentSaid(text: VerifyText, { status, current }: NonNullable<ShownAnswer['found']>): ReactNode {
  if (status === 'published') return null
  if (!current) return text.noCurrent
  return current.address === null ? current.said : <a href={current.address}>{current.said}</a>
}

type Shown = NonNullable<ShownAnswer['found']>['resolutions']

const Resolutions = ({ text, all }: { text: VerifyText; all: Shown }) =>
  all.length === 0 ? (
    text.noResolutions
  ) : (
    <ol className="resolutions-told">
      {all.map((one) => (
        <li key={one.sentence}>
          <Resolution text={text} one={one} />
        </li>
      ))}
    </ol>
  )

const Resolution = ({ text, one }: { text: VerifyText; one: Shown[number] }) => (
  <>
    {one.sentence}
    <q className="wording" lang="th">
      {one.wording}
    </q>
    {one.isWithdrawn && (
      <span className="chip returned">
        <Icon name="returned" />
        {text.resolutionWithdrawn}
      </span>
    )}
  </>
)

const fileRow = (text: VerifyText, file: CheckedFile | null): readonly [string, ReactNode] => [
  text.checkedFile,
  file && `${file.fileName || text.noName} (${sizeText(file.size)})`,
]

const hashRow = (
  text: VerifyText,
  { hash, found }: ShownAnswer,
  file: CheckedFile | null,
): readonly [string, ReactNode] => [
  file || found ? text.fileHash : hash.length === WHOLE_HASH ? text.askedHash : text.askedCode,
  <span key="hash" className="hash">
    {hash}
  </span>,
]
