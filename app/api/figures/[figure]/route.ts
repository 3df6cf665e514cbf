import { may } from "@/lib/roles";
import { figureContext, unauthorized } from "../context";
import { csvResponse, portionsOf } from "../csv";
import { isSame } from "../portfolio-rows";
import { FIGURES } from "../registry";
import { FigureNotFound, type FigureTable } from "../registry-type";

/** Rows a browser is handed at once; the export holds all of them. */
const SHOWN_ROWS = 2_000;

/**
 * GET /api/figures/[figure]: the rows behind a figure as JSON, or all of them as CSV with `format=csv`. `shown` is the raw
 * value on the reader's screen: rows that no longer give it are said not to.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ figure: string }> },
): Promise<Response> {
  const { figure } = await params;
  const query = new URL(request.url).searchParams;
  const isCsv = query.get("format") === "csv";
  const entry = Object.hasOwn(FIGURES, figure) ? FIGURES[figure] : undefined;
  const asked = await figureContext(isCsv ? Infinity : SHOWN_ROWS, entry?.words);
  if (asked === null) return unauthorized();
  const { scope, context } = asked;
  if (!entry || !may(context.role, entry.needs)) return notFound();
  const table = await entry.rows(scope, query, context).catch((fault: unknown) => {
    if (fault instanceof FigureNotFound) return null;
    throw fault;
  });
  if (table === null) {
    return notFound();
  } else if (isCsv) {
    const words = {
      currency: context.t("figures.columns.currency"),
      band: context.t("figures.columns.band"),
    };
    return csvResponse(`vafa-${figure}-${context.today}`, table.columns, portionsOf(table.rows), words);
  } else {
    const answer: FigureTable = { ...table, equals: table.equals && equalsShown(table, query.get("shown")) };
    return Response.json(answer, { headers: { "cache-control": "no-store" } });
  }
}

function equalsShown({ total, count }: FigureTable, shown: string | null): boolean {
  if (shown === null || shown === "") return true;
  return isSame(total === null ? count : total.value, Number(shown));
}

function notFound(): Response {
  return Response.json({ error: "not_found" }, { status: 404 });
}
