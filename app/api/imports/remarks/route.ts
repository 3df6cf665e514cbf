import { gateApi } from "@/auth";
import { loadDataView, type DataView } from "@/app/(app)/settings/data/search-params";
import { serverWords } from "@/app/server-words";
import { listRemarks, type Remark } from "@/db/queries/imports/remarks";
import type { Scope } from "@/db/scope";
import { messageKey } from "@/lib/words/message-key";
import { csvResponse } from "../../figures/csv";
import type { FigureRow } from "../../figures/registry-type";

const PORTION = 1_000;
const COLUMNS = ["file", "line", "column", "value", "reason"] as const;

/** GET /api/imports/remarks: the rows an import refused or remarked on as CSV, filtered as the page is. */
export async function GET(request: Request): Promise<Response> {
  const [gate, { t }] = await Promise.all([
    gateApi({ may: "read_data" }),
    serverWords(["data", "imports", "common"]),
  ]);
  if (gate === null) return Response.json({ error: "unauthorized" }, { status: 401 });
  const view = loadDataView(request);
  const columns = COLUMNS.map((key) => ({
    key,
    label: t(`data.remarks.${key}`),
    kind: key === "line" ? ("number" as const) : ("text" as const),
  }));
  const reasonOf = ({ kind, code, params }: Remark) => t(`imports.${kind}.${messageKey(code)}`, params);
  return csvResponse(`vafa-${view.rows}-rows`, columns, portions(gate.scope, view, reasonOf), {
    currency: "",
    band: "",
  });
}

async function* portions(
  scope: Scope,
  view: DataView,
  reasonOf: (remark: Remark) => string,
): AsyncGenerator<FigureRow[]> {
  const filter = {
    kind: view.rows,
    importId: view.import ?? undefined,
    code: view.reason ?? undefined,
    file: view.file ?? undefined,
  };
  for (let offset = 0; ; offset += PORTION) {
    const remarks = await listRemarks(scope, { ...filter, limit: PORTION, offset });
    if (remarks.length === 0) return;
    yield remarks.map((remark) => ({ id: remark.id, cells: cellsOf(remark, reasonOf(remark)) }));
  }
}

function cellsOf(
  { file, line, column, value }: Remark,
  reason: string,
): Record<string, string | number | null> {
  return { file, line, column, value, reason };
}
