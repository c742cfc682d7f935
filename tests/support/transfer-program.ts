/**
 * A program that carries one database into another and stops halfway, for tests that kill it there. Its argument is JSON with
 * `from` and `to`.
 */
import { loadInto } from '../../app/platform/db/transfer/load.server.ts'
import { openSnapshot } from '../../app/platform/db/transfer/snapshot.server.ts'
import { tablesOf } from '../../app/platform/db/transfer/transfer.server.ts'

const { from, to } = JSON.parse(process.argv[2] ?? '{}')
const snapshot = await openSnapshot(from)

async function* halfOfThem() {
  let count = 0
  for await (const table of tablesOf(snapshot)) {
    count += 1
    if (count > snapshot.tables.length / 2) {
      process.stdout.write('halfway\n')
      await new Promise((resolve) => setTimeout(resolve, 600_000))
    }
    yield table
  }
}

const { migrations, sequences } = snapshot
await loadInto(to, { migrations, sequences, tables: halfOfThem() })
