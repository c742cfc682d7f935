import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { projectRoot } from '../app/platform/project-root.server.ts'
import { buildGuide } from './guide/build-site.ts'
import { PICTURE_FOLDER } from './guide/guide-pictures.ts'

/**
 * `npm run guide`: the guide of `docs/guide` as a site in `build/guide`, which the program serves at /guide/ and which can be
 * read from a disk. `--pictures` takes the pictures of its screens first, by the journey that walks them.
 */
const JOURNEY = 'tests/journeys/guide-pictures.spec.ts'

if (process.argv.includes('--pictures')) {
  const playwright = path.join(projectRoot, 'node_modules', '@playwright', 'test', 'cli.js')
  const taken = spawnSync(process.execPath, [playwright, 'test', JOURNEY, '--project=script-on'], {
    cwd: projectRoot,
    stdio: 'inherit',
  })
  if (taken.status !== 0) process.exit(taken.status ?? 3)
}
const out = path.join(projectRoot, 'build', 'guide')
const pages = buildGuide({ out, pictures: PICTURE_FOLDER })
console.log(`${pages.length} pages in ${path.relative(projectRoot, out)}`)
