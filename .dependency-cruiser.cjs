/** The law of the house: what may import what. `npm run check` reads it out on every commit. */
const graph = require('./feature-graph.cjs')

// Pure files: rules and types. They may name the pure front doors of rooms that the graph allows.
const PURE = '(\\.(domain|policy|errors|table)|\\.th|\\.en|text/index)\\.ts$'
const FRONT_DOOR = 'index(\\.server|\\.parts)?\\.ts$'
const TEST = '\\.test\\.tsx?$|^tests/'
const LANGUAGE = '^app/i18n/language\\.ts$'

const rooms = Object.entries(graph).map(([room, mayCall]) => ({
  name: `room-${room}`,
  comment: `${room} may call: ${mayCall.join(', ') || 'no other room'}`,
  severity: 'error',
  from: { path: `^app/features/${room}/`, pathNot: TEST },
  to: { path: '^app/features/', pathNot: [room, ...mayCall].map((name) => `^app/features/${name}/`) },
}))

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'kernel-is-pure',
      comment: 'kernel imports kernel only; decimal.ts wraps big.js so that nobody else need',
      severity: 'error',
      from: { path: '^app/kernel/', pathNot: TEST },
      to: { pathNot: ['^app/kernel/', 'node_modules/big\\.js/'] },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      from: { path: `^app/features/([^/]+)/.*${PURE}`, pathNot: TEST },
      to: {
        pathNot: ['^app/kernel/', LANGUAGE, `^app/features/$1/.*${PURE}`, '^app/features/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'pure-front-door',
      severity: 'error',
      from: { path: '^app/features/([^/]+)/index\\.ts$' },
      to: { pathNot: ['^app/kernel/', LANGUAGE, `^app/features/$1/.*${PURE}`] },
    },
    {
      name: 'front-door-only',
      severity: 'error',
      from: { path: '^app/features/([^/]+)/', pathNot: TEST },
      to: {
        path: '^app/features/[^/]+/',
        pathNot: ['^app/features/$1/', `^app/features/[^/]+/${FRONT_DOOR}`],
      },
    },
    {
      name: 'command-line-uses-front-doors',
      severity: 'error',
      from: { path: '^(cli|bench|proof)/', pathNot: TEST },
      to: { path: '^app/features/[^/]+/', pathNot: `^app/features/[^/]+/${FRONT_DOOR}` },
    },
    {
      name: 'screens-do-not-touch-tables',
      severity: 'error',
      from: { path: '/(screens|parts)/' },
      to: { path: '\\.repo\\.server\\.ts$|^app/platform/db/|node_modules/kysely/' },
    },
    {
      name: 'only-repos-and-queries-speak-sql',
      severity: 'error',
      from: { path: '^app/', pathNot: [TEST, '\\.(repo|queries)\\.server\\.ts$', '^app/platform/'] },
      to: { path: 'node_modules/(kysely|pg)/' },
    },
    {
      name: 'one-use-case-does-not-call-another',
      severity: 'error',
      from: { path: '^app/features/.+/usecases/', pathNot: TEST },
      to: { path: '^app/features/.+/usecases/' },
    },
    {
      name: 'ground-floor-knows-no-room',
      severity: 'error',
      from: { path: '^app/(kernel|platform|web|ui|i18n)/', pathNot: TEST },
      to: { path: '^app/features/' },
    },
    {
      name: 'work-knows-no-http',
      severity: 'error',
      from: { path: '^app/platform/|/usecases/|\\.(repo|queries)\\.server\\.ts$', pathNot: TEST },
      to: { path: '^app/(web|ui)/|node_modules/(react|react-dom|react-router)/' },
    },
    {
      name: 'nobody-imports-a-screen',
      severity: 'error',
      from: { path: '^app/', pathNot: [TEST, '^app/routes\\.ts$'] },
      to: { path: '/screens/' },
    },
    {
      name: 'scripts-stand-alone',
      comment: 'what runs in a browser may share pure files with the server, nothing else',
      severity: 'error',
      from: { path: '\\.script\\.ts$' },
      to: { path: '\\.server\\.ts$|\\.tsx$' },
    },
    {
      name: 'no-tests-in-the-house',
      severity: 'error',
      from: { path: '^(app|cli)/', pathNot: TEST },
      to: { path: TEST },
    },
    {
      name: 'no-lost-files',
      severity: 'error',
      from: {
        orphan: true,
        path: '^app/',
        pathNot: ['\\.d\\.ts$', '^app/(root|routes|entry)', '/screens/', TEST],
      },
      to: {},
    },
    ...rooms,
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\+types/|^build/' },
    enhancedResolveOptions: { conditionNames: ['import', 'types', 'default'], exportsFields: ['exports'] },
  },
}
