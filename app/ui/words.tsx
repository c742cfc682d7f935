import { Fragment } from 'react'
import { keepWords } from '../kernel/keep-words.ts'

const NO_NAMES: readonly string[] = []

/** Text whose Thai words a browser would break wrongly are held together; not a letter changes. */
export function Words({ text, names = NO_NAMES }: { text: string; names?: readonly string[] }) {
  return keepWords(text, names).map((part, index) => {
    // The parts of one text never change their order.
    const key = `${index} ${part.text}`
    return part.keep ? (
      <span className="nowrap" key={key}>
        {part.text}
      </span>
    ) : (
      <Fragment key={key}>{part.text}</Fragment>
    )
  })
}
