/** The same bytes in chunks of exactly `length` bytes, the last one shorter; none of an empty input. */
export async function* inChunks(
  input: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  length: number,
): AsyncGenerator<Buffer> {
  let chunk = Buffer.alloc(length)
  let filled = 0
  for await (const piece of input)
    for (let at = 0; at < piece.byteLength; ) {
      const taken = piece.subarray(at, at + length - filled)
      chunk.set(taken, filled)
      filled += taken.byteLength
      at += taken.byteLength
      if (filled < length) continue
      yield chunk
      chunk = Buffer.alloc(length)
      filled = 0
    }
  if (filled > 0) yield chunk.subarray(0, filled)
}
