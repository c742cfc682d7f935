/**
 * What `rest` behind `/qr/` or `/share/` names: the address of a page and a form ("oit/2568.svg"). The home page is
 * "index". Null where there is no ending of `forms`.
 */
export function readPictured<Form extends string>(
  rest: string,
  forms: readonly Form[],
): Readonly<{ pathname: string; form: Form }> | null {
  const form = forms.find((one) => rest.endsWith(`.${one}`))
  if (form === undefined) return null
  const named = rest.slice(0, -form.length - 1)
  return { pathname: named === 'index' ? '/' : `/${named}`, form }
}
