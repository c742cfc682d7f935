import { randomBytes } from 'node:crypto'
import { sha256Hex } from '../hash/content-hash.ts'

const TOKEN_BYTES = 32

/** A secret that cannot be guessed, for cookies and links: 256 random bits in base64url, 43 characters. */
export const newToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url')

/** Whether a text has the form of a token of ours; what has not is never looked up. */
export const isToken = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text)

/** How the database knows a token: a copy of the database opens nothing. */
export const tokenHash = (token: string): string => sha256Hex(token)
