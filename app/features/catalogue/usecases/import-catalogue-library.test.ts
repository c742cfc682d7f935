import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { parse, stringify } from 'yaml'
import { clockAt } from '../../../../tests/support/clock.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { itemRef } from '../../../kernel/item-ref.ts'
import type { Ctx, ProgramCtx } from '../../../platform/ctx.server.ts'
import { listenTo } from '../../../platform/db/listen.server.ts'
import { withAgency, withoutAgency } from '../../../platform/db/tenant.server.ts'
import { contentHash, sha256Hex } from '../../../platform/hash/content-hash.ts'
import { findAgencyByCode } from '../../people/index.server.ts'
import type { Catalogue, Framework } from '../catalogue.domain.ts'
import { catalogueErrorText } from '../catalogue.errors.ts'
import { catalogueFor, catalogueOfAgency } from '../catalogue.queries.server.ts'
import { loadCatalogue } from '../catalogue.store.server.ts'
import { catalogueStamp } from '../catalogue-stamp.server.ts'
import { exportLibrary } from '../library.server.ts'
import { findPart, type LibraryContent } from '../library-content.domain.ts'
import { findItem, frameworkOf } from '../lookup.domain.ts'
import { importCatalogueLibrary } from './import-catalogue-library.server.ts'

const own = loadCatalogue()
const O28 = itemRef(2568, 'O28')
let database: TestDatabase
let program: ProgramCtx
beforeAll(async () => {
  database = await freshDatabase()
  const now = clockAt('2025-03-01T03:00:00Z')
  program = { db: database.db, actor: { kind: 'command', name: 'tester' }, now }
})
afterAll(() => database.drop())

let agencies = 0
const newAgency = () => `agency-${++agencies}`
const bring = (agencyCode: string, text: string | Uint8Array, dryRun = false) =>
  importCatalogueLibrary(program, {
    agencyCode,
    file: { fileName: 'list.yaml', bytes: typeof text === 'string' ? Buffer.from(text) : text },
    dryRun,
  })

async function inside(agencyCode: string): Promise<Ctx> {
  const agency = await withoutAgency(database.db, (tx) => findAgencyByCode(tx, agencyCode))
  if (!agency) throw new Error(`no agency ${agencyCode}`)
  return { ...program, agency }
}

/** The framework of 2568 with another title of O28. */
const framework = frameworkOf(own, 2568) as Framework
const titled = (th: string): Framework => ({
  ...framework,
  items: framework.items.map((item) =>
    item.ref === O28 ? { ...item, title: { th, en: 'Corrected' } } : item,
  ),
})
const listOf = (changed: Framework) => exportLibrary({ kind: 'framework', framework: changed })
const titleIn = (catalogue: Catalogue) => findItem(catalogue, O28)?.title?.th

const rowsOfEverybody = async () => {
  const counts = ['agency', 'catalogue_library', 'audit_log'].map((name) => `(select count(*) from ${name})`)
  return Number((await database.owner.query(`select ${counts.join(' + ')} as rows`)).rows[0].rows)
}
const librariesOf = (ctx: Ctx) =>
  withAgency(database.db, ctx.agency.id, (tx) =>
    tx.selectFrom('catalogue_library').selectAll().orderBy('part').orderBy('version').execute(),
  )

