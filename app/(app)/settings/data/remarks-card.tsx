import { getTranslations } from "next-intl/server";
import { Download } from "lucide-react";
import { IdText, NumberText } from "@/components/number-text";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { MiniTable } from "@/components/ui/mini-table";
import {
  countRemarks,
  listRemarks,
  type Import,
  type Remark,
  type RemarkCount,
} from "@/db/queries/imports/remarks";
import type { Scope } from "@/db/scope";
import { FilterLinks, PageLinks } from "./remark-filters";
import { ReasonText } from "./reason-text";
import { downloadOf, hrefOf, REMARK_KINDS, type DataView } from "./search-params";

const PAGE_ROWS = 50;
const VALUE_LENGTH = 60;

type Props = { scope: Scope; entry: Import; view: DataView };

/** Rows that an import refused, or took with a remark: where they stand, what was found, why; filtered, paged, downloadable. */
export async function RemarksCard({ scope, entry, view }: Props) {
  const [t, counted] = await Promise.all([
    getTranslations("data"),
    countRemarks(scope, { importId: entry.id }),
  ]);
  const ofKind = counted.filter(({ kind }) => kind === view.rows);
  const filter = {
    importId: entry.id,
    kind: view.rows,
    code: view.reason ?? undefined,
    file: view.file ?? undefined,
  };
  const total = sumOf(
    ofKind.filter(({ code, file }) => isWanted(filter.code, code) && isWanted(filter.file, file)),
  );
  const page = Math.min(Math.max(1, view.page), Math.max(1, Math.ceil(total / PAGE_ROWS)));
  const remarks = await listRemarks(scope, { ...filter, limit: PAGE_ROWS, offset: (page - 1) * PAGE_ROWS });
  const all = sumOf(ofKind);
  return (
    <Card
      title={t(view.rows === "refused" ? "remarks.refused" : "remarks.warned")}
      meta={t(view.rows === "refused" ? "remarks.metaRefused" : "remarks.metaWarned", { count: all })}
    >
      <div className="mb-2 flex flex-wrap items-start justify-between gap-2">
        <Filters view={view} counted={counted} ofKind={ofKind} />
        {total > 0 ? (
          <a href={downloadOf(view, entry.id)} download className={buttonClass({ size: "sm" })}>
            <Download size={14} strokeWidth={1.75} aria-hidden="true" />
            <span>{t("remarks.csv")}</span>
          </a>
        ) : null}
      </div>
      {total === 0 ? (
        <p className="text-body text-ink-2">
          {t(view.rows === "refused" ? "remarks.none" : "remarks.noneWarned")}
        </p>
      ) : (
        <RemarkRows remarks={remarks} />
      )}
      <PageLinks view={view} page={page} rows={PAGE_ROWS} total={total} />
    </Card>
  );
}

async function Filters({
  view,
  counted,
  ofKind,
}: {
  view: DataView;
  counted: RemarkCount[];
  ofKind: RemarkCount[];
}) {
  const t = await getTranslations("data");
  const kinds = REMARK_KINDS.map((kind) => ({
    key: kind,
    label: t(`remarks.${kind}`),
    count: sumOf(counted.filter((each) => each.kind === kind)),
    href: hrefOf(view, { rows: kind, reason: null, file: null }),
    isCurrent: view.rows === kind,
  }));
  const reasons = grouped(
    ofKind.filter(({ file }) => isWanted(view.file, file)),
    ({ code }) => code,
  );
  const files = grouped(
    ofKind.filter(({ code }) => isWanted(view.reason, code)),
    ({ file }) => file,
  );
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <FilterLinks label={t("remarks.kinds")} options={kinds} />
      <FilterLinks
        label={t("remarks.reasons")}
        options={reasons.map(([code, count]) => option(view, "reason", code, count))}
      />
      {files.length > 1 || view.file ? (
        <FilterLinks
          label={t("remarks.files")}
          options={files.map(([file, count]) => option(view, "file", file, count))}
        />
      ) : null}
    </div>
  );
}

/** A filter in force leads back to all rows. */
function option(view: DataView, key: "reason" | "file", value: string, count: number) {
  const isCurrent = view[key] === value;
  const href = hrefOf(view, { [key]: isCurrent ? null : value });
  return { key: value, ...(key === "reason" ? { reason: value } : { label: value }), count, href, isCurrent };
}

async function RemarkRows({ remarks }: { remarks: Remark[] }) {
  const t = await getTranslations("data.remarks");
  const columns = [
    { key: "line", label: t("line"), align: "number" as const },
    { key: "file", label: t("file") },
    { key: "column", label: t("column") },
    { key: "value", label: t("value") },
    { key: "reason", label: t("reason") },
  ];
  const rows = remarks.map(({ id, line, file, column, value, kind, code, params }) => ({
    key: id,
    cells: [
      <NumberText key="line" value={line} />,
      <IdText key="file" id={file} className="text-meta text-ink-2" />,
      <code key="column" className="whitespace-nowrap">
        <bdi>{column ?? t("wholeRow")}</bdi>
      </code>,
      <code key="value" className="whitespace-nowrap text-risk-ink">
        <bdi>{value === null || value === "" ? t("empty") : value.slice(0, VALUE_LENGTH)}</bdi>
      </code>,
      <span key="reason" className="inline-block min-w-52">
        <ReasonText kind={kind} code={code} params={params} />
      </span>,
    ],
  }));
  return <MiniTable caption={t("caption")} columns={columns} rows={rows} />;
}

function grouped(counts: RemarkCount[], keyOf: (each: RemarkCount) => string): [string, number][] {
  const sums = new Map<string, number>();
  for (const each of counts) sums.set(keyOf(each), (sums.get(keyOf(each)) ?? 0) + each.rows);
  return [...sums].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

function isWanted(wanted: string | null | undefined, found: string): boolean {
  return wanted === null || wanted === undefined || wanted === found;
}

function sumOf(counts: RemarkCount[]): number {
  return counts.reduce((sum, { rows }) => sum + rows, 0);
}
