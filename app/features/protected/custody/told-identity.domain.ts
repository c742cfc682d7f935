/** Who a reporter says they are, of what is sealed: name and contact as they were typed, '' where nothing was. */
export function toldIdentity(plain: string): Readonly<{ name: string; contact: string }> {
  const { name = '', contact = '' } = JSON.parse(plain) as { name?: string; contact?: string }
  return { name, contact }
}
