/** Where to go when the person wants to be gone: a web address, or a path of this site. Undefined for anything else. */
export function leaveAddress(text: string, base = document.baseURI): string | undefined {
  const wish = text.trim();
  if (wish === '') return undefined;
  const isAbsolute = /^https?:\/\//i.test(wish);
  // `//elsewhere` and `/\elsewhere` are no paths of this site, whatever they look like.
  if (!isAbsolute && !/^\/(?![/\\])/.test(wish)) return undefined;
  try {
    const url = new URL(wish, base);
    const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
    return isWeb && (isAbsolute || url.origin === new URL(base).origin) ? url.href : undefined;
  } catch {
    return undefined;
  }
}
