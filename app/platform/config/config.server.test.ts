import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { describeConfig, readConfig } from './config.server.ts'

describe('settings', () => {
  it('an empty environment gives a program that runs on this machine alone', () => {
    expect(readConfig({})).toEqual({
      ok: true,
      value: {
        databaseUrl: null,
        databasePool: 10,
        dataDir: path.resolve('data'),
        agencyCode: 'agency',
        host: '127.0.0.1',
        port: 3000,
        origin: 'http://localhost:3000',
        logLevel: 'info',
        pdf: { timeoutSeconds: 120, memoryMb: 1024, workers: 1 },
      },
    })
  })

  it('all faults are told at once, in both languages, without the values', () => {
    const read = readConfig({
      DATABASE_URL: 'mysql://root:hunter2@db/x',
      PORT: '65536',
      ORIGIN: 'https://ita.example.go.th/path',
      LOG_LEVEL: 'loud',
      AGENCY_CODE: 'สพร',
      DB_POOL: '1e3',
    })
    expect(read.ok).toBe(false)
    if (read.ok) return
    expect(read.error.map((fault) => fault.setting)).toEqual([
      'DATABASE_URL',
      'DB_POOL',
      'AGENCY_CODE',
      'PORT',
      'ORIGIN',
      'LOG_LEVEL',
    ])
    for (const { setting, message } of read.error) {
      expect(message.th).toContain(setting)
      expect(message.en).toContain(setting)
    }
    expect(JSON.stringify(read.error)).not.toContain('hunter2')
  })

  it('an empty setting counts as not set', () => {
    const read = readConfig({ PORT: '  ', DATABASE_URL: '' })
    expect(read.ok && read.value.port).toBe(3000)
    expect(read.ok && read.value.databaseUrl).toBeNull()
  })

  it('the description shows values in force, and of a secret only that it is set', () => {
    const described = describeConfig({ DATABASE_URL: 'postgres://u:hunter2@db/x', PORT: '8080' })
    const byName = new Map(described.map((setting) => [setting.name, setting]))
    expect(byName.get('DATABASE_URL')).toMatchObject({ secret: true, isSet: true, value: null })
    expect(byName.get('PORT')).toMatchObject({ isSet: true, value: '8080', fallback: '3000' })
    expect(byName.get('HOST')).toMatchObject({ isSet: false, value: '127.0.0.1' })
    expect(JSON.stringify(described)).not.toContain('hunter2')
  })
})
