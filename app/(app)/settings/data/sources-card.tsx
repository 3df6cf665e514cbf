import { getTranslations } from "next-intl/server";
import { DateText, RelativeTime } from "@/components/date-text";
import { CompactText, NumberText } from "@/components/number-text";
import { Sparkline } from "@/components/sparkline";
import { Card } from "@/components/ui/card";
import { classNames } from "@/components/ui/class-names";
import { MiniTable } from "@/components/ui/mini-table";
import type { Delivery } from "@/db/queries/imports/freshness";
import { sourcePace, type SourcePace } from "@/lib/freshness";
import { snapshotDay } from "@/lib/period";

/** Days that the small line beside each source shows. */
export const SHOWN_DAYS = 14;

type Props = { deliveries: Delivery[]; asOf: Date; isPinned: boolean; zone: string };

/** Each source with the data it delivers: newest row, number of rows, the last fortnight, what is made of it. */
export async function SourcesCard({ deliveries, asOf, isPinned, zone }: Props) {
  const t = await getTranslations("data");
  const asOfDay = snapshotDay(asOf, zone);
  const columns = [
    { key: "source", label: t("sources.source") },
    { key: "data", label: t("sources.data") },
    { key: "last", label: t("sources.last") },
    { key: "rows", label: t("sources.rows"), align: "number" as const },
    { key: "days", label: t("sources.days") },
    { key: "feeds", label: t("sources.feeds") },
  ];
  const rows = deliveries.map((delivery) => ({
    key: `${delivery.source} ${delivery.family}`,
    cells: [
      <Source key="source" delivery={delivery} asOf={asOf} isPinned={isPinned} />,
      <span key="data" className="whitespace-nowrap">
        {t(`families.${delivery.family}`)}
      </span>,
      <span key="last" className="whitespace-nowrap">
        {isPinned ? (
          <DateText day={snapshotDay(delivery.lastAt, zone)} style="medium" />
        ) : (
          <RelativeTime instant={delivery.lastAt} now={asOf} />
        )}
      </span>,
      <NumberText key="rows" value={delivery.rows} />,
      <Days key="days" delivery={delivery} />,
      <span key="feeds" className="inline-block min-w-44 text-ink-2">
        {t(`feeds.${delivery.family}`)}
      </span>,
    ],
  }));
  const meta = isPinned
    ? t.rich("sources.metaPinned", { day: () => <DateText day={asOfDay} style="medium" /> })
    : t("sources.meta");
  return (
    <Card title={t("sources.title")} meta={meta}>
      {rows.length === 0 ? (
        <p className="text-body text-ink-2">{t("sources.none")}</p>
      ) : (
        <MiniTable caption={t("sources.caption")} columns={columns} rows={rows} />
      )}
    </Card>
  );
}

const DOTS: Record<SourcePace, string> = { ok: "bg-ok", late: "bg-watch", stopped: "bg-risk" };

/** Imported history stands still on purpose, so nothing of it is late. */
async function Source({ delivery, asOf, isPinned }: { delivery: Delivery; asOf: Date; isPinned: boolean }) {
  const t = await getTranslations("data");
  const pace = sourcePace(delivery.lastAt, asOf);
  return (
    <span className="inline-flex items-center gap-1.5 font-medium">
      {isPinned ? null : (
        <span aria-hidden="true" className={classNames("size-2 rounded-full", DOTS[pace])} />
      )}
      <bdi>{delivery.source}</bdi>
      {isPinned || pace === "ok" ? null : (
        <span className="text-meta text-watch-ink">{t(`pace.${pace}`)}</span>
      )}
    </span>
  );
}

async function Days({ delivery: { perDay } }: { delivery: Delivery }) {
  const t = await getTranslations("data");
  const total = perDay.reduce((sum, rows) => sum + rows, 0);
  return (
    <span className="inline-flex items-center gap-1.5">
      <Sparkline points={perDay} width={64} label={t("sources.daysLabel", { total })} />
      <CompactText value={total} className="text-meta text-ink-2" />
    </span>
  );
}
