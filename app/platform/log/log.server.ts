import { pino } from 'pino'

/**
 * One line of JSON an event, on standard error. What a person wrote, names, addresses and cookies never go into a log:
 * log codes, counts and identifiers.
 */
export const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2))
