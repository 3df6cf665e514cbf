import { getTranslations } from "next-intl/server";
import { InstantText } from "@/components/date-text";
import { NumberText } from "@/components/number-text";
import { Card } from "@/components/ui/card";
import { MiniTable } from "@/components/ui/mini-table";
import type { Import } from "@/db/queries/imports/remarks";
import { messageKey } from "@/lib/words/message-key";

const COUNTS = ["read", "added", "changed", "repeated", "refused", "warned"] as const;

/** What one import brought, file by file. */
export async function CountsCard({ entry }: { entry: Import }) {
  const [t, words] = await Promise.all([getTranslations("data"), getTranslations("imports")]);
  const columns = [
    { key: "file", label: t("counts.file") },
    { key: "noun", label: t("counts.noun") },
    ...COUNTS.map((key) => ({ key, label: words(`counts.${key}`), align: "number" as const })),
  ];
  const rows = entry.counts.map(({ file, noun, counts }) => ({
    key: `${file} ${noun}`,
    cells: [
      <bdi key="file" dir="ltr">
        {file}
      </bdi>,
      words(`nouns.${messageKey(noun)}` as "nouns.accounts"),
      ...COUNTS.map((key) => <NumberText key={key} value={counts[key]} />),
    ],
  }));
  return (
    <Card title={t("counts.title")} meta={<Meta entry={entry} />}>
      {entry.failure ? <p className="mb-2 text-body text-risk-ink">{words("fault.stopped")}</p> : null}
      <MiniTable caption={t("counts.caption")} columns={columns} rows={rows} />
    </Card>
  );
}

function Meta({ entry }: { entry: Import }) {
  return (
    <span className="inline-flex gap-1.5">
      <bdi>{entry.mapping}</bdi>
      <InstantText instant={entry.startedAt} />
    </span>
  );
}
