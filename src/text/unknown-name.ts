import { nearest } from './nearest.js';

/**
 * Says that a name is none of those there are, which of them it most likely means, and what there is:
 * `unknown level "nomnal"; did you mean "nominal"?; there are nominal, ordinal`. `what` begins the sentence; `list: false`
 * leaves out the list where it may be long.
 */
export function unknownName(
  what: string,
  name: string,
  names: readonly string[],
  { list = true }: { readonly list?: boolean } = {},
): string {
  const meant = nearest(name, names);
  const hint = meant === null ? '' : `; did you mean "${meant}"?`;
  return `${what} "${name}"${hint}${list ? `; there are ${names.join(', ') || 'none'}` : ''}`;
}
