import { JSDOM } from 'jsdom'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAgency } from '../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { anEvidenceLink } from '../../../tests/support/evidence-builders.ts'
import { askOffice } from '../../../tests/support/office-screen.ts'
import type { TypedFields } from '../../web/visit.ts'
import * as evidencePage from './screens/evidence-page.tsx'
import { type EvidenceFiles, evidenceFilesContext } from './storing/evidence-files.server.ts'
import { evidenceUsesContext } from './uses-context.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

test('who mends a field, or comes back after a session ended, does not save a title over that of somebody else unawares', async () => {
  const ctx = await anAgency(database)
  const evidenceId = await anEvidenceLink(ctx, { title: 'แรก' })
  const ask = (given: Readonly<{ sent?: Record<string, string>; kept?: TypedFields }> = {}) =>
    askOffice(ctx, evidencePage, {
      address: `/office/evidence/${evidenceId}`,
      params: { evidenceId },
      roles: ['ita-coordinator'],
      hand: (context) => {
        context.set(evidenceUsesContext, async () => new Map())
        context.set(evidenceFilesContext, {} as EvidenceFiles)
      },
      ...given,
    })
  const formOf = (html: string): Record<string, string> =>
    Object.fromEntries(
      [
        ...new JSDOM(html).window.document.querySelectorAll<HTMLInputElement>(
          'form:has([name=seenVersion]) :is(input, textarea, select)[name]:not([type=checkbox])',
        ),
      ].map(({ name, value }) => [name, value]),
    )
  const opened = formOf((await ask()).html)
  expect(opened).toMatchObject({ act: 'change', title: 'แรก', seenVersion: '1' })
  expect((await ask({ sent: { ...opened, title: 'ของคนอื่น' } })).status).toBe(303)

  const mine = { ...opened, title: 'ของฉัน' }
  const wrong = await ask({ sent: { ...mine, evidenceDate: '31/2/2567' } })
  expect(wrong.status).toBe(422)
  const kept = await ask({ kept: Object.entries(mine) })
  for (const { html } of [wrong, kept]) {
    const shown = formOf(html)
    expect(shown).toMatchObject({ title: 'ของฉัน', seenVersion: '1' })
    const clash = await ask({ sent: { ...shown, evidenceDate: '' } })
    expect(clash.status).toBe(422)
    expect(clash.html).toContain('ของคนอื่น')
  }
  expect(formOf((await ask()).html).title).toBe('ของคนอื่น')
})
