import { getRequestListener } from '@hono/node-server'
import { reactRouter } from '@react-router/dev/vite'
import { defineConfig, type Plugin, type RunnableDevEnvironment } from 'vite'

/** `npm run dev` with the program's own server in front: the same headers and addresses as in production. */
const outerServer = (): Plugin => ({
  name: 'outer-server',
  apply: 'serve',
  configureServer(server) {
    return () =>
      void server.middlewares.use(async (req, res, next) => {
        try {
          if (req.originalUrl !== undefined) req.url = req.originalUrl
          const ssr = server.environments.ssr as RunnableDevEnvironment
          const { developmentApp } = await ssr.runner.import('./app/server.ts')
          await getRequestListener((await developmentApp()).fetch, { overrideGlobalObjects: false })(req, res)
        } catch (error) {
          next(error)
        }
      })
  },
})

// Native programs cannot be bundled: they are loaded from node_modules at run time.
const NATIVE = [
  '@myriaddreamin/typst-ts-node-compiler',
  '@node-rs/argon2',
  '@resvg/resvg-js',
  'sodium-native',
]

export default defineConfig(({ command }) => ({
  plugins: [outerServer(), reactRouter()],
  build: { assetsInlineLimit: 0 },
  // What is built is for work: without this the server would carry and run React as it is for development.
  ...(command === 'build' ? { define: { 'process.env.NODE_ENV': '"production"' } } : {}),
  ssr: command === 'build' ? { noExternal: true, external: NATIVE } : {},
  environments: {
    ssr: {
      build: {
        rollupOptions: {
          input: './app/server.ts',
          // The server keeps its own text in memory: what packages say about themselves to programmers is left out.
          output: { comments: { jsdoc: false, annotation: false } },
        },
      },
    },
  },
}))
