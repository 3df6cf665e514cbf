import { v7 } from "uuid";
import { bulkInsert } from "../../copy";
import { withScope, type Tx } from "../../client";
import type { ImportCounts } from "../../schema";
import type { Scope } from "../../scope";

export type FileCounts = { file: string; noun: string; counts: ImportCounts };
export type Failure = { code: string; params: Record<string, string | number> };

/** A row of an import with its place and its reason, or the content something had before the import changed it. */
export type LoggedRow = {
  kind: "refused" | "warned" | "before";
  file: string;
  line: number;
  column: string | null;
  value: string | null;
  code: string;
  params: Record<string, string | number>;
  content: Record<string, unknown>;
};

/**
 * Opens the log of an import and answers its id. One of the same mapping that still counts as running was killed before it could
 * say so; it is closed as cut off, and this one goes on from there.
 */
export async function insertImport(
  scope: Scope,
  entry: { mapping: string; startedById: string | null; startedAt: Date; files: readonly FileCounts[] },
): Promise<string> {
  const id = v7();
  const startedAt = entry.startedAt.toISOString();
  const failure: Failure = { code: "stopped", params: {} };
  await withScope(scope, async ({ sql }) => {
    await sql`update imports set state = 'failed', failure = ${JSON.stringify(failure)}::jsonb, finished_at = ${startedAt}::timestamptz
      where mapping = ${entry.mapping} and state = 'running'`;
    await sql`insert into imports (workspace_id, id, mapping, state, counts, started_by_id, started_at)
      values (${scope.workspaceId}::uuid, ${id}::uuid, ${entry.mapping}, 'running', ${JSON.stringify(entry.files)}::jsonb,
        ${entry.startedById}::uuid, ${startedAt}::timestamptz)`;
  });
  return id;
}

/** Saves how far an import has come, in the transaction that stored its rows: counts and rows never disagree. */
export async function saveImportCounts(
  { sql }: Tx,
  importId: string,
  files: readonly FileCounts[],
): Promise<void> {
  await sql`update imports set counts = ${JSON.stringify(files)}::jsonb where id = ${importId}::uuid`;
}

/** Closes an import: done, or failed with the reason. Rows already stored stay; the same import may be started again. */
export async function closeImport(
  scope: Scope,
  importId: string,
  at: Date,
  failure: Failure | null,
): Promise<void> {
  await withScope(
    scope,
    ({
      sql,
    }) => sql`update imports set state = ${failure ? "failed" : "done"}, finished_at = ${at.toISOString()}::timestamptz,
      failure = ${failure ? JSON.stringify(failure) : null}::jsonb where id = ${importId}::uuid`,
  );
}

/** Keeps refused and warned rows, and contents as they were before a change. */
export async function insertImportRows(
  tx: Tx,
  scope: Scope,
  importId: string,
  rows: readonly LoggedRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const columns = [
    "workspace_id",
    "id",
    "import_id",
    "kind",
    "file",
    "line",
    "column",
    "value",
    "code",
    "params",
    "content",
  ];
  const cells = rows.map((row) => [
    scope.workspaceId,
    v7(),
    importId,
    row.kind,
    row.file,
    row.line,
    row.column,
    row.value,
    row.code,
    { json: row.params },
    { json: row.content },
  ]);
  await bulkInsert(tx, "import_rows", columns, cells);
}

/** Two imports into one workspace take turns, batch by batch: the second waits here for the first one's commit. */
export async function takeImportTurn({ sql }: Tx, scope: Scope): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`import:${scope.workspaceId}`}, 0))`;
}

/** Remembers the mapping under its name, for the next import of the same kind. */
export async function saveMapping(
  scope: Scope,
  entry: { name: string; definition: object; now: Date },
): Promise<void> {
  await withScope(
    scope,
    ({ sql }) => sql`insert into mappings (workspace_id, id, name, definition, updated_at)
      values (${scope.workspaceId}::uuid, ${v7()}::uuid, ${entry.name}, ${JSON.stringify(entry.definition)}::jsonb,
        ${entry.now.toISOString()}::timestamptz)
      on conflict (workspace_id, name) do update set definition = excluded.definition, updated_at = excluded.updated_at`,
  );
}
