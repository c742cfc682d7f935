import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SETTINGS } from '../../app/platform/config/settings.table.ts'
import { cliTh } from '../../cli/text/cli.th.ts'
import { type InterfaceWords, interfaceWords } from '../../tests/support/interface-words.ts'
import { buildGuide } from './build-site.ts'
import { writePage } from './guide-markdown.ts'
import { type GuidePage, LANGUAGES, readGuide, textOf } from './guide-source.ts'
import { guideEn } from './guide-words.en.ts'
import { guideTh } from './guide-words.th.ts'

const out = mkdtempSync(path.join(os.tmpdir(), 'prongsai-guide-site-'))
const NO_PICTURES = path.join(out, 'none')
const thai = readGuide('th')
const english = readGuide('en')
const pages = [...thai, ...english]
let files: readonly string[]
let words: readonly InterfaceWords[]

beforeAll(async () => {
  files = buildGuide({ out, pictures: NO_PICTURES })
  words = await interfaceWords()
})
afterAll(() => rmSync(out, { recursive: true, force: true }))

const named = ({ lang, name }: GuidePage) => `${lang}/${name}`
const labelsOf = (page: GuidePage) =>
  writePage(page, page.lang === 'th' ? guideTh : guideEn, NO_PICTURES).labels

/** The code of a page: `block` is one that stands by itself. */
function codeOf(page: GuidePage, kinds: readonly string[]): readonly string[] {
  const found: string[] = []
  const visit = (node: { type: string; value?: string; children?: readonly unknown[] }) => {
    if (kinds.includes(node.type)) found.push(node.value ?? '')
    for (const child of node.children ?? []) visit(child as typeof node)
  }
  visit(page.tree)
  return found
}

describe('what the guide names exists', () => {
  test('both languages have the same pages in the same order', () => {
    expect(english.map(({ name }) => name)).toEqual(thai.map(({ name }) => name))
    expect(thai.length).toBeGreaterThan(30)
  })

  test('every word in a frame stands on a screen of the program, in the language of the page', () => {
    const known = { th: new Set(words.map(({ th }) => th)), en: new Set(words.map(({ en }) => en)) }
    const unknown = pages.flatMap((page) =>
      labelsOf(page)
        .filter((label) => !known[page.lang].has(label))
        .map((label) => `${named(page)}: ${label}`),
    )
    expect(unknown).toEqual([])
  })

  test('a page in English names the same buttons, fields and menus as the page in Thai', () => {
    const different = thai.flatMap((page, at) => {
      const other = english[at]
      const there = new Set(other ? labelsOf(other) : [])
      return labelsOf(page)
        .filter((label) => !words.some(({ th, en }) => th === label && there.has(en)))
        .map((label) => `${page.name}: ${label}`)
    })
    expect(different).toEqual([])
  })

  test('every command of the program is one of those that it explains', () => {
    const unknown = pages.flatMap((page) =>
      codeOf(page, ['code', 'inlineCode'])
        .flatMap((code) =>
          [...code.matchAll(/(?:npx |^)prongsai ([a-z][a-z-]+)/gm)].map(([, command = '']) => command),
        )
        .filter((command) => !new RegExp(`^  prongsai ${command}\\b`, 'm').test(cliTh.usage))
        .map((command) => `${named(page)}: ${command}`),
    )
    expect(unknown).toEqual([])
  })

  test('every npm script is one of the project', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
    const unknown = pages.flatMap((page) =>
      codeOf(page, ['code', 'inlineCode'])
        .flatMap((code) => [...code.matchAll(/\bnpm run ([a-z:-]+)/g)].map(([, script = '']) => script))
        .filter((script) => !(script in scripts))
        .map((script) => `${named(page)}: ${script}`),
    )
    expect(unknown).toEqual([])
  })

  test('every setting is one of the program', () => {
    const known = new Set<string>(SETTINGS.map(({ name }) => name))
    const unknown = pages.flatMap((page) =>
      codeOf(page, ['inlineCode'])
        .map((code) => /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+(?==|$)/.exec(code)?.[0] ?? '')
        .filter((setting) => setting !== '' && !known.has(setting))
        .map((setting) => `${named(page)}: ${setting}`),
    )
    expect(unknown).toEqual([])
  })

  test('every file and folder of the project that it names is there', () => {
    const paths = /^(?:app|cli|db|docs|tests|scripts|deploy)\/[\w./-]+$|^[\w-]+\.cjs$/
    const gone = pages.flatMap((page) =>
      codeOf(page, ['inlineCode'])
        .filter((code) => paths.test(code) && !existsSync(code))
        .map((code) => `${named(page)}: ${code}`),
    )
    expect(gone).toEqual([])
  })
})

