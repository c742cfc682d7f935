import path from 'node:path'
import { createDiskStore } from './disk-store.server.ts'
import type { FileStore } from './file-store.ts'
import { createS3Store, type S3Settings } from './s3-store.server.ts'

/** Where files lie that are in no object store. `dataDir` is absolute. */
export const filesFolder = (dataDir: string): string => path.join(dataDir, 'files')

/** The store of the settings: an object store where one is named, else a folder under `dataDir`. */
export const openStore = ({
  dataDir,
  s3,
}: Readonly<{ dataDir: string; s3: S3Settings | null }>): FileStore =>
  s3 ? createS3Store(s3) : createDiskStore(filesFolder(dataDir))
