import type { Language } from '../../../../i18n/language.ts'
import { Chip } from '../../../../ui/chip.tsx'
import { DataTable } from '../../../../ui/data-table.tsx'
import { addressOf } from '../../../../web/addresses.ts'
import { addressPart, capturePart, RECORD_FILE } from '../../../watch/index.ts'
import type { SubmissionRow } from '../submission.domain.ts'
import { submissionPageText } from '../text/index.ts'

type SubmissionTableProps = Readonly<{
  lang: Language
  year: number
  rows: readonly SubmissionRow[]
  mayRecord: boolean
}>

/** What was submitted for each item, with what was kept there and the provisional score. */
export function SubmissionTable({ lang, year, rows, mayRecord }: SubmissionTableProps) {
  const text = submissionPageText(lang)
  const here = addressOf.office(lang, `disclosure/${year}/submission`)
  return (
    <DataTable
      caption={text.items}
      columns={[
        { label: text.columns.item },
        { label: text.columns.address },
        { label: text.columns.capture },
        { label: text.columns.result },
        ...(mayRecord ? [{ label: text.columns.act, look: 'do', isHidden: true } as const] : []),
      ]}
      rows={rows.map((row) => ({
        key: row.code,
        cells: [
          <span key="item">
            <a href={addressOf.office(lang, `disclosure/${year}/${row.code}`)}>
              {row.code} {row.title?.[lang]}
            </a>
            <span className="under">{row.isPublic ? text.isPublic : text.isNotPublic}</span>
          </span>,
          row.submitted === null ? (
            <span key="address" className="nowrap">
              {text.notSubmitted}
            </span>
          ) : (
            <span key="address">
              <a className="long-address" href={row.submitted.address}>
                {row.submitted.address}
              </a>
              <span className="under">
                <a href={addressOf.office(lang, addressPart(row.submitted.address))}>
                  {text.watch}
                  <span className="visually-hidden"> {row.code}</span>
                </a>
              </span>
            </span>
          ),
          row.submitted?.captureId ? (
            <a
              key="capture"
              href={addressOf.office(lang, capturePart({ id: row.submitted.captureId }, RECORD_FILE))}
            >
              {text.record}
              <span className="visually-hidden"> {row.code}</span>
            </a>
          ) : (
            <span key="capture" className="nowrap">
              {text.noCapture}
            </span>
          ),
          <Result key="result" lang={lang} row={row} />,
          ...(mayRecord
            ? [
                row.submitted !== null && (
                  <a key="act" className="button" href={`${here}?record=${row.code}#record`}>
                    {row.dispute === null ? text.recordResult : text.changeResult}
                    <span className="visually-hidden"> {row.code}</span>
                  </a>
                ),
              ]
            : []),
        ],
      }))}
    />
  )
}

function Result({ lang, row: { dispute } }: { lang: Language; row: SubmissionRow }) {
  const text = submissionPageText(lang)
  if (dispute === null) return <span className="muted nowrap">{text.noResult}</span>
  return (
    <span>
      <Chip state={dispute.provisionalScore === 100 ? 'done' : 'late'}>
        {text.score(dispute.provisionalScore)}
      </Chip>
      <span className="under">{dispute.isDisputed ? text.disputed : text.accepted}</span>
    </span>
  )
}
