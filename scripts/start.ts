import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { readConfig } from '../app/platform/config/config.server.ts'
import { projectRoot } from '../app/platform/project-root.server.ts'
import { ensureBuilt } from './ensure-built.ts'

/** `npm start`: the production server, from the environment; stops gently on SIGTERM and SIGINT. */
type ServerModule = typeof import('../app/server.ts')

export async function start(env: NodeJS.ProcessEnv): Promise<{ address: string; stop: () => Promise<void> }> {
  const config = readConfig(env)
  if (!config.ok) {
    for (const fault of config.error)
      console.error(`${fault.setting}: ${fault.message.th} / ${fault.message.en}`)
    process.exit(2)
  }
  await ensureBuilt()
  const bundle = pathToFileURL(path.join(projectRoot, 'build', 'server', 'index.js')).href
  const { startServer } = (await import(bundle)) as ServerModule
  const running = await startServer(config.value).catch((error) => {
    // The sentence for whoever starts the program, where there is one.
    console.error(error.text ? `${error.text.th}\n${error.text.en}` : error)
    process.exit(3)
  })
  let stopping = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      if (stopping) process.exit(1)
      stopping = true
      void running.stop().then(() => process.exit(0))
    })
  return running
}

if (import.meta.main) {
  const { address } = await start(process.env)
  console.log(`พร้อมใช้งาน / ready  ${address}`)
}
