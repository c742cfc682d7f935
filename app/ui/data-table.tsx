import type { ReactNode } from 'react'

/** `end` for figures, `do` for what can be done with the row; its label may be empty to the eye (`isHidden`). */
export type DataColumn = Readonly<{ label: string; look?: 'end' | 'do'; isHidden?: boolean }>
export type DataRow = Readonly<{ key: string; cells: readonly ReactNode[] }>

type DataTableProps = Readonly<{
  /** What the table lists; read out before it. */
  caption: string
  isCaptionHidden?: boolean
  columns: readonly DataColumn[]
  /** As many cells as columns; the first is the head of its row. */
  rows: readonly DataRow[]
}>

/** A list as a table, and on a phone as cards, each cell under the label of its column. */
export const DataTable = ({ caption, isCaptionHidden = true, columns, rows }: DataTableProps) => (
  <div className="table-box as-cards">
    <table className="data-table">
      <caption className={isCaptionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ label, look, isHidden }) => (
            <th scope="col" key={label} className={look}>
              {isHidden ? <span className="visually-hidden">{label}</span> : label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells: [head, ...cells] }) => (
          <tr key={key}>
            <th scope="row">{head}</th>
            {cells.map((cell, index) => {
              const column = columns[index + 1]
              return (
                <td
                  key={column?.label}
                  className={column?.look}
                  data-label={column?.isHidden ? '' : column?.label}
                >
                  {cell}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