describe('an agency brings a corrected list', () => {
  it('who has no role for it is refused, which the audit log keeps, and nothing else is written', async () => {
    const code = newAgency()
    await bring(code, listOf(titled('เดิม')))
    const ctx = await inside(code)
    const before = { ...(await librariesOf(ctx)) }
    const person = { kind: 'person', id: randomUUID(), name: 'สมชาย ตัวอย่าง' } as const
    const bringAs = (role: 'auditor' | 'administrator', agencyCode = code) =>
      importCatalogueLibrary(
        { ...program, actor: { ...person, roles: [{ role, unitId: null }] } },
        {
          agencyCode,
          file: { fileName: 'list.yaml', bytes: Buffer.from(listOf(titled('ใหม่'))) },
          dryRun: false,
        },
      )
    const refused = await bringAs('auditor')
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'permission.refused', act: 'catalogue-library.import', roles: ['administrator'] },
    })
    if (refused.ok) throw new Error('it was not refused')
    expect(catalogueErrorText(refused.error).th).toContain('ไม่มีสิทธิ์นำเข้ากรอบการประเมิน')
    expect({ ...(await librariesOf(ctx)) }).toEqual(before)
    const last = await withAgency(database.db, ctx.agency.id, (tx) =>
      tx.selectFrom('audit_log').selectAll().orderBy('seq', 'desc').limit(1).executeTakeFirstOrThrow(),
    )
    expect(last).toMatchObject({
      action: 'permission.refused',
      actor_id: person.id,
      object_id: 'catalogue-library.import',
    })
    const everything = await rowsOfEverybody()
    await bringAs('auditor', newAgency())
    expect(await rowsOfEverybody()).toBe(everything)
    expect(await bringAs('administrator')).toMatchObject({ ok: true, value: { status: 'saved', version: 2 } })
  })

  it('one that was kept before scales said where their scores come from is read as one that says nothing of it', async () => {
    const code = newAgency()
    const earlier = { ...(frameworkOf(own, 2564) as Framework), version: '2564.9' }
    await bring(code, listOf(earlier))
    const ctx = await inside(code)
    const scales = earlier.scales.map(({ scoring: _scoring, options, ...scale }) => ({
      ...scale,
      options: options.map(({ isExcluded: _isExcluded, ...option }) => option),
    }))
    const asKeptThen = {
      id: randomUUID(),
      version: 2,
      supersedes: (await librariesOf(ctx))[0]?.id,
      content_hash: 'a'.repeat(64),
      content: { kind: 'framework', framework: { ...earlier, scales } },
    }
    await database.owner.query(
      `insert into catalogue_library
       select (jsonb_populate_record(kept, $1)).* from catalogue_library kept where agency_id = $2`,
      [JSON.stringify(asKeptThen), ctx.agency.id],
    )
    expect(frameworkOf(await catalogueFor(ctx), 2564)).toEqual(earlier)
    expect(await bring(code, listOf(earlier))).toMatchObject({ ok: true, value: { status: 'unchanged' } })
  })

  it('it is kept as brought, with what it says of itself, and an entry in the audit log', async () => {
    const code = newAgency()
    const text = `\ufeff# จากสำนักงาน\n${listOf(titled('ถ้อยคำแก้ไข')).replace('packager:', 'provider: ป.ป.ช.\npackager:')}`
    const brought = await bring(code, text)
    const hash = contentHash({ kind: 'framework', framework: titled('ถ้อยคำแก้ไข') })
    expect(brought).toMatchObject({
      ok: true,
      value: {
        status: 'saved',
        part: '2568',
        version: 1,
        contentHash: hash,
        counts: { items: framework.items.length, pairs: 0 },
        differences: {
          added: [],
          removed: [],
          changed: [{ row: '2568:O28', fields: ['title'], reworded: true, certainty: null }],
          head: [],
          lostPairs: [],
        },
      },
    })
    const ctx = await inside(code)
    const [kept] = await librariesOf(ctx)
    expect(kept).toMatchObject({
      part: '2568',
      version: 1,
      urn: 'urn:prongsai:risk:library:ita-2568',
      ref_id: 'ITA-2568',
      library_version: 1,
      provider: 'ป.ป.ช.',
      file_name: 'list.yaml',
      yaml: text,
      sha256: sha256Hex(text),
      content_hash: hash,
      imported_at: new Date('2025-03-01T03:00:00Z'),
      imported_by: 'tester',
      supersedes: null,
    })
    const audit = await withAgency(database.db, ctx.agency.id, (tx) =>
      tx.selectFrom('audit_log').selectAll().execute(),
    )
    expect(audit).toMatchObject([
      {
        action: 'catalogue-library.imported',
        actor_name: 'tester',
        object_kind: 'catalogue-library',
        object_id: kept?.id,
        detail: { part: '2568', version: 1, contentHash: hash, fileSha256: sha256Hex(text), replaces: null },
      },
    ])
  })

  it('its own pages show it; those of another agency, and of nobody yet, do not', async () => {
    const [mine, theirs] = [newAgency(), newAgency()]
    await bring(mine, listOf(titled('ของเรา')))
    await bring(theirs, listOf(titled('ของเขา')))
    expect(titleIn(await catalogueFor(await inside(mine)))).toBe('ของเรา')
    expect(titleIn(await catalogueFor(await inside(theirs)))).toBe('ของเขา')
    expect(titleIn(await catalogueOfAgency(program, mine))).toBe('ของเรา')
    expect(await catalogueOfAgency(program, newAgency())).toBe(own)
    expect(
      await withAgency(
        database.db,
        (await inside(theirs)).agency.id,
        async (tx) => (await tx.selectFrom('catalogue_library').select('content_hash').execute()).length,
      ),
    ).toBe(1)
  })

  it('everything that it does not hold stays, and the same lists give the same catalogue', async () => {
    const [mine, theirs] = [newAgency(), newAgency()]
    for (const code of [mine, theirs]) await bring(code, listOf(titled('เดียวกัน')))
    const catalogue = await catalogueFor(await inside(mine))
    expect(await catalogueFor(await inside(theirs))).toBe(catalogue)
    expect(catalogue.crosswalk).toEqual(own.crosswalk)
    expect(catalogue.frameworks.filter(({ year }) => year !== 2568)).toEqual(
      own.frameworks.filter(({ year }) => year !== 2568),
    )
    expect(catalogueStamp(catalogue).hash).not.toBe(catalogueStamp(own).hash)
    expect(catalogueStamp(own).frameworks['2568']).toBe(framework.version)
  })

  it('a correction of the correction is version 2, and version 1 stays', async () => {
    const code = newAgency()
    await bring(code, listOf(titled('หนึ่ง')))
    expect(await bring(code, listOf(titled('สอง')))).toMatchObject({ value: { status: 'saved', version: 2 } })
    const ctx = await inside(code)
    const [first, second] = await librariesOf(ctx)
    expect([first?.version, second?.version, second?.supersedes]).toEqual([1, 2, first?.id])
    expect(titleIn(await catalogueFor(ctx))).toBe('สอง')
    // Back to the program's own wording is a version too.
    expect(await bring(code, listOf(framework))).toMatchObject({ value: { status: 'saved', version: 3 } })
    expect(await catalogueFor(ctx)).toEqual(own)
  })

  it('what stands already changes nothing, however the file is written', async () => {
    const code = newAgency()
    const text = listOf(titled('เดิม'))
    await bring(code, text)
    const before = await rowsOfEverybody()
    expect(await bring(code, text)).toMatchObject({ value: { status: 'unchanged', version: 1 } })
    expect(await bring(code, stringify(parse(text), { indent: 4 }))).toMatchObject({
      value: { status: 'unchanged' },
    })
    expect(await rowsOfEverybody()).toBe(before)
    expect(await bring(newAgency(), listOf(framework))).toMatchObject({
      value: { status: 'unchanged', version: null },
    })
  })

  it('a dry run says the same and writes nothing, not even the agency', async () => {
    const before = await rowsOfEverybody()
    const dry = await bring(newAgency(), listOf(titled('ลอง')), true)
    expect(dry).toMatchObject({
      value: { status: 'not-saved', version: null, differences: { changed: [{ row: '2568:O28' }] } },
    })
    expect(await rowsOfEverybody()).toBe(before)
  })

  it('of several imports at once each is a version of its own, and the same ones agree', async () => {
    const code = newAgency()
    const titles = ['ก', 'ข', 'ก', 'ข', 'ค']
    const results = await Promise.all(titles.map((title) => bring(code, listOf(titled(title)))))
    expect(results.every((result) => result.ok)).toBe(true)
    const versions = (await librariesOf(await inside(code))).map(({ version }) => version)
    expect(versions).toEqual(versions.map((_, index) => index + 1))
    expect(versions.length).toBeGreaterThanOrEqual(3)
  })

  it('every process hears that what is published has changed, and nothing of what changed nothing', async () => {
    const code = newAgency()
    // That an agency is founded is told, too.
    await bring(code, listOf(framework))
    let heard = 0
    const stop = await listenTo(database.address, 'published', () => {
      heard += 1
    })
    await bring(code, listOf(titled('ก')), true)
    await bring(code, listOf(framework))
    await bring(code, listOf(titled('ข')))
    await vi.waitFor(() => expect(heard).toBe(1))
    await bring(code, listOf(titled('ค')))
    await vi.waitFor(() => expect(heard).toBe(2))
    await stop()
  })

  it('what is saved cannot be changed or removed, by the program or by its owner', async () => {
    const code = newAgency()
    await bring(code, listOf(titled('คงอยู่')))
    const { agency } = await inside(code)
    const change = withAgency(database.db, agency.id, (tx) =>
      tx.updateTable('catalogue_library').set({ yaml: '' }).execute(),
    )
    await expect(change).rejects.toThrow(/permission denied/)
    const remove = withAgency(database.db, agency.id, (tx) => tx.deleteFrom('catalogue_library').execute())
    await expect(remove).rejects.toThrow(/permission denied/)
    await expect(database.owner.query('truncate catalogue_library cascade')).rejects.toThrow(/append-only/)
  })

  it('every part of the catalogue goes out and comes back as it was', async () => {
    const code = newAgency()
    const title = { th: 'ก', en: 'a' }
    const crosswalk = findPart(own, '2567-2568') as LibraryContent & { kind: 'crosswalk' }
    const [first, ...rest] = crosswalk.crosswalk.pairs
    const pairs = [{ ...first!, certainty: 'sourced' as const, rationale: title }, ...rest]
    const changed: LibraryContent = { kind: 'crosswalk', crosswalk: { ...crosswalk.crosswalk, pairs } }
    expect(await bring(code, exportLibrary(changed))).toMatchObject({
      value: {
        part: '2567-2568',
        counts: { pairs: pairs.length, items: 0 },
        differences: { changed: [{ reworded: true }] },
      },
    })
    const catalogue = await catalogueFor(await inside(code))
    expect(findPart(catalogue, '2567-2568')).toEqual(changed)
    expect(
      await bring(code, exportLibrary(findPart(catalogue, '2567-2568') as LibraryContent)),
    ).toMatchObject({
      value: { status: 'unchanged' },
    })
  })
})

