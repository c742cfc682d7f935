import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import https from 'node:https'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'

/** What a site answers at a path; what is not named is a 404. */
export type Answers = Readonly<Record<string, (response: ServerResponse, request: IncomingMessage) => void>>
export type WatchedSite = Readonly<{ origin: string; asked: readonly string[]; close: () => Promise<void> }>
type Certificate = Readonly<{ key: string; cert: string }>

/** A site on this machine, over https where it is given a certificate; `asked` are the paths that were asked for. */
export async function openSite(answers: Answers, certificate?: Certificate): Promise<WatchedSite> {
  const asked: string[] = []
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const at = request.url ?? '/'
    asked.push(at)
    const found = answers[at]
    if (found) found(response, request)
    else response.writeHead(404).end()
  }
  const server = certificate ? https.createServer(certificate, answer) : http.createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `${certificate ? 'https' : 'http'}://127.0.0.1:${port}`,
    asked,
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

/** A certificate for 127.0.0.1 that its own key signed, good for so many days. */
export function makeCertificate(days: number): Certificate {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'certificate-'))
  const [key, cert] = ['key.pem', 'cert.pem'].map((name) => path.join(folder, name)) as [string, string]
  try {
    execFileSync(
      'openssl',
      [
        ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
        ...['-keyout', key, '-out', cert, '-days', String(days), '-subj', '/CN=watched.test/O=Test'],
        ...['-addext', 'subjectAltName=IP:127.0.0.1'],
      ],
      { stdio: 'ignore' },
    )
    return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

export const sends =
  (body: string | Uint8Array, type = 'text/html; charset=utf-8', headers: Record<string, string> = {}) =>
  (response: ServerResponse): void => {
    response.writeHead(200, { 'Content-Type': type, ...headers }).end(body)
  }

export const leadsTo =
  (location: string, headers: Record<string, string> = {}) =>
  (response: ServerResponse): void => {
    response.writeHead(302, { Location: location, ...headers }).end()
  }
