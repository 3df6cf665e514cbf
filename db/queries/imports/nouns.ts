import type { Tx } from "../../client";

/** The nouns that an import may change; each keeps its current row in the table of the same name. */
export type NounTable = "accounts" | "subscriptions" | "tickets" | "invoices" | "contacts";

/** A noun already known: `row` is the current content as stored, null unless asked for. */
export type KnownNoun = { id: string; hash: string | null; row: Record<string, unknown> };

/** Known nouns of a source by external id, with the hash of the content they last came with and their current row. */
export async function listKnownNouns(
  { sql }: Tx,
  table: NounTable,
  source: string,
  externalIds: readonly string[],
): Promise<Map<string, KnownNoun>> {
  if (externalIds.length === 0) return new Map();
  const rows = await sql<{ external_id: string; id: string; content: string }[]>`
    select external_id, id, to_jsonb(t)::text as content from ${sql(table)} as t
    where source = ${source} and external_id = any(${externalIds as string[]}::text[])`;
  return new Map(
    rows.map((row) => {
      const { content_hash: hash, ...content } = JSON.parse(row.content) as Record<string, unknown>;
      return [
        row.external_id,
        { id: row.id, hash: typeof hash === "string" ? hash.replace(/^\\x/, "") : null, row: content },
      ];
    }),
  );
}
