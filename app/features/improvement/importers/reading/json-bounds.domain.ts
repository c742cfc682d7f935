import { bilingual } from '../../text/index.ts'
import type { Refusal } from '../import.domain.ts'
import { BOUNDS } from './bounds.domain.ts'

const QUOTE = '"'
const TOKEN = /["[\]{},\n]/gu
const STRING_END = /["\\]/gu

/** Whether a JSON text nests deeper or holds more values than any cycle, found before it is parsed. Null when it does not. */
export function jsonBeyond(text: string): Refusal | null {
  let line = 1
  let values = 0
  let depth = 0
  for (let at = nextOf(TOKEN, text, 0); at < text.length; at = nextOf(TOKEN, text, at + 1)) {
    const token = text[at] ?? ''
    if (token === QUOTE) at = endOfString(text, at + 1)
    else if (token === '\n') line += 1
    else if (token === ']' || token === '}') depth -= 1
    else {
      values += 1
      depth += token === ',' ? 0 : 1
    }
    if (depth > BOUNDS.nested) return beyond(line, (details) => details.nested(BOUNDS.nested))
    if (values > BOUNDS.values) return beyond(line, (details) => details.values(BOUNDS.values))
  }
  return null
}

function endOfString(text: string, start: number): number {
  let at = nextOf(STRING_END, text, start)
  while (at < text.length && text[at] !== QUOTE) at = nextOf(STRING_END, text, at + 2)
  return at
}

function nextOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from
  return pattern.exec(text)?.index ?? text.length
}

const beyond = (
  line: number,
  say: (details: Parameters<Parameters<typeof bilingual>[0]>[0]['details']) => string,
): Refusal => ({
  code: 'import.too-large',
  place: bilingual((words) => words.places.line(line)),
  detail: bilingual((words) => say(words.details)),
})
