/**
 * Compares lines with those of a file in golden/, and lets `npm run golden` write them there.
 * @throws Error that tells the first line that differs.
 */
export async function expectGolden(name: string, lines: readonly string[]): Promise<void> {
  const file = new URL(`golden/${name}`, import.meta.url);
  const response = await fetch(file, { cache: 'no-store' });
  const golden = response.ok ? (await response.text()).trimEnd().split('\n') : [];
  const at = Array.from({ length: Math.max(golden.length, lines.length) }).findIndex(
    (_, index) => golden[index] !== lines[index],
  );
  if (at === -1) return;
  // Refused, but when the golden texts are to be written anew.
  const written = await fetch(file, { method: 'PUT', body: `${lines.join('\n')}\n` });
  if (written.ok) return;
  const told = (line: string | undefined): string => (line === undefined ? 'no such line' : `"${line}"`);
  throw new Error(
    `golden/${name}, line ${at + 1}, has ${told(golden[at])}, and what is said is ${told(lines[at])}.` +
      ' Meant so? `npm run golden` writes what is said.',
  );
}