describe('a list that changes more than words', () => {
  it('items added, removed and surer are named, and pairs that point nowhere are left out', async () => {
    const code = newAgency()
    const gone = framework.items.find(({ ref }) => own.crosswalk.some((pair) => pair.to === ref))!
    const items = framework.items
      .filter((item) => item !== gone)
      .map((item) => (item.ref === O28 ? { ...item, certainty: 'unverified' as const } : item))
    const added = { ...gone, ref: itemRef(2568, 'O99'), code: 'O99' }
    const brought = await bring(code, listOf({ ...framework, items: [...items, added], levels: [] }))
    const lost = own.crosswalk.filter(({ from, to }) => from === gone.ref || to === gone.ref)
    expect(brought).toMatchObject({
      value: {
        differences: {
          added: ['2568:O99'],
          removed: [gone.ref],
          changed: [
            { row: '2568:O28', certainty: { before: 'sourced', after: 'unverified' }, reworded: false },
          ],
          head: ['levels'],
        },
      },
    })
    expect(brought.ok && brought.value.differences.lostPairs).toHaveLength(lost.length)
    const catalogue = await catalogueFor(await inside(code))
    expect(catalogue.crosswalk).toHaveLength(own.crosswalk.length - lost.length)
  })

  it('a framework of a new year stands beside the others, then the crosswalk to it', async () => {
    const code = newAgency()
    const text = listOf(framework).replaceAll('2568', '2570')
    expect(await bring(code, text)).toMatchObject({
      value: { part: '2570', version: 1, differences: { removed: [] } },
    })
    const pairs = exportLibrary(findPart(own, '2568-2569') as LibraryContent)
      .replaceAll('2569', '2570')
      .replaceAll('2568', '2569')
    expect(await bring(code, pairs)).toMatchObject({ ok: false, error: { code: 'library.wrong-shape' } })
    const one = parse(pairs)
    const mappings = one.objects.requirement_mapping_set.requirement_mappings
    one.objects.requirement_mapping_set.requirement_mappings = [
      {
        ...mappings[0],
        source_requirement_urn: 'urn:x:ita-2569:o26',
        target_requirement_urn: 'urn:x:ita-2570:o28',
        annotation: null,
      },
    ]
    expect(await bring(code, stringify(one))).toMatchObject({
      value: { part: '2569-2570', differences: { added: ['2569:O26 → 2570:O28'] } },
    })
    expect(await bring(newAgency(), stringify(one))).toMatchObject({
      ok: false,
      error: { code: 'library.unknown-year', detail: '2570' },
    })
  })
})

