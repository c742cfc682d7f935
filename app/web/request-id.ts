import { randomUUID } from 'node:crypto'

const A_NUMBER = /^[A-Za-z0-9][A-Za-z0-9._-]{7,63}$/

/**
 * The number by which a request is found in the log. A proxy of our own may give it (`X-Request-Id`); what strangers write
 * there is not taken, nor what looks like no number.
 */
export const requestIdOf = (given: string | null | undefined, proxies: number): string =>
  proxies > 0 && given && A_NUMBER.test(given) ? given : randomUUID()
