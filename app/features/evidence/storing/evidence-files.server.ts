import path from 'node:path'
import type { Logger } from 'pino'
import { createContext } from 'react-router'
import type { FileStore } from '../../../platform/files/file-store.ts'

import type { Openings } from './openings.ts'

/** What taking and handing out files needs beside the database. */
export type EvidenceFiles = Readonly<{
  store: FileStore
  /** Files on their way in, one for each upload under its identifier; on the disk of this machine. */
  folder: string
  /** The most that one file may have, in bytes. */
  mostBytes: number
  /** Of all files of an agency that has no quota of its own, in bytes; null: no limit. */
  defaultQuota: number | null
  /** Whether a scanner is there: then what it has not seen is not handed out. */
  isScanning: boolean
  /** Tells the scanner that there is something new. */
  stored: () => void
  openings: Openings
  log: Pick<Logger, 'info' | 'warn' | 'error'>
}>

/** What the server hands to the screens that take files and hand them out. */
export const evidenceFilesContext = createContext<EvidenceFiles>()

/** Files that are on the disk only while they are worked on end so; no identifier of an upload does. */
export const PASSING = '.passing'

/** Where the bytes of an upload lie until it is whole and kept. */
export const uploadPath = ({ folder }: Pick<EvidenceFiles, 'folder'>, uploadId: string): string =>
  path.join(folder, uploadId)