describe('the site', () => {
  const html = (file: string) => readFileSync(path.join(out, file), 'utf8')
  const attributes = (text: string, name: string) =>
    [...text.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].map(([, value = '']) =>
      value.replaceAll('&amp;', '&'),
    )

  test('every link leads to a page, an anchor or a file that is there', () => {
    const dead = files.flatMap((file) =>
      [...attributes(html(file), 'href'), ...attributes(html(file), 'src')]
        .filter((address) => !/^https?:/.test(address))
        .filter((address) => {
          const [target = '', anchor] = address.split('#')
          const there = target === '' ? file : path.posix.join(path.posix.dirname(file), target)
          if (!existsSync(path.join(out, there))) return true
          return anchor !== undefined && !attributes(html(there), 'id').includes(decodeURIComponent(anchor))
        })
        .map((address) => `${file}: ${address}`),
    )
    expect(files.length).toBeGreaterThan(60)
    expect(dead).toEqual([])
  })

  test('every page has one title, no id twice, no script, and leads to the same page in the other language', () => {
    for (const file of files) {
      const text = html(file)
      expect(text.match(/<h1>/g), file).toHaveLength(1)
      expect(text, file).not.toMatch(/<script|javascript:/)
      const ids = attributes(text, 'id')
      expect(new Set(ids).size, file).toBe(ids.length)
      const other = file.replace(/^(th|en)\//, (_, lang) => (lang === 'th' ? 'en/' : 'th/'))
      expect(files, file).toContain(other)
    }
  })

  test('every page can be reached from the first one', () => {
    const seen = new Set<string>()
    const visit = (file: string) => {
      if (seen.has(file)) return
      seen.add(file)
      for (const address of attributes(html(file), 'href').filter((one) => /^[^:#]+\.html/.test(one)))
        visit(path.posix.join(path.posix.dirname(file), address.replace(/#.*$/, '')))
    }
    visit('index.html')
    expect([...files].sort()).toEqual([...seen].sort())
  })

  test('a picture that nobody took is told in words', () => {
    expect(html('th/coordinator/index.html')).toMatch(/<p class="no-picture"><strong>/)
    expect(html('th/coordinator/index.html')).not.toContain('<img')
  })
})

describe('its words', () => {
  test('no sentence of a Thai page is left in English', () => {
    const left = thai.flatMap((page) =>
      prose(page)
        .filter((text) => /(?:\b[a-z]+\b[\s,]+){5}[a-z]+/.test(text))
        .map((text) => `${page.name}: ${text.slice(0, 80)}`),
    )
    expect(left).toEqual([])
  })

  test('no page in English speaks Thai outside of commands', () => {
    const left = english.flatMap((page) =>
      prose(page)
        .filter((text) => /[\u0e01-\u0e5b]/u.test(text))
        .map((text) => `${page.name}: ${text.slice(0, 80)}`),
    )
    expect(left).toEqual([])
  })

  /** Paragraphs, cells and headings without their code. */
  function prose(page: GuidePage): readonly string[] {
    const found: string[] = []
    const visit = (node: { type: string; children?: readonly unknown[] }) => {
      const children = (node.children ?? []) as readonly (typeof node)[]
      if (['paragraph', 'heading', 'tableCell'].includes(node.type))
        found.push(
          children
            .filter(({ type }) => type !== 'inlineCode')
            .map(textOf)
            .join(' '),
        )
      else for (const child of children) visit(child)
    }
    visit(page.tree)
    return found
  }
})

test('`npm run guide` builds the guide and says where', () => {
  const said = execFileSync(process.execPath, ['scripts/build-guide.ts'], { encoding: 'utf8' })
  expect(said).toMatch(/^\d+ pages in build\/guide$/m)
  for (const lang of LANGUAGES) expect(existsSync(`build/guide/${lang}/index.html`)).toBe(true)
})
