const SAMPLE = /^([a-z_:][a-z0-9_:]*)(?:\{(.*)\})? (\S+)$/i
const LABEL = /([a-z_][a-z0-9_]*)="((?:[^"\\\n]|\\["\\n])*)"(?:,|$)/gi
const A_NUMBER = /^(NaN|[+-]?Inf|[+-]?\d+(\.\d+)?(e[+-]?\d+)?)$/i

export type Sample = Readonly<{ name: string; labels: Readonly<Record<string, string>>; value: number }>

/**
 * Reads the text format of Prometheus (0.0.4) and refuses what is written otherwise: a sample before its HELP and TYPE, a
 * family in two places, a label that is not written as one, the same sample twice.
 */
export function readPrometheusText(text: string): readonly Sample[] {
  if (!text.endsWith('\n')) throw new Error('the last line does not end')
  const types = new Map<string, string>()
  const seen = new Set<string>()
  let family = ''
  return text.split('\n').flatMap((line) => {
    if (line === '') return []
    const [, kind, name = '', rest = ''] = /^# (HELP|TYPE) (\S+) (.+)$/.exec(line) ?? []
    if (kind === 'HELP') {
      if (types.has(name)) throw new Error(`${name} stands in two places`)
      family = name
      return []
    }
    if (kind === 'TYPE') {
      if (name !== family || !/^(counter|gauge|histogram|summary)$/.test(rest)) throw new Error(line)
      types.set(name, rest)
      return []
    }
    const sample = readSample(line)
    const { name: written } = sample
    const base = types.get(family) === 'histogram' ? written.replace(/_(bucket|sum|count)$/, '') : written
    if (base.replace(/_(sum|count)$/, '') !== family && base !== family) throw new Error(`${line}: no TYPE`)
    if (types.get(family) === 'counter' && !written.endsWith('_total')) throw new Error(`${line}: no _total`)
    const key = line.slice(0, line.lastIndexOf(' '))
    if (seen.has(key)) throw new Error(`${key} is said twice`)
    seen.add(key)
    return [sample]
  })
}

function readSample(line: string): Sample {
  const [, name = '', labels = '', value = ''] = SAMPLE.exec(line) ?? []
  if (name === '' || !A_NUMBER.test(value)) throw new Error(`no sample: ${line}`)
  const pairs = [...labels.matchAll(LABEL)]
  if (pairs.map(([whole]) => whole).join('') !== labels) throw new Error(`no labels: ${line}`)
  return {
    name,
    labels: Object.fromEntries(pairs.map(([, key = '', text = '']) => [key, text])),
    value: Number(value.replace(/Inf/, 'Infinity')),
  }
}
