import type { ReactNode } from 'react'

type PageHeadProps = Readonly<{
  title: string
  /** Its state, as a chip. */
  chip?: ReactNode
  /** One or two sentences on what the page is for. */
  said?: ReactNode
  /** The one thing to do here, as a link or a form with a button. */
  action?: ReactNode
}>

/** Head of a page of the office. */
export const PageHead = ({ title, chip, said, action }: PageHeadProps) => (
  <div className="work-head">
    <div className="title">
      <div className="line">
        <h1>{title}</h1>
        {chip}
      </div>
      {said !== undefined && <p className="said">{said}</p>}
    </div>
    {action !== undefined && <div className="actions">{action}</div>}
  </div>
)
