import type { FoundPart } from '../kernel/search-fold.ts'

/** A text in which what was searched for is marked. */
export function MarkedText({ parts }: { parts: readonly FoundPart[] }) {
  let at = 0
  return parts.map(({ text, isFound }) => {
    at += text.length
    return isFound ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>
  })
}
