import { and, asc, count, desc, eq, ne, type SQL } from "drizzle-orm";
import { withScope } from "../../client";
import { importRows, imports, type Import } from "../../schema";
import type { Scope } from "../../scope";

export type { Import, ImportCounts } from "../../schema";

/** A row that was refused, or taken with a remark: its place in the file, what was found there and why. */
export type Remark = {
  id: string;
  importId: string;
  kind: "refused" | "warned";
  file: string;
  line: number;
  column: string | null;
  value: string | null;
  code: string;
  params: Record<string, string | number>;
};

export type RemarkFilter = { importId?: string; kind: "refused" | "warned"; code?: string; file?: string };

/** Remarks of one import or of all, newest import first, then in the order of the files. */
export async function listRemarks(
  scope: Scope,
  params: RemarkFilter & { limit: number; offset: number },
): Promise<Remark[]> {
  return withScope(scope, ({ db }) =>
    db
      .select({
        id: importRows.id,
        importId: importRows.importId,
        kind: importRows.kind,
        file: importRows.file,
        line: importRows.line,
        column: importRows.column,
        value: importRows.value,
        code: importRows.code,
        params: importRows.params,
      })
      .from(importRows)
      .where(matching(params))
      .orderBy(desc(importRows.importId), asc(importRows.file), asc(importRows.line), asc(importRows.id))
      .limit(params.limit)
      .offset(params.offset),
  ) as Promise<Remark[]>;
}

export type RemarkCount = { kind: "refused" | "warned"; code: string; file: string; rows: number };

/** How many remarks there are per kind, reason and file, of one import or of all; the most frequent first. */
export async function countRemarks(scope: Scope, params: { importId?: string }): Promise<RemarkCount[]> {
  const own = params.importId === undefined ? undefined : eq(importRows.importId, params.importId);
  return withScope(scope, ({ db }) =>
    db
      .select({ kind: importRows.kind, code: importRows.code, file: importRows.file, rows: count() })
      .from(importRows)
      .where(and(ne(importRows.kind, "before"), own))
      .groupBy(importRows.kind, importRows.code, importRows.file)
      .orderBy(desc(count()), asc(importRows.code), asc(importRows.file)),
  ) as Promise<RemarkCount[]>;
}

/** The imports of a workspace, newest first. */
export async function listImports(scope: Scope, params: { limit: number }): Promise<Import[]> {
  return withScope(scope, ({ db }) =>
    db.select().from(imports).orderBy(desc(imports.startedAt), desc(imports.id)).limit(params.limit),
  );
}

/** One import; null when there is none with this id in the workspace. */
export async function getImport(scope: Scope, params: { importId: string }): Promise<Import | null> {
  const rows = await withScope(scope, ({ db }) =>
    db.select().from(imports).where(eq(imports.id, params.importId)),
  );
  return rows[0] ?? null;
}

function matching({ importId, kind, code, file }: RemarkFilter): SQL | undefined {
  return and(
    eq(importRows.kind, kind),
    importId === undefined ? undefined : eq(importRows.importId, importId),
    code === undefined ? undefined : eq(importRows.code, code),
    file === undefined ? undefined : eq(importRows.file, file),
  );
}
