import type { ReactNode } from 'react'

/** One fact about a cell. */
export const WalkRow = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="walk-row">
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)
