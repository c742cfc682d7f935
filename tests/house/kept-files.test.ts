import { afterAll, beforeAll, expect, test } from 'vitest'
import { KEPT_FILE_COLUMNS } from '../../app/kept-files.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'

/** Hashes of what lies in no store: of content that is read and forgotten, or kept in the row itself. */
const NOT_IN_STORE = [
  'answer_batch.sha256',
  'catalogue_library.sha256',
  'import_run.sha256',
  'peer_import.sha256',
  'result_upload.sha256',
  'score_import.sha256',
  'watch_check.sha256',
]

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

test('every column that may name a file is known to the sweep, or known not to', async () => {
  const { rows } = await database.owner.query(
    `select table_name || '.' || column_name as place from information_schema.columns
     where table_schema = 'public' and column_name ~ '(sha256|file_hash)$' order by 1`,
  )
  expect(rows.map(({ place }) => place)).toEqual([...KEPT_FILE_COLUMNS, ...NOT_IN_STORE].sort())
})
