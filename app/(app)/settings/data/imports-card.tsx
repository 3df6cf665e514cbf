import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { InstantText } from "@/components/date-text";
import { NumberText } from "@/components/number-text";
import { Card } from "@/components/ui/card";
import { Chip, type Tone } from "@/components/ui/chip";
import { MiniTable } from "@/components/ui/mini-table";
import type { Import, ImportCounts } from "@/db/queries/imports/remarks";

const TONES: Record<Import["state"], Tone> = { running: "lapis", done: "ok", failed: "risk" };

/** The newest imports; each opens its counts and its refused rows. */
export async function ImportsCard({ imports, shownId }: { imports: Import[]; shownId: string | null }) {
  const t = await getTranslations("data");
  const columns = [
    { key: "when", label: t("imports.when") },
    { key: "mapping", label: t("imports.mapping") },
    { key: "rows", label: t("imports.rows"), align: "number" as const },
    { key: "refused", label: t("imports.refused"), align: "number" as const },
    { key: "state", label: t("imports.state") },
  ];
  const rows = imports.map((entry) => ({
    key: entry.id,
    strong: entry.id === shownId,
    cells: [
      <Link
        key="when"
        href={`/settings/data?import=${entry.id}`}
        aria-current={entry.id === shownId ? "true" : undefined}
        className="inline-flex min-h-6 items-center text-lapis-ink hover:underline"
      >
        <InstantText instant={entry.startedAt} />
      </Link>,
      <bdi key="mapping">{entry.mapping}</bdi>,
      <NumberText key="rows" value={sumOf(entry, "read")} />,
      <NumberText
        key="refused"
        value={sumOf(entry, "refused")}
        className={sumOf(entry, "refused") > 0 ? "text-risk-ink" : ""}
      />,
      <Chip key="state" tone={TONES[entry.state]}>
        {t(`imports.states.${entry.state}`)}
      </Chip>,
    ],
  }));
  return (
    <Card title={t("imports.title")}>
      {rows.length === 0 ? (
        <p className="text-body text-ink-2">{t("imports.none")}</p>
      ) : (
        <MiniTable caption={t("imports.caption")} columns={columns} rows={rows} />
      )}
    </Card>
  );
}

function sumOf(entry: Import, key: keyof ImportCounts): number {
  return entry.counts.reduce((sum, { counts }) => sum + counts[key], 0);
}
