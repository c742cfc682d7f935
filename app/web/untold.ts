const OF_CHANNEL = /whistleblow|office\/+protected/i
/** What pages bring with them: files of the program, the same for every page. */
const BUILT = /^\/(assets\/|[^/]+\.(js|css|svg|png|ico|txt|webmanifest|woff2)$)/

/**
 * Whether a request is told to nobody: not logged, not measured, not traced, not counted. All that speaks of the protected
 * channel, however it is spelt, so that a wrong address of it is no trace either; and the files that its pages load as all
 * others do, whose moments would tell of a reader.
 */
export function isUntold(target: string): boolean {
  const pathname = target.split(/[?#]/, 1)[0] ?? ''
  return BUILT.test(pathname) || OF_CHANNEL.test(plain(pathname))
}

/** Read as far as it can be: a letter may be written as a number, once or over and over. */
function plain(pathname: string): string {
  let read = pathname.replaceAll('\\', '/')
  for (let turn = 0; turn < 3; turn += 1)
    read = read.replace(/%([0-7][0-9a-f])/gi, (_code, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  return read.replace(/\/(\.?\/)+/g, '/')
}
