import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { inTurns } from './support/crawl.ts'

/** The list that is kept of every address which any release had made public. */
const ADDRESSES = readFileSync(new URL('support/permanent-addresses.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('/'))

test('every address that a release made public still answers', async ({ request }) => {
  expect(ADDRESSES.length).toBeGreaterThan(150)
  expect(new Set(ADDRESSES).size, 'each address once').toBe(ADDRESSES.length)
  test.setTimeout(10 * 60_000)
  const gone: string[] = []
  await inTurns(ADDRESSES, async (address) => {
    const answer = await request.get(address)
    if (![200, 410].includes(answer.status())) gone.push(`${answer.status()} ${address}`)
  })
  expect(gone).toEqual([])
})
