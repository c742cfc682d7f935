import { connect, type PeerCertificate } from 'node:tls'
import type { CertificateDetail } from './certificate.domain.ts'

const LONGEST_MS = 10_000
const HTTPS_PORT = 443

type Asked = Readonly<{
  /** Scheme, host and port of the site. */
  origin: string
  /** Authorities to trust instead of those of the system, in PEM. */
  ca?: string
}>

/**
 * Opens the site's own address as a browser does and says what its certificate is; gives no request. Never rejects: that nothing
 * answers is an answer.
 */
export function checkCertificate({ origin, ca }: Asked): Promise<CertificateDetail> {
  const { protocol, hostname, port } = new URL(origin)
  if (protocol !== 'https:')
    return Promise.resolve({ state: 'plain', code: null, issuer: null, notAfter: null })
  const host = hostname.replace(/^\[|\]$/g, '')
  return new Promise((resolve) => {
    const away = (code: string) => end({ state: 'unreachable', code, issuer: null, notAfter: null })
    const socket = connect({
      host,
      port: Number(port) || HTTPS_PORT,
      // An address of digits is no name to ask for.
      ...(/^[\d.]+$|:/.test(host) ? {} : { servername: host }),
      // What is wrong with it is what is looked for; nothing is sent to whom it may be.
      rejectUnauthorized: false,
      ...(ca === undefined ? {} : { ca }),
    })
    const timer = setTimeout(() => away('no-answer'), LONGEST_MS)
    const end = (detail: CertificateDetail) => {
      clearTimeout(timer)
      socket.destroy()
      resolve(detail)
    }
    socket.once('secureConnect', () => {
      const shown = socket.getPeerCertificate()
      if (!shown.valid_to) return away('no-certificate')
      const code = socket.authorized ? null : codeOf(socket.authorizationError)
      end({
        state: socket.authorized ? 'trusted' : 'untrusted',
        code,
        issuer: issuerOf(shown),
        notAfter: new Date(shown.valid_to).toISOString(),
      })
    })
    socket.once('error', (error: NodeJS.ErrnoException) => away(codeOf(error)))
  })
}

const codeOf = (error: unknown): string => {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : error
  return String(code ?? 'unknown')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
}

const issuerOf = ({ issuer }: PeerCertificate): string => {
  const named = [issuer.O, issuer.CN].flat().filter((one) => one !== undefined && one !== '')
  return [...new Set(named)].join(' · ')
}
