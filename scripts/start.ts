import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { keepCompiledCode } from '../app/platform/compile-cache.server.ts'
import { type Config, readConfig } from '../app/platform/config/config.server.ts'
import { projectRoot } from '../app/platform/project-root.server.ts'
import { ensureBuilt } from './ensure-built.ts'

type ServerModule = typeof import('../app/server.ts')
type RunningServer = Awaited<ReturnType<ServerModule['startServer']>>
type Words = Readonly<{ th: string; en: string }>

/** The production server, from the environment; stops gently on SIGTERM and SIGINT. */
export async function start(env: NodeJS.ProcessEnv): Promise<RunningServer> {
  const config = readConfig(env)
  if (!config.ok) {
    for (const fault of config.error)
      console.error(`${fault.setting}: ${fault.message.th} / ${fault.message.en}`)
    process.exit(2)
  }
  await ensureBuilt()
  keepCompiledCode()
  const bundle = pathToFileURL(path.join(projectRoot, 'build', 'server', 'index.js')).href
  const { startServer } = (await import(bundle)) as ServerModule
  const running = await startServer(config.value).catch((error) => {
    // The sentence for whoever starts the program, where there is one.
    const words: Words | undefined = error.text ?? noPort(error, config.value)
    console.error(words ? `${words.th}\n${words.en}` : error)
    process.exit(3)
  })
  let stopping = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      if (stopping) process.exit(1)
      stopping = true
      running.stop().then(
        () => process.exit(0),
        (error) => {
          console.error(error)
          process.exit(3)
        },
      )
    })
  for (const [fault, event] of FAULTS)
    process.on(fault, (error: unknown) => {
      if (stopping) process.exit(1)
      stopping = true
      setTimeout(() => process.exit(1), LONGEST_FAREWELL_MS).unref()
      // Whatever supervises the program starts it again.
      running.stopFailed(error, event).finally(() => process.exit(1))
    })
  return running
}

const LONGEST_FAREWELL_MS = 15_000
const FAULTS = [
  ['uncaughtException', 'uncaught-exception'],
  ['unhandledRejection', 'unhandled-rejection'],
] as const

/** Why the port cannot be had, and what to do; undefined for any other error. */
function noPort(error: NodeJS.ErrnoException & { port?: number }, config: Config): Words | undefined {
  const { code, syscall } = error
  const { host } = config
  if (syscall !== 'listen' && syscall !== 'getaddrinfo') return undefined
  const port = error.port ?? config.port
  const setting = port === config.metricsPort ? 'METRICS_PORT' : 'PORT'
  switch (code) {
    case 'EADDRINUSE':
      return {
        th: `พอร์ต ${port} มีโปรแกรมอื่นใช้อยู่ หยุดโปรแกรมนั้น หรือกำหนด ${setting} เป็นหมายเลขอื่น`,
        en: `Port ${port} is used by another program. Stop that program, or set ${setting} to another number.`,
      }
    case 'EACCES':
      return {
        th: `ผู้ใช้ที่เปิดโปรแกรมไม่มีสิทธิ์ใช้พอร์ต ${port} กำหนด ${setting} เป็นหมายเลขตั้งแต่ 1024 ขึ้นไป`,
        en: `The user who starts the program may not use port ${port}. Set ${setting} to 1024 or higher.`,
      }
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return {
        th: `เครื่องนี้ไม่มีที่อยู่เครือข่าย ${host} กำหนด HOST เป็นที่อยู่ของเครื่องนี้`,
        en: `This machine has no network address ${host}. Set HOST to an address of this machine.`,
      }
  }
}

/** `npm start`, from `start.mjs`: says where the server answers, and to whom it opens first. */
export async function startAndSay(): Promise<void> {
  const { address, firstLink } = await start(process.env)
  const first = `
  ยังไม่มีผู้ดูแลระบบ เปิดลิงก์นี้เพื่อเป็นผู้ดูแลระบบคนแรก ใช้ได้ครั้งเดียวภายใน 7 วัน
  No administrator yet. Open this link to become the first one. It works once, within 7 days.

  ${firstLink}
`
  console.log(`พร้อมใช้งาน / ready  ${address}${firstLink === null ? '' : `\n${first}`}`)
}
