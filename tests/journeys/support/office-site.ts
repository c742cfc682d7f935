import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { type MailServer, openMailServer } from '../../support/mail-server.ts'
import { newInstallation } from './installation.ts'
import { ownPort } from './own-port.ts'
import { startProgram } from './program.ts'

/** An agency of its own that nobody has signed in to yet: the program as `npm start` runs it, and a real mail server. */
export type OfficeSite = Readonly<{
  /** A host name that browsers trust without a certificate, and that passkeys can be of. */
  origin: string
  /** Where the first administrator comes in. */
  firstLink: string
  mail: MailServer
  env: Record<string, string>
  close: () => Promise<void>
}>

export async function openOfficeSite(wanted: number): Promise<OfficeSite> {
  const port = ownPort(wanted)
  const installation = await newInstallation('office')
  const mail = await openMailServer()
  const env = {
    ...installation.env,
    PORT: String(port),
    SMTP_URL: mail.url,
    MAIL_FROM: 'ita@agency.example',
  }
  const program = startProgram(env)
  const started = await Promise.race([program.ready, program.ended])
  if (!('address' in started)) throw new Error(`the program ended: ${started.said}`)
  return {
    origin: `http://localhost:${port}`,
    firstLink: started.firstLink ?? '',
    mail,
    env,
    close: async () => {
      program.child.kill('SIGTERM')
      await program.ended
      await mail.close()
      await installation.remove()
    },
  }
}

const ERASE = path.join(import.meta.dirname, 'erase-cases.ts')

/** Erases what is due of the protected channel at a given time, beside the program that runs. Gives how many cases. */
export function eraseAt(site: OfficeSite, instant: string): number {
  const done = spawnSync(process.execPath, [ERASE, instant], {
    env: { ...process.env, ...site.env },
    encoding: 'utf8',
  })
  if (done.status !== 0) throw new Error(done.stderr)
  return Number(done.stdout)
}
