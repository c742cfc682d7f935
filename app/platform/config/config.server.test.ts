import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { describeConfig, readConfig } from './config.server.ts'

describe('settings', () => {
  it('an empty environment gives a program that runs on this machine alone', () => {
    expect(readConfig({})).toEqual({
      ok: true,
      value: {
        databaseUrl: null,
        databases: { directUrl: null, ownerUrl: null, replicaUrl: null, backupUrl: null },
        databasePool: 10,
        dataDir: path.resolve('data'),
        agencyCode: 'agency',
        host: '127.0.0.1',
        port: 3000,
        origin: 'http://localhost:3000',
        trustedProxies: 0,
        secretKey: null,
        logLevel: 'info',
        mail: null,
        pdf: { timeoutSeconds: 120, memoryMb: 1024, workers: 1 },
        files: { mostMb: 2048, quotaMb: null, s3: null, clamav: null },
        protectedChannel: { databaseUrl: null, pepper: null, mostMb: 200, staffNetworks: [] },
        backup: { directory: null, recipient: null, time: '01:30', keepDays: 35 },
        metricsPort: null,
        tracing: { endpoint: null, serviceName: 'prongsai' },
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

  it('a mail server is given with the one who sends, whose name may be Thai', () => {
    const read = readConfig({
      SMTP_URL: 'smtps://ita:p%40ss@mail.agency.example',
      MAIL_FROM: 'โปร่งใส <ita@agency.example>',
    })
    expect(read.ok && read.value.mail).toEqual({
      smtpUrl: 'smtps://ita:p%40ss@mail.agency.example',
      from: { name: 'โปร่งใส', address: 'ita@agency.example' },
    })
  })

  it('a mail server without a sender is refused, and so is one that asks for more than a server', () => {
    const faultsOf = (env: Record<string, string>) => {
      const read = readConfig(env)
      return read.ok ? [] : read.error.map((fault) => fault.setting)
    }
    expect(faultsOf({ SMTP_URL: 'smtp://mail.agency.example' })).toEqual(['MAIL_FROM'])
    expect(faultsOf({ MAIL_FROM: 'ita@agency.example' })).toEqual([])
    for (const from of ['ita', 'a@b, c@d', 'x <a@b', 'a\nBcc: <a@b.example>'])
      expect(faultsOf({ SMTP_URL: 'smtp://mail.agency.example', MAIL_FROM: from })).toEqual(['MAIL_FROM'])
    for (const url of [
      'mail.agency.example',
      'http://mail.agency.example',
      'smtp://',
      'smtp://m/x',
      'smtp://m?pool=1',
    ])
      expect(faultsOf({ SMTP_URL: url, MAIL_FROM: 'ita@agency.example' })).toEqual(['SMTP_URL'])
  })

  it('a file store is given whole: where it is, its bucket and both keys', () => {
    const read = readConfig({ FILES_S3_ENDPOINT: 'https://s3.agency.example' })
    expect(read.ok ? [] : read.error.map(({ setting }) => setting)).toEqual([
      'FILES_S3_BUCKET',
      'FILES_S3_KEY_ID',
      'FILES_S3_SECRET',
    ])
    const whole = readConfig({
      FILES_S3_ENDPOINT: 'https://s3.agency.example',
      FILES_S3_BUCKET: 'evidence',
      FILES_S3_KEY_ID: 'ID',
      FILES_S3_SECRET: 'hunter2',
    })
    expect(whole.ok && whole.value.files.s3).toEqual({
      endpoint: 'https://s3.agency.example',
      bucket: 'evidence',
      region: 'us-east-1',
      keyId: 'ID',
      secret: 'hunter2',
    })
    expect(JSON.stringify(describeConfig({ FILES_S3_SECRET: 'hunter2' }))).not.toContain('hunter2')
  })

  it('a scanner is a socket of this machine or a port of another', () => {
    const scannerOf = (CLAMAV: string) => {
      const read = readConfig({ CLAMAV })
      return read.ok ? read.value.files.clamav : read.error.map(({ setting }) => setting)
    }
    for (const text of ['/run/clamav/clamd.ctl', 'scanner.agency.example:3310', '[::1]:3310'])
      expect(scannerOf(text)).toBe(text)
    for (const text of ['clamd', 'http://scanner:3310', 'scanner:', 'a b:3310'])
      expect(scannerOf(text)).toEqual(['CLAMAV'])
  })

  it('networks of the agency are given in CIDR form, as many as there are', () => {
    const networksOf = (PROTECTED_STAFF_NETWORKS: string) => {
      const read = readConfig({ PROTECTED_STAFF_NETWORKS })
      return read.ok ? read.value.protectedChannel.staffNetworks : read.error.map(({ setting }) => setting)
    }
    expect(networksOf('10.0.0.0/8, 2001:db8::/32,192.0.2.7')).toEqual([
      '10.0.0.0/8',
      '2001:db8::/32',
      '192.0.2.7/32',
    ])
    for (const text of ['10.0.0.0/33', 'office', '10.0.0.0/8;11.0.0.0/8', '10.0.0.0/', '::1/129'])
      expect(networksOf(text)).toEqual(['PROTECTED_STAFF_NETWORKS'])
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