describe('what is refused, with file, line and remedy, and nothing is written', () => {
  const good = listOf(framework)
  const bomb = ['urn: &a0 [x, x, x, x, x, x, x, x, x]']
  for (let level = 1; level < 10; level += 1)
    bomb.push(
      `a${level}: &a${level} [${Array(9)
        .fill(`*a${level - 1}`)
        .join(', ')}]`,
    )
  const lineOf = (part: string) => good.slice(0, good.indexOf(part)).split('\n').length

  it.each<[string, string | Uint8Array, string, number | null]>([
    ['half a line', good.replace('ref_id: ITA-2568', 'ref_id: [ITA-2568'), 'library.not-yaml', 4],
    ['a bomb of aliases', bomb.join('\n'), 'library.too-many-aliases', null],
    ['a shape of its own', 'urn: x\nobjects:\n  - 1\n', 'library.wrong-shape', null],
    ['a code that is none', good.replace('ref_id: O28', 'ref_id: X28'), 'library.wrong-shape', lineOf('O28')],
    ['no year', good.replaceAll('ref_id: ITA-2568', 'ref_id: ITA'), 'library.wrong-shape', 13],
    ['an item twice', good.replace('ref_id: O27', 'ref_id: O28'), 'library.contradiction', null],
    [
      'an unknown concept',
      good.replace('integrity_report', 'integrity_rapport'),
      'library.contradiction',
      null,
    ],
    ['a zero character', good.replace('packager: prongsai', 'packager: prong\0sai'), 'library.not-yaml', 6],
    [
      'a hidden zero character',
      good.replace('packager: prongsai', 'packager: "prong\\0sai"'),
      'library.wrong-shape',
      6,
    ],
    ['half a letter', good.replace('name: การ', 'name: "\\ud800" #'), 'library.wrong-shape', 4],
    [
      'another encoding',
      Buffer.concat([Buffer.from(good), Buffer.from([0xa1, 0xd2])]),
      'library.not-utf8',
      null,
    ],
    ['too large', `${good}# ${'x'.repeat(1024 * 1024)}`, 'library.too-large', null],
  ])('%s', async (_, text, code, line) => {
    const before = await rowsOfEverybody()
    const refused = await bring(newAgency(), text)
    expect(refused).toMatchObject({ ok: false, error: { code, fileName: 'list.yaml' } })
    if (refused.ok) return
    if (line !== null) expect(refused.error).toMatchObject({ line })
    const sentences = catalogueErrorText(refused.error)
    for (const sentence of [sentences.th, sentences.en]) expect(sentence).toMatch(/^list\.yaml/)
    expect(sentences.th).toMatch(/โปรด/)
    expect(await rowsOfEverybody()).toBe(before)
  })

  it('a row that contradicts is named with its line', async () => {
    const refused = await bring(newAgency(), good.replace('ref_id: O27', 'ref_id: O28'))
    expect(refused).toMatchObject({ error: { path: '2568:o28' } })
    expect(!refused.ok && 'line' in refused.error && refused.error.line).toBeGreaterThan(
      lineOf('ref_id: O26'),
    )
  })

  it('an agency code that is none', async () => {
    expect(await bring('ไทย', good)).toMatchObject({
      ok: false,
      error: { code: 'catalogue.bad-agency-code' },
    })
  })
})
