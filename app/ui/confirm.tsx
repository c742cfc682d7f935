import type { ReactNode } from 'react'

/** A button that first asks: what happens, and the form that does it, open in its place. Needs no script. */
export const Confirm = ({
  label,
  isOpen = false,
  children,
}: {
  label: ReactNode
  /** Where what was answered is wrong, the question stays open. */
  isOpen?: boolean
  children: ReactNode
}) => (
  <details className="confirm" open={isOpen}>
    <summary className="button danger">{label}</summary>
    <div className="question">{children}</div>
  </details>
)
