const SHORTEST = 1024

/**
 * Padmé: the length to which something of `length` bytes is filled up, at least 1 KiB and at most 12 % more. Only the
 * leading bits of a length stay, so that sizes tell as little as their order of magnitude.
 */
export function paddedLength(length: number): number {
  if (length <= SHORTEST) return SHORTEST
  const exponent = Math.floor(Math.log2(length))
  const kept = Math.floor(Math.log2(exponent)) + 1
  const step = 2 ** (exponent - kept)
  return Math.ceil(length / step) * step
}
