"use client";

import type { ReactNode } from "react";
import { createColumnHelper, tableFeatures } from "@tanstack/react-table";
import { useTranslations } from "next-intl";
import { HealthBadge } from "@/components/health-badge";
import { MissingText } from "@/components/missing-text";
import { MoneyUnitText } from "@/components/money-text";
import { NumberText, PercentText } from "@/components/number-text";
import { Sparkline } from "@/components/sparkline";
import type { PortfolioSort } from "@/lib/portfolio";
import { useListContext } from "./list-context";
import { AccountLink, Head, SelectBox, SelectHead } from "./list-parts";
import type { ListRow } from "./list-rows";
import { AmountCell, ContactAge, DecisionDay } from "./standing-cells";

/** A loaded row with the line it stands on. */
export type TableLine = { index: number; row: ListRow };

/** Rows come sorted, filtered and grouped from the server, so the table needs its columns and nothing else. */
export const features = tableFeatures({});
const column = createColumnHelper<typeof features, TableLine>();

const NUMBER = "num md:whitespace-nowrap";
/** Columns leave one by one as the list gets narrower; on a phone a row becomes a card of four cells. */
const LOOKS: Record<string, string> = {
  select: "w-10 ps-3 max-md:hidden",
  account: "text-start max-md:[grid-area:name]",
  segment: "w-26 text-start @max-6xl:hidden max-md:hidden",
  owner: "w-28 text-start @max-5xl:hidden max-md:hidden",
  arr: `w-20 ${NUMBER} @max-[840px]:hidden max-md:hidden`,
  deciding: `w-20 ${NUMBER} @max-[840px]:hidden max-md:hidden`,
  health: `w-28 max-md:w-auto ${NUMBER} max-md:[grid-area:health]`,
  churn: `w-20 ${NUMBER} max-md:hidden`,
  loss: `w-24 max-md:w-auto ${NUMBER} font-semibold text-ink max-md:[grid-area:loss]`,
  decision: `w-26 max-md:w-auto ${NUMBER} max-md:[grid-area:decision]`,
  contact: `w-18 pe-3 ${NUMBER} @max-[840px]:hidden max-md:hidden`,
  tickets: `w-16 ${NUMBER} @max-4xl:hidden max-md:hidden`,
  seats: `w-18 ${NUMBER} pe-4 @max-5xl:hidden max-md:hidden`,
};

/** The class names of a column, for its head and its cells. */
export function lookOf(columnId: string): string {
  return LOOKS[columnId] ?? "";
}

const cellOf = (id: string, sort: PortfolioSort | undefined, cell: (line: TableLine) => ReactNode) =>
  column.display({
    id,
    header: () => <ColumnHead id={id} sort={sort} />,
    cell: ({ row }) => cell(row.original),
  });

const first = [
  column.display({
    id: "select",
    header: () => <SelectHead className={lookOf("select")} />,
    cell: ({ row }) => <SelectBox {...row.original} />,
  }),
  cellOf("account", "name", (line) => <AccountLink {...line} />),
  cellOf("segment", undefined, ({ row }) => <Segment row={row} />),
  cellOf("owner", undefined, ({ row }) => (row.ownerName ? <bdi>{row.ownerName}</bdi> : <MissingText />)),
];
const amounts = [
  cellOf("arr", "arr", ({ row }) => <Amount row={row} amountMinor={row.money?.arrMinor ?? null} />),
  cellOf("deciding", "deciding", ({ row }) => (
    <Amount row={row} amountMinor={row.money?.decidingArrMinor ?? null} />
  )),
];
const scores = [
  cellOf("health", "chi", ({ row }) => <Health row={row} />),
  cellOf("churn", "probability", ({ row }) => <PercentText value={row.churnProbability} />),
];
const loss = [
  cellOf("loss", "loss", ({ row }) => <Amount row={row} amountMinor={row.money?.lossMinor ?? null} />),
];
const last = [
  cellOf("decision", "decision", ({ row }) => <Decision row={row} />),
  cellOf("contact", "contact", ({ row }) => <Contact row={row} />),
  cellOf("tickets", "tickets", ({ row }) => <NumberText value={row.openTickets} />),
  cellOf("seats", "seats", ({ row }) => <NumberText value={row.seats} />),
];

/** All columns, and those without amounts for who may not read them. */
export const columnsWithMoney = column.columns([...first, ...amounts, ...scores, ...loss, ...last]);
export const columnsWithoutMoney = column.columns([...first, ...scores, ...last]);

function ColumnHead({ id, sort }: { id: string; sort: PortfolioSort | undefined }) {
  const t = useTranslations("accounts.columns");
  const { money } = useListContext();
  const hasUnit = money.scale !== null && ["arr", "deciding", "loss"].includes(id);
  const unit = hasUnit && money.scale ? <MoneyUnitText scale={money.scale} /> : undefined;
  return <Head label={t(id)} note={unit} sort={sort} className={`${lookOf(id)} font-normal`} />;
}

function Segment({ row }: { row: ListRow }) {
  const { segments } = useListContext();
  return <bdi>{segments.get(row.segmentKey) ?? row.segmentKey}</bdi>;
}

function Amount({ row, amountMinor }: { row: ListRow; amountMinor: number | null }) {
  const { money } = useListContext();
  return <AmountCell amountMinor={amountMinor} currency={row.currency} column={money} />;
}

function Health({ row }: { row: ListRow }) {
  return (
    <span className="inline-flex items-center gap-2 align-middle md:justify-end">
      <Sparkline points={row.history} band={row.band} width={40} />
      <HealthBadge score={row.chi} band={row.band} change={row.chiChange30d} />
    </span>
  );
}

function Decision({ row }: { row: ListRow }) {
  return <DecisionDay standing={row} today={useListContext().today} hasYear />;
}

function Contact({ row }: { row: ListRow }) {
  return <ContactAge standing={row} today={useListContext().today} />;
}
