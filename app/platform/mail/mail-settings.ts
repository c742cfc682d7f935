import type { Config } from '../config/config.server.ts'

/** The server and the sender of mail; null while mail is off. */
export type MailSettings = Config['mail']

/** Whether mail leaves this program. While it does not, mail waits in the outbox for people to read. */
export const isMailOn = (config: Pick<Config, 'mail'>): boolean => config.mail !== null
