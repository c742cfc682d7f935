import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider, { type Configuration } from 'oidc-provider'

/** Whom the provider lets in next, without asking: a test is the person at its page. */
export type AtProvider = Readonly<{
  subject: string
  email?: string
  isEmailVerified?: boolean
  /** Methods that it says it has used. */
  amr?: readonly string[]
}>

export type OidcServer = Readonly<{
  issuer: string
  confidential: Readonly<{ clientId: string; clientSecret: string }>
  public: Readonly<{ clientId: string; clientSecret: '' }>
  letIn: (person: AtProvider) => void
  /** Goes through the provider's pages as a new browser does; gives what stands behind the callback address. */
  visit: (address: string) => Promise<string>
  stop: () => Promise<void>
  /** Answers again, at the same address. */
  start: () => Promise<void>
}>

type Options = Readonly<{ redirectUri: string; port?: number; isEmailInIdToken?: boolean }>

/** A certified OpenID Connect provider on this machine, with a confidential and a public client. */
export async function openOidcServer({
  redirectUri,
  port = 0,
  isEmailInIdToken = true,
}: Options): Promise<OidcServer> {
  const people = new Map<string, AtProvider>()
  let next: AtProvider = { subject: 'nobody' }
  let answer = (_request: IncomingMessage, _response: ServerResponse): unknown => undefined
  const [server, listening] = await listen((request, response) => answer(request, response), port)
  let running: Server | null = server
  const issuer = `http://127.0.0.1:${listening}`
  const confidential = { clientId: 'prongsai', clientSecret: randomBytes(24).toString('hex') }
  const provider = new Provider(issuer, {
    ...settings(people, isEmailInIdToken),
    clients: [
      {
        ...CLIENT,
        redirect_uris: [redirectUri],
        client_id: confidential.clientId,
        client_secret: confidential.clientSecret,
      },
      {
        ...CLIENT,
        redirect_uris: [redirectUri],
        client_id: 'prongsai-public',
        token_endpoint_auth_method: 'none',
      },
    ],
  })
  const speak = provider.callback()
  answer = (request, response) =>
    request.url?.startsWith('/interaction/')
      ? interact(provider, { request, response, person: next })
      : speak(request, response)
  return {
    issuer,
    confidential,
    public: { clientId: 'prongsai-public', clientSecret: '' },
    letIn: (person) => {
      next = person
      people.set(person.subject, person)
    },
    visit: (address) => visit(address, redirectUri),
    stop: async () => {
      running?.closeAllConnections()
      await new Promise((resolve) => (running ? running.close(resolve) : resolve(null)))
      running = null
    },
    start: async () => {
      ;[running] = await listen((request, response) => answer(request, response), listening)
    },
  }
}

const CLIENT = { grant_types: ['authorization_code'], response_types: ['code' as const] }

function settings(people: ReadonlyMap<string, AtProvider>, isEmailInIdToken: boolean): Configuration {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return {
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
    claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: !isEmailInIdToken,
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    findAccount: (_ctx, subject) => ({
      accountId: subject,
      claims: () => {
        const { email, isEmailVerified } = people.get(subject) ?? {}
        return {
          sub: subject,
          ...(email !== undefined && { email }),
          ...(isEmailVerified !== undefined && { email_verified: isEmailVerified }),
        }
      },
    }),
  }
}

type Interaction = Readonly<{ request: IncomingMessage; response: ServerResponse; person: AtProvider }>

/** Signs the next person in and agrees to everything in their name. */
async function interact(provider: Provider, { request, response, person }: Interaction): Promise<void> {
  const { prompt, params, session, grantId } = await provider.interactionDetails(request, response)
  if (prompt.name === 'login') {
    const login = { accountId: person.subject, ...(person.amr && { amr: [...person.amr] }) }
    return provider.interactionFinished(request, response, { login })
  }
  const grant = grantId ? await provider.Grant.find(grantId) : undefined
  const whole =
    grant ?? new provider.Grant({ accountId: session?.accountId ?? '', clientId: String(params.client_id) })
  whole.addOIDCScope(String(params.scope))
  whole.addOIDCClaims(['amr'])
  return provider.interactionFinished(request, response, { consent: { grantId: await whole.save() } })
}

async function visit(address: string, redirectUri: string): Promise<string> {
  const jar = new Map<string, string>()
  let at = address
  for (let step = 0; step < 12; step++) {
    if (at.startsWith(redirectUri)) return new URL(at).search
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(at, { redirect: 'manual', headers: { cookie } })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      jar.set(name, value)
    }
    const location = response.headers.get('location')
    if (location === null)
      throw new Error(`the provider answered ${response.status}: ${await response.text()}`)
    at = new URL(location, at).href
  }
  throw new Error('the provider led in circles')
}

async function listen(
  answer: (request: IncomingMessage, response: ServerResponse) => unknown,
  port: number,
): Promise<[Server, number]> {
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return [server, (server.address() as AddressInfo).port]
}
