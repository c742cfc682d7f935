import os from 'node:os'
import { ensurePrograms } from '../scripts/system-programs.ts'
import { type Figure, isMet } from './measure.ts'
import { measureOverview } from './overview.ts'
import { measureProtected } from './protected.ts'
import { measureReportPdf } from './report-pdf.ts'
import { measureScoring } from './scoring.ts'
import { measureServer } from './server.ts'
import { measureUploads } from './uploads.ts'

/** `npm run bench [-- --json] [-- pdf|server|overview|uploads|protected|scoring]`: every figure of this release, each ratio from one run. */
const PARTS = {
  pdf: measureReportPdf,
  server: measureServer,
  overview: measureOverview,
  uploads: measureUploads,
  protected: measureProtected,
  scoring: measureScoring,
}

const asJson = process.argv.includes('--json')
const wanted = process.argv.slice(2).filter((word) => word in PARTS) as (keyof typeof PARTS)[]
ensurePrograms(['browser', 'office', 'httpLoad'])
const figures: Figure[] = []
for (const part of wanted.length > 0 ? wanted : (Object.keys(PARTS) as (keyof typeof PARTS)[])) {
  if (process.stderr.isTTY) console.error(`measuring ${part} …`)
  figures.push(...(await PARTS[part]()))
}

const results = figures.map((figure) => ({ ...figure, met: isMet(figure) }))
const machine = {
  cores: os.availableParallelism(),
  memoryGb: Math.round(os.totalmem() / 1e9),
  cpu: os.cpus()[0]?.model ?? 'unknown',
  node: process.version,
}
if (asJson) console.log(JSON.stringify({ machine, results }))
else {
  console.log(`${machine.cpu}, ${machine.cores} cores, ${machine.memoryGb} GB, Node ${machine.node}`)
  for (const { name, value, unit, target, atLeast, met, parts } of results)
    console.log(
      `${met ? 'ok  ' : 'MISS'} ${name.padEnd(30)} ${String(value).padStart(8)} ${unit.padEnd(5)} target ${atLeast ? '≥' : '≤'} ${target}   ${JSON.stringify(parts)}`,
    )
}
