const LONGEST = 120

/** A name that a disk may take: no way into another folder, no sign that a system reads otherwise, never empty. */
export function cleanDownloadName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const clean = last.replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '').replace(/^[.\s]+|[.\s]+$/gu, '')
  return [...clean].slice(-LONGEST).join('') || 'file'
}
