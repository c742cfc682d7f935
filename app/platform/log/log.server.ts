import { pino } from 'pino'
import { faultFacts } from './fault-facts.ts'

/**
 * One line of JSON an event, on standard error: `time`, `level`, `event` (a code), and facts. What a person wrote, names,
 * addresses and cookies never go into a log: log codes, counts and identifiers. An error is given as `err`, and is written
 * without its message.
 */
export const log = pino(
  {
    base: null,
    messageKey: 'event',
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: faultFacts },
  },
  pino.destination(2),
)
