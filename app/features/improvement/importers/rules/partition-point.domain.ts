/** How many of the items come first for which `isBefore` holds; it holds for none after the first for which it does not. */
export function partitionPoint<T>(items: readonly T[], isBefore: (item: T) => boolean): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (isBefore(items[middle] as T)) low = middle + 1
    else high = middle
  }
  return low
}
