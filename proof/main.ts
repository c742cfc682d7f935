import { parseArgs } from 'node:util'
import { PROOFS } from './index.ts'
import type { Found, Proof, ProofOptions } from './proof.ts'

/**
 * `npm run proof`: lists the proofs. `npm run proof -- NAME` runs one. Exit 0: nothing was found; 1: faults were found;
 * 2: it was asked for something that there is not; 3: the proof itself broke.
 */

const USAGE = 'npm run proof -- NAME [--rounds N] [--minutes N] [--database own|server] [--seed N] [--json]'
const EXIT = { holds: 0, faults: 1, badInput: 2, broken: 3 } as const

class BadInput extends Error {}

type Asked = Readonly<{ proof: Proof; json: boolean; options: ProofOptions }>

function readAsked(args: string[]): Asked | null {
  const { values, positionals } = parsed(args)
  const [name, ...more] = positionals
  if (name === undefined && Object.keys(values).length === 0) return null
  const proof = PROOFS.find((one) => one.name === name)
  if (!proof || more.length > 0)
    throw new BadInput(
      `there is no proof '${positionals.join(' ')}': ${PROOFS.map((one) => one.name).join(', ')}`,
    )
  const database = values.database ?? 'own'
  if (database !== 'own' && database !== 'server')
    throw new BadInput(`--database is own or server, not '${database}'`)
  return {
    proof,
    json: values.json ?? false,
    options: {
      rounds: countIn('rounds', values.rounds),
      minutes: amountIn('minutes', values.minutes),
      database,
      seed: countIn('seed', values.seed) ?? 1,
      log: (line) => console.error(line),
    },
  }
}

function parsed(args: string[]) {
  const text = { type: 'string' } as const
  const options = {
    rounds: text,
    minutes: text,
    database: text,
    seed: text,
    json: { type: 'boolean' },
  } as const
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    throw new BadInput((error as Error).message)
  }
}

function countIn(name: string, given: string | undefined): number | undefined {
  if (given === undefined) return undefined
  if (!/^[1-9]\d{0,8}$/.test(given)) throw new BadInput(`--${name} is a whole number from 1, not '${given}'`)
  return Number(given)
}

function amountIn(name: string, given: string | undefined): number | undefined {
  if (given === undefined) return undefined
  const amount = Number(given)
  if (!/^\d+(\.\d+)?$/.test(given) || amount === 0)
    throw new BadInput(`--${name} is a number above 0, not '${given}'`)
  return amount
}

function list() {
  console.log(`${USAGE}\n`)
  const width = Math.max(0, ...PROOFS.map(({ name }) => name.length))
  for (const { name, about, needs } of PROOFS)
    console.log(`${name.padEnd(width)}  ${about}${needs === null ? '' : ` Needs ${needs}.`}`)
}

function tell({ name }: Proof, { figures, faults }: Found, seconds: number) {
  console.log(`${name}  ${seconds} s`)
  for (const [figure, value] of Object.entries(figures)) console.log(`  ${figure}: ${value}`)
  for (const fault of faults) console.log(`✗ ${fault}`)
  if (faults.length === 0) console.log('✓ nothing was found that must not be')
}

async function main(args: string[]): Promise<number> {
  const asked = readAsked(args)
  if (asked === null) {
    list()
    return EXIT.holds
  }
  const began = performance.now()
  const found = await asked.proof.run(asked.options)
  const seconds = Math.round((performance.now() - began) / 1000)
  if (asked.json) {
    const { seed, database } = asked.options
    console.log(
      JSON.stringify({
        proof: asked.proof.name,
        at: new Date().toISOString(),
        seconds,
        seed,
        database,
        ...found,
      }),
    )
  } else tell(asked.proof, found, seconds)
  return found.faults.length === 0 ? EXIT.holds : EXIT.faults
}

process.exitCode = await main(process.argv.slice(2)).catch((error: Error) => {
  const isBad = error instanceof BadInput
  console.error(isBad ? `${error.message}\n${USAGE}` : error)
  return isBad ? EXIT.badInput : EXIT.broken
})
