import { createContext, useContext } from 'react'

const NumberContext = createContext<string | null>(null)

/** Hands the number of the request to the page that says what went wrong. Pages are rendered once, by the server. */
export const RequestNumber = NumberContext.Provider

/** What to tell an administrator, so that they find the fault in the log; nothing where the request has no number. */
export function TellNumber({ label }: { label: string }) {
  const number = useContext(NumberContext)
  if (number === null) return null
  return (
    <p>
      {label} <code>{number}</code>
    </p>
  )
}
