import { describe, expect, it } from 'vitest'
import { publicJson, publicJsonMissing } from './public-json.ts'

const asked = (etag?: string) =>
  new Request(
    'https://ita.agency.example/api/v1/x',
    etag === undefined ? {} : { headers: { 'If-None-Match': etag } },
  )

describe('an answer of the public interface', () => {
  it('is JSON that the page of anybody may read, and that is kept as long as it is asked whether it changed', async () => {
    const answer = publicJson(asked(), { a: 'ก' })
    expect(answer.status).toBe(200)
    expect(await answer.json()).toEqual({ a: 'ก' })
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(answer.headers.get('cache-control')).toContain('must-revalidate')
  })

  it('is not sent again to who has it, and is to who has another', async () => {
    const etag = publicJson(asked(), { a: 1 }).headers.get('etag') ?? ''
    const again = publicJson(asked(`W/${etag}, "other"`), { a: 1 })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
    expect(publicJson(asked(etag), { a: 2 }).status).toBe(200)
  })

  it('says in both languages that there is none, and that is not kept', async () => {
    const answer = publicJsonMissing({ th: 'ไม่พบ', en: 'Nothing here' })
    expect(answer.status).toBe(404)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(await answer.json()).toEqual({ code: 'not-found', message: { th: 'ไม่พบ', en: 'Nothing here' } })
  })
})
