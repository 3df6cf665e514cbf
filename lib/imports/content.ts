/**
 * The content of a row as text that is equal exactly when the content is: keys sorted, nothing for a null, so that a
 * field mapped later but empty everywhere changes no row. Its hash tells a repeat from a change.
 */
export function canonicalContent(row: Readonly<Record<string, unknown>>): string {
  const entries = Object.entries(row).filter(([, value]) => value !== null);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(entries);
}
