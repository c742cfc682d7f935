/** The same order with one of its things a place nearer to the beginning or to the end; null where it is there already. */
export function moved(ids: readonly string[], id: string, towards: 'up' | 'down'): readonly string[] | null {
  const at = ids.indexOf(id)
  const other = at + (towards === 'up' ? -1 : 1)
  const neighbour = ids[other]
  if (at < 0 || neighbour === undefined) return null
  return ids.map((each, index) => (index === at ? neighbour : index === other ? id : each))
}
