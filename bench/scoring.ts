import { spawn } from 'node:child_process'
import { createReadStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import {
  type AggregationPlan,
  type AnswerForm,
  aggregationPlan,
  answerCounter,
  answerForm,
  type CountedAgencies,
  countedAnswers,
  foldBatches,
  noSums,
  readAnswers,
  resultOfCounts,
  type ScoredAgencies,
  scoreAgencies,
  sumsOf,
} from '../app/features/assessments/index.server.ts'
import { loadCatalogue } from '../app/features/catalogue/index.server.ts'
import { type Framework, frameworkOf } from '../app/features/catalogue/index.ts'
import { type Figure, median, round, seconds } from './measure.ts'
import { batchesOf, codeOf, writeNation } from './scoring-data.ts'
import { columnsFrom, csvInSql, scoresInSql } from './scoring-duckdb.ts'

const YEAR = 2567
const AGENCIES = 8300
const NATION = { agencies: AGENCIES, respondents: 1_000_000, seed: 2567 }
const NEW_ANSWERS = { agencies: AGENCIES, respondents: 10_000, seed: 77 }
const ONE_AGENCY = { agencies: 1, respondents: 400, seed: 7 }
const RUNS = 7
/** DuckDB as it comes, on as many cores as the figures are stated for. */
const THREADS = '2'
const UNIT = 10_000_000_000
/** Two decimals: the two sides may differ in how a binary fraction falls, never in a printed score beyond its last place. */
const SAME = 0.005
const PIECE = 1_000_000
const LOOK_MS = 5
/** Sums of 8,300 agencies while they grow (38 MB), pieces of the file, and what the engine leaves of 8,300 printed results. */
const MOST_MB = 160
const MEGABYTE = 1024 * 1024

type Year = Readonly<{ framework: Framework; form: AnswerForm; plan: AggregationPlan }>

/** A million respondents to all scores, beside DuckDB doing the same; new answers; one agency; memory. */
export async function measureScoring(): Promise<readonly Figure[]> {
  const year = surveyYear()
  const folder = mkdtempSync(path.join(os.tmpdir(), 'prongsai-scoring-'))
  try {
    const file = path.join(folder, 'nation.csv')
    const size = writeNation(file, year.form, NATION)
    return [
      ...(await besideDuckDb(year, file, size)),
      foldFigure(year),
      await agencyFigure(year, folder),
      await memoryFigure(file, size),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function surveyYear(): Year {
  const framework = frameworkOf(loadCatalogue(), YEAR)
  const form = framework ? answerForm(framework) : 'no-items'
  const plan = framework ? aggregationPlan(framework) : 'not-stated'
  if (!framework || typeof form === 'string' || typeof plan === 'string')
    throw new Error(`the questions of ${YEAR} are not known`)
  return { framework, form, plan }
}

async function besideDuckDb(year: Year, file: string, size: number): Promise<readonly Figure[]> {
  const { framework, form, plan } = year
  const kept = batchesOf(form, NATION)
  const codes = Array.from({ length: AGENCIES }, (_, agency) => codeOf(agency))
  const fromKept = () => {
    const sums = noSums(form, codes)
    foldBatches(sums, kept)
    return { sums, scored: scoreAgencies(framework, plan, sums) }
  }
  const fromFile = async () => {
    const sums = await counted(year, file)
    return { sums, scored: scoreAgencies(framework, plan, sums) }
  }
  const duckdb = await (await DuckDBInstance.create(':memory:', { threads: THREADS })).connect()
  const csv = csvInSql(form, file)
  await duckdb.run(`create table answers as select * from ${csv} order by agency, instrument`)
  const [sqlKept, sqlFile] = [scoresInSql(framework, form, 'answers'), scoresInSql(framework, form, csv)]

  const theirs = await columnsFrom(duckdb, sqlKept)
  mustBeSame(year, fromKept(), theirs)
  mustBeSame(year, await fromFile(), theirs)
  mustBeSame(year, await fromFile(), await columnsFrom(duckdb, sqlFile))

  const loaded = await side(fromKept, () => duckdb.run(sqlKept))
  const read = await side(fromFile, () => duckdb.run(sqlFile))
  duckdb.closeSync()
  return [
    { name: 'scoring/duckdb', value: loaded.ratio, unit: 'ratio', target: 1, parts: loaded.parts },
    {
      name: 'scoring-csv/duckdb',
      value: read.ratio,
      unit: 'ratio',
      target: 1,
      parts: { ...read.parts, file_mb: round(size / MEGABYTE, 1) },
    },
  ]
}

/** Both sides in turn, so that what else the machine does falls on both; the medians. */
async function side(ours: () => unknown, duckdb: () => Promise<unknown>) {
  const [own, other]: [number[], number[]] = [[], []]
  for (let run = 0; run < RUNS; run += 1) {
    own.push(await seconds(ours))
    other.push(await seconds(duckdb))
  }
  const ms = (value: number) => round(value * 1000, 1)
  return {
    ratio: round(median(own) / median(other), 2),
    parts: {
      ours_ms: ms(median(own)),
      duckdb_ms: ms(median(other)),
      ours_fastest_ms: ms(Math.min(...own)),
      duckdb_fastest_ms: ms(Math.min(...other)),
      respondents: NATION.respondents,
      runs: RUNS,
    },
  }
}

async function counted({ framework, form }: Year, file: string): Promise<CountedAgencies> {
  const counter = answerCounter(framework, form)
  for await (const piece of createReadStream(file, { highWaterMark: PIECE })) counter.push(piece)
  const { counted: sums, faultCount } = counter.end()
  if (faultCount > 0) throw new Error(`${faultCount} cells of the invented file were refused`)
  return sums
}

type Side = Readonly<{ sums: CountedAgencies; scored: ScoredAgencies }>

/** Throws unless every agency has the same score for every item, indicator and survey on both sides. */
function mustBeSame(
  { plan }: Year,
  { sums, scored }: Side,
  theirs: Awaited<ReturnType<typeof columnsFrom>>,
): void {
  const agencies = theirs.agency ?? []
  const rowOf = new Map(sums.codes.map((code, at) => [code, at]))
  const columns = [
    { names: plan.items, values: scored.items },
    { names: plan.indicators, values: scored.indicators },
    { names: plan.instruments.map(({ instrument }) => instrument), values: scored.instruments },
  ]
  let compared = 0
  for (const { names, values } of columns)
    for (const [at, name] of names.entries()) {
      const column = theirs[name]
      if (!column) continue
      for (const [row, agency] of agencies.entries()) {
        const place = rowOf.get(String(agency))
        const own = place === undefined ? Number.NaN : (values[place * names.length + at] as number) / UNIT
        if (!(Math.abs(own - Number(column[row])) < SAME))
          throw new Error(`${name} of ${agency}: ${own} here, ${column[row]} in DuckDB`)
        compared += 1
      }
    }
  if (agencies.length !== AGENCIES || compared < AGENCIES * 20)
    throw new Error(`only ${compared} scores of ${agencies.length} agencies were compared`)
}

/** Ten thousand respondents more, each of them a batch of its own, and the scores of the agencies that they touch. */
function foldFigure({ framework, form, plan }: Year): Figure {
  const codes = Array.from({ length: AGENCIES }, (_, agency) => codeOf(agency))
  const sums = noSums(form, codes)
  foldBatches(sums, batchesOf(form, NATION))
  const added = batchesOf(form, NEW_ANSWERS)
  const took: number[] = []
  let touched: readonly number[] = []
  for (let run = 0; run < RUNS; run += 1) {
    const start = performance.now()
    touched = foldBatches(sums, added)
    scoreAgencies(framework, plan, sumsOf(sums, touched))
    took.push(performance.now() - start)
  }
  return {
    name: 'scoring-fold/ms',
    value: round(median(took), 1),
    unit: 'ms',
    target: 60,
    parts: {
      slowest_ms: round(Math.max(...took), 1),
      answers: NEW_ANSWERS.respondents,
      agencies: touched.length,
    },
  }
}

/** One agency from the bytes of its file to its result, as the office reads it. */
async function agencyFigure({ framework, form }: Year, folder: string): Promise<Figure> {
  const file = path.join(folder, 'agency.csv')
  writeNation(file, form, ONE_AGENCY)
  const bytes = readFileSync(file)
  const took: number[] = []
  for (let run = 0; run < RUNS; run += 1) {
    const start = performance.now()
    const read = await readAnswers(bytes, framework)
    if (!read.ok) throw new Error('the invented file was refused')
    const sums = noSums(form, ['one'])
    foldBatches(
      sums,
      (read.value.agencies[0]?.batches ?? []).map((batch) => ({ agency: 0, batch })),
    )
    resultOfCounts(framework, countedAnswers(sums, 0))
    took.push(performance.now() - start)
  }
  return {
    name: 'scoring-agency/ms',
    value: round(median(took), 1),
    unit: 'ms',
    target: 50,
    parts: { first_ms: round(took[0] ?? 0, 1), respondents: ONE_AGENCY.respondents },
  }
}

/** What the command takes for the national file above what it takes for the file of one agency, at its highest. */
async function memoryFigure(file: string, size: number): Promise<Figure> {
  const small = path.join(path.dirname(file), 'agency.csv')
  const [idle, peak] = [await peakMb(small), await peakMb(file)]
  return {
    name: 'scoring-memory/MB',
    value: round(peak - idle, 1),
    unit: 'MB',
    target: MOST_MB,
    parts: { idle_mb: round(idle, 1), peak_mb: round(peak, 1), file_mb: round(size / MEGABYTE, 1) },
  }
}

/** The highest memory of `prongsai score` on a file, its answer thrown away. */
async function peakMb(file: string): Promise<number> {
  const child = spawn(process.execPath, ['cli/main.ts', 'score', file, '--year', String(YEAR), '--json'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  let peak = 0
  const watch = setInterval(() => {
    peak = Math.max(peak, memoryOf(child.pid ?? 0))
  }, LOOK_MS)
  const code = await new Promise((resolve) => child.once('exit', resolve))
  clearInterval(watch)
  if (code !== 0) throw new Error(`prongsai score ended with ${code}`)
  return peak
}

/** The kernel's own record of the most that the process ever held; 0 once it is gone. */
function memoryOf(pid: number): number {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}
