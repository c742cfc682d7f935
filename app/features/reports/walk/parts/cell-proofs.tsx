import type { Language } from '../../../../i18n/language.ts'
import { sizeText } from '../../../../kernel/file-size.ts'
import { codeOf, yearOf } from '../../../../kernel/item-ref.ts'
import { formatDay } from '../../../../kernel/thai-date.ts'
import { thaiDay } from '../../../../kernel/thai-day.ts'
import { Icon } from '../../../../ui/icon.tsx'
import { addressOf } from '../../../../web/addresses.ts'
import { roleText } from '../../../people/index.ts'
import { type WhyPageText, whyPageText } from '../text/why-page.ts'
import type { CellWalk, EvidenceWalk, ScoreWalk, StepWalk } from '../walk.domain.ts'
import { WalkRow } from './walk-row.tsx'

type Props = Readonly<{ lang: Language; cell: CellWalk }>

/** What a cell rests on: its evidence, who handed it in and accepted it, and the scores that it quotes. */
export function CellProofs({ lang, cell }: Props) {
  const text = whyPageText(lang)
  return (
    <>
      {cell.evidence.length > 0 && (
        <WalkRow name={text.evidence}>
          <ul className="walk-list">
            {cell.evidence.map((piece, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the proof of a publication never changes
              <Piece key={index} lang={lang} piece={piece} text={text} />
            ))}
          </ul>
        </WalkRow>
      )}
      {cell.submitted && (
        <WalkRow name={text.submitted}>
          <Step lang={lang} step={cell.submitted} text={text} />
        </WalkRow>
      )}
      {cell.accepted && (
        <WalkRow name={text.accepted}>
          <Step lang={lang} step={cell.accepted} text={text} />
        </WalkRow>
      )}
      {cell.scores.length > 0 && (
        <WalkRow name={text.scores}>
          <ul className="walk-list">
            {cell.scores.map((score) => (
              <Quoted key={`${score.item} ${score.row}`} lang={lang} score={score} text={text} />
            ))}
          </ul>
        </WalkRow>
      )}
    </>
  )
}

function Piece({ lang, piece, text }: { lang: Language; piece: EvidenceWalk; text: WhyPageText }) {
  const facts = [
    text.kinds[piece.kind],
    piece.fileName,
    piece.size === null ? null : sizeText(piece.size),
    piece.evidenceDate && text.evidenceDate(formatDay(piece.evidenceDate, lang)),
    text.addedOn(formatDay(piece.addedOn, lang)),
    piece.expiresOn && !piece.broken.includes('evidence.expired')
      ? text.expiresOn(formatDay(piece.expiresOn, lang))
      : null,
  ].filter((fact) => fact !== null && fact !== '')
  return (
    <li>
      <strong>{piece.title}</strong>
      <span className="muted small walk-line">{facts.join(' · ')}</span>
      {piece.sha256 !== null && <span className="hash small walk-line">{piece.sha256}</span>}
      {piece.broken.map((code) => (
        <span key={code} className="walk-broken walk-line">
          <Icon name="alert" />{' '}
          {code === 'evidence.expired' && piece.expiresOn
            ? text.expired(formatDay(piece.expiresOn, lang))
            : text.broken[code]}
        </span>
      ))}
    </li>
  )
}

function Step({ lang, step, text }: { lang: Language; step: StepWalk; text: WhyPageText }) {
  const role = step.role === null ? text.someone : roleText(lang).names[step.role]
  const who = [step.unit?.[lang], role].filter((part) => part !== undefined).join(' · ')
  return text.stepBy(who, formatDay(thaiDay(new Date(step.at)), lang))
}

function Quoted({ lang, score, text }: { lang: Language; score: ScoreWalk; text: WhyPageText }) {
  const place = [
    text.scorePlace(score.fileName, score.sheet, score.row),
    score.answered === null ? null : text.answered(score.answered),
    text.addedOn(formatDay(score.importedOn, lang)),
  ].filter((part) => part !== null)
  return (
    <li>
      <a href={addressOf.itemWalk(lang, yearOf(score.item), codeOf(score.item))}>
        {text.score(codeOf(score.item), yearOf(score.item), score.value)}
      </a>
      <span className="muted small walk-line">{place.join(' · ')}</span>
      <span className="hash small walk-line">{score.sha256}</span>
    </li>
  )
}
