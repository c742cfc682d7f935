import type { ReactNode } from 'react'

/** A button that first asks: what happens, and the form that does it, open in its place. Needs no script. */
export const Confirm = ({ label, children }: { label: ReactNode; children: ReactNode }) => (
  <details className="confirm">
    <summary className="button danger">{label}</summary>
    <div className="question">{children}</div>
  </details>
)
