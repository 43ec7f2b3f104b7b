/** `Content-Type` as it is written: the type in lower case, and its parameters by name in lower case. */
export interface MediaType {
  readonly type: string;
  readonly parameters: ReadonlyMap<string, string>;
}

const PARAMETER = /;\s*([^\s=;"]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]*))/g;

export function readMediaType(header = ''): MediaType {
  const parameters = [...header.matchAll(PARAMETER)].map(
    ([, name = '', quoted, plain = '']) =>
      [name.toLowerCase(), quoted === undefined ? plain : quoted.replace(/\\(.)/g, '$1')] as const,
  );
  return { type: (header.split(';')[0] ?? '').trim().toLowerCase(), parameters: new Map(parameters) };
}
