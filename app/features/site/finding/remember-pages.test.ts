import { expect, test } from 'vitest'
import type { Ctx } from '../../../platform/ctx.server.ts'
import type { PublicPage } from '../../../web/public-page.ts'
import { rememberPages } from './remember-pages.server.ts'

const of = (id: string) => ({ agency: { id, code: id } }) as Ctx
const page = (address: string): PublicPage => ({
  address,
  group: 'page',
  title: { th: address, en: address },
  isTranslated: true,
  text: { th: '', en: '' },
  changedAt: null,
})

test('pages are read once for each agency, until something is published or the time is over', async () => {
  let asked = 0
  let clock = 0
  const { pages, forget } = rememberPages(
    async ({ agency }) => {
      asked += 1
      return [page(`/${agency.id}/${asked}`)]
    },
    { lifetimeMs: 10, now: () => clock },
  )
  const [one, again] = await Promise.all([pages(of('a')), pages(of('a'))])
  expect(again).toBe(one)
  expect((await pages(of('b')))[0]?.address).toBe('/b/2')
  expect((await pages(of('a')))[0]?.address).toBe('/a/1')
  forget()
  expect((await pages(of('a')))[0]?.address).toBe('/a/3')
  clock = 11
  expect((await pages(of('a')))[0]?.address).toBe('/a/4')
})

test('what could not be read is asked for again', async () => {
  let asked = 0
  const { pages } = rememberPages(async () => {
    asked += 1
    if (asked === 1) throw new Error('away')
    return []
  })
  await expect(pages(of('a'))).rejects.toThrow('away')
  expect(await pages(of('a'))).toEqual([])
})
