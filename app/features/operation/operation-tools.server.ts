import { createContext } from 'react-router'
import type { Db } from '../../platform/db/schema.ts'
import type { CertificateDetail } from './certificate/certificate.domain.ts'
import type { OperationFacts } from './facts/operation-facts.domain.ts'

/** What the program hands to this room: how it was set up, without any secret. */
export type OperationTools = Readonly<{
  db: Db
  copyId: string
  programVersion: string
  /** Number of the newest migration that the program knows. */
  schemaNumber: number
  databaseKind: 'own' | 'server'
  /** Absolute. */
  dataDir: string
  isMailOn: boolean
  isInS3: boolean
  /** Of an agency that has none of its own, in bytes; null: no limit. */
  defaultQuota: number | null
  backup: Readonly<{ isScheduled: boolean; hasRecipient: boolean }>
  settings: OperationFacts['settings']
  /** Looks at the site's certificate, now; as the job that does so every day. */
  checkCertificate: () => Promise<CertificateDetail>
  now: () => Date
  log: Parameters<typeof import('../../platform/jobs/run-job.server.ts').runJob>[0]['log']
}>

/** What the server hands to the screen of who administers. */
export const operationContext = createContext<OperationTools>()
