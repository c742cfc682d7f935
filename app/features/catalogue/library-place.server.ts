import { isNode, parseDocument } from 'yaml'

const NODES = ['objects', 'framework', 'requirement_nodes']
const MAPPINGS = ['objects', 'requirement_mapping_set', 'requirement_mappings']

/**
 * Line of a library, from 1, at which a fault's path lies ("objects.framework.ref_id", "line 3", "2570:O1.scale", "2566:o28 →
 * 2567:O5"); that of the nearest place above where the path itself is missing; null where not even that is in the text.
 */
export function lineOfPath(text: string, path: string): number | null {
  const written = /^line (\d+)$/.exec(path)?.[1]
  if (written !== undefined) return Number(written)
  if (path === '') return null
  const doc = parseDocument(text, { uniqueKeys: false, prettyErrors: false })
  const steps = path.includes(':') ? wayToRow(doc.toJS(), path) : path.split('.')
  for (let depth = steps.length; depth > 0; depth -= 1) {
    const node = doc.getIn(steps.slice(0, depth), true)
    if (isNode(node) && node.range) return text.slice(0, node.range[0]).split('\n').length
  }
  return null
}

/** Way to the row of a reference or pair: the last of that name, since a second one is the fault. */
function wayToRow(data: unknown, path: string): readonly (string | number)[] {
  const [from = '', to] = path.toLowerCase().split(' → ')
  const code = from.slice(5)
  const nodes = rowsAt(data, NODES).map(({ ref_id }) => String(ref_id).toLowerCase())
  const node = nodes.findLastIndex((id) => [id, `ind${id}`].some((own) => `${code}.`.startsWith(`${own}.`)))
  if (to === undefined) return node < 0 ? [] : [...NODES, node]
  const mapping = rowsAt(data, MAPPINGS).findLastIndex(
    ({ source_requirement_urn: source, target_requirement_urn: target }) =>
      String(source).toLowerCase().endsWith(from) && (!target || String(target).toLowerCase().endsWith(to)),
  )
  return mapping < 0 ? [] : [...MAPPINGS, mapping]
}

function rowsAt(data: unknown, way: readonly string[]): readonly Readonly<Record<string, unknown>>[] {
  const rows = way.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], data)
  return Array.isArray(rows) ? rows : []
}
