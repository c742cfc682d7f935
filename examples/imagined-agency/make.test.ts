import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { imaginedFiles } from './make.ts'

test('the files of the invented agency are what its generator makes', () => {
  const files = imaginedFiles()
  expect([...files.keys()]).toContain('answers-2567.csv')
  for (const [name, content] of files)
    expect(content === readFileSync(path.join(import.meta.dirname, name), 'utf8'), name).toBe(true)
})
