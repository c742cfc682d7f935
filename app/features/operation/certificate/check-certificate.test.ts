import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer as createPlainServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { createServer, type Server } from 'node:tls'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { certificateFrom } from './certificate.domain.ts'
import { checkCertificate } from './check-certificate.server.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'prongsai-certificate-'))
const servers: Readonly<{ close: () => unknown }>[] = []
const at = (name: string) => path.join(folder, name)
const openssl = (...words: string[]) => execFileSync('openssl', words, { cwd: folder, stdio: 'pipe' })

beforeAll(() => {
  openssl(
    ...[
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:prime256v1',
      '-nodes',
      '-days',
      '400',
    ],
    ...['-keyout', 'ca.key', '-out', 'ca.pem', '-subj', '/O=Example Authority/CN=Example Root'],
  )
  for (const [name, days] of [
    ['good', '30'],
    ['over', '-1'],
  ] as const) {
    openssl(
      ...[
        'req',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:prime256v1',
        '-nodes',
        '-keyout',
        `${name}.key`,
      ],
      ...['-out', `${name}.csr`, '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'],
    )
    openssl(
      ...['x509', '-req', '-in', `${name}.csr`, '-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial'],
      ...['-copy_extensions', 'copy', '-days', days, '-out', `${name}.pem`],
    )
  }
})
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const listening = async (server: Pick<Server, 'listen' | 'address' | 'close'>): Promise<number> => {
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  return (server.address() as { port: number }).port
}
const serverWith = (name: string) =>
  listening(createServer({ key: readFileSync(at(`${name}.key`)), cert: readFileSync(at(`${name}.pem`)) }))
const authority = () => readFileSync(at('ca.pem'), 'utf8')

test('a certificate that is trusted is told with its issuer and its last day', async () => {
  const origin = `https://localhost:${await serverWith('good')}`
  const seen = await checkCertificate({ origin, ca: authority() })
  expect(seen).toMatchObject({ state: 'trusted', code: null, issuer: 'Example Authority · Example Root' })
  const checkedAt = new Date()
  const facts = certificateFrom(seen, checkedAt)
  const days = 'notAfter' in facts ? (facts.notAfter.getTime() - checkedAt.getTime()) / 86_400_000 : 0
  expect(days).toBeGreaterThan(29)
  expect(days).toBeLessThanOrEqual(30)
})

test('one that is over, one of an unknown issuer and one of another name are told as browsers would', async () => {
  const over = `https://localhost:${await serverWith('over')}`
  expect(await checkCertificate({ origin: over, ca: authority() })).toMatchObject({
    state: 'untrusted',
    code: 'cert-has-expired',
  })
  const port = await serverWith('good')
  const unknown = await checkCertificate({ origin: `https://localhost:${port}` })
  expect(unknown).toMatchObject({ state: 'untrusted', issuer: 'Example Authority · Example Root' })
  const named = createServer({ key: readFileSync(at('good.key')), cert: readFileSync(at('good.pem')) })
  servers.push(named)
  await new Promise<void>((resolve) => named.listen(0, '127.0.0.1', resolve))
  const { port: other } = named.address() as { port: number }
  expect(await checkCertificate({ origin: `https://127.0.0.1:${other}`, ca: authority() })).toMatchObject({
    state: 'untrusted',
    code: 'err-tls-cert-altname-invalid',
  })
})

test('an address that nothing answers at, or something else than TLS, cannot be reached', async () => {
  const closed = await serverWith('good')
  servers.pop()?.close()
  expect(await checkCertificate({ origin: `https://localhost:${closed}` })).toEqual({
    state: 'unreachable',
    code: 'econnrefused',
    issuer: null,
    notAfter: null,
  })
  const port = await listening(
    createPlainServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')) as never,
  )
  expect((await checkCertificate({ origin: `https://localhost:${port}` })).state).toBe('unreachable')
})

test('an address without encryption has no certificate, and what was never looked at is not known', async () => {
  expect((await checkCertificate({ origin: 'http://localhost:3000' })).state).toBe('plain')
  expect(certificateFrom({}, null)).toEqual({ state: 'unknown' })
  expect(certificateFrom({ state: 'trusted', notAfter: 'no day' }, new Date())).toEqual({ state: 'unknown' })
})
