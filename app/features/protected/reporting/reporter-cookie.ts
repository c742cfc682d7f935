import { parse, serialize } from 'hono/utils/cookie'

const NAME = '__Host-report'

/** The identifier of an opened thread, for as long as the browser is open. Given only after the 24 digits were. */
export const readReporterCookie = (request: Request): string | null =>
  parse(request.headers.get('cookie') ?? '', NAME)[NAME] ?? null

export const reporterCookie = (id: string): string => serialize(NAME, id, ATTRIBUTES)

export const noReporterCookie = (): string => serialize(NAME, '', { ...ATTRIBUTES, maxAge: 0 })

const ATTRIBUTES = { path: '/', secure: true, httpOnly: true, sameSite: 'Strict' } as const
