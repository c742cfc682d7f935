import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { withChoices, withoutTheirs } from '../web/choices.ts'
import { ClashChoice } from './clash-choice.tsx'

const AT = new Date('2024-03-13T07:05:00Z')
const TYPED = [
  ['act', 'save'],
  ['seenVersion', '1'],
  ['title', 'ชื่อ "ของ" <ฉัน>'],
  ['unitIds', 'a'],
  ['unitIds', 'b'],
  ['note', 'เดิม'],
  ['choice.title', 'mine'],
] as const

const shown = (lang: 'th' | 'en' = 'th') =>
  renderToStaticMarkup(
    <ClashChoice
      lang={lang}
      clash={{ version: 3, untouched: ['note'], last: { byName: 'สมหญิง', at: AT } }}
      fields={[{ name: 'title', label: 'ชื่อ', seen: null, theirs: 'ของเขา', mine: 'ของฉัน' }]}
      typed={TYPED}
    />,
  )

/** The form as a browser sends it when the other's version or one's own was chosen. */
function sent(title: 'mine' | 'theirs'): FormData {
  const form = new FormData()
  for (const [, attributes = ''] of shown().matchAll(/<input type="hidden" ([^>]*)>/g)) {
    const [, name = '', value = ''] = /name="([^"]*)" value="([^"]*)"/.exec(attributes) ?? []
    form.append(name, value.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>'))
  }
  form.append('choice.title', title)
  return form
}

describe('the choice between two versions', () => {
  it('shows both sides, who changed it and when, and neither is chosen beforehand', () => {
    expect(shown()).toContain('สมหญิง แก้ไขเมื่อ 13 มีนาคม 2567 14:05 น.')
    expect(shown('en')).toContain('สมหญิง changed it on 13 March 2024 (B.E. 2567) 14:05.')
    const radios = shown().match(/<input type="radio"[^>]*>/g)
    expect(radios).toHaveLength(2)
    for (const radio of radios ?? []) {
      expect(radio).toContain('required')
      expect(radio).not.toContain('checked')
    }
    expect(shown()).toContain('<p class="muted">ว่าง</p>')
  })

  it('sends the whole form again with the version that stands now', () => {
    const form = sent('mine')
    expect(form.getAll('seenVersion')).toEqual(['3'])
    expect(form.getAll('title')).toEqual(['ชื่อ "ของ" <ฉัน>'])
    expect(form.getAll('unitIds')).toEqual(['a', 'b'])
    expect(form.getAll('act')).toEqual(['save'])
    expect(form.getAll('choice.title')).toEqual(['mine'])
  })
})

describe('what is read of a choice', () => {
  const inputsOf = { title: ['title'], units: ['unitIds'], note: ['note'] }

  it('one’s own version is sent, and what was not touched is left to the other', () => {
    const chosen = withChoices(sent('mine'), inputsOf)
    expect([...chosen.keys()].toSorted()).toEqual(['act', 'seenVersion', 'title', 'unitIds', 'unitIds'])
  })

  it('the other’s version leaves every input of the field out', () => {
    const form = sent('theirs')
    form.set('choice.units', 'theirs')
    expect([...withChoices(form, inputsOf).keys()].toSorted()).toEqual(['act', 'seenVersion'])
    expect(withoutTheirs(form, { title: 'ก', units: ['a'], extra: 1 })).toEqual({ extra: 1 })
  })

  it('a form without a choice stays as it is', () => {
    const form = new FormData()
    form.append('title', 'ก')
    expect([...withChoices(form, inputsOf)]).toEqual([['title', 'ก']])
  })
})
