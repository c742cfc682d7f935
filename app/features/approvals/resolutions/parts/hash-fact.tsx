import { shortHash } from '../../matter.domain.ts'

/** A hash as it stands on paper, and the whole of it one step away. */
export const HashFact = ({ hash, all }: Readonly<{ hash: string; all: string }>) => (
  <>
    <code className="hash-short">{shortHash(hash)}</code>
    <details className="fold whole-hash">
      <summary>{all}</summary>
      <code className="hash">{hash}</code>
    </details>
  </>
)
