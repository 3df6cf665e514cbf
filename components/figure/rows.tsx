"use client";

import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { NumberText } from "../number-text";
import { Button, buttonClass } from "../ui/button";
import { Drawer } from "../ui/dialog";
import { EmptyState } from "../ui/empty-state";
import { ErrorCard } from "../ui/error-card";
import { SkeletonRows } from "../ui/skeleton";
import { FigureRowsTable } from "./rows-table";
import type { FigureRowsAnswer } from "./rows-answer";
import { CellValue } from "./rows-cell";

type Props = {
  figure: string;
  label: string;
  value: ReactNode;
  rowsHref: string;
  exportHref?: string;
  onClose: () => void;
};

/** The rows behind a figure at the inline end, their sum, and whether it equals the figure. */
export function FigureRows({ figure, label, value, rowsHref, exportHref, onClose }: Props) {
  const t = useTranslations("figure");
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ["figures", figure, rowsHref],
    queryFn: ({ signal }) => readRows(rowsHref, signal),
  });
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && onClose()}
      title={label}
      description={
        <>
          <span className="font-semibold text-ink">{value}</span>
          {data ? (
            <span className="ms-2">
              {t.rich("rowCount", { count: data.count, n: () => <NumberText value={data.count} /> })}
            </span>
          ) : null}
        </>
      }
      closeLabel={t("close")}
      footer={
        exportHref ? (
          <a href={exportHref} download className={buttonClass({})}>
            <Download size={14} strokeWidth={1.75} aria-hidden="true" />
            {t("exportCsv")}
          </a>
        ) : undefined
      }
    >
      <div aria-busy={isFetching} className="flex h-full flex-col">
        {error ? (
          <div className="p-5">
            <ErrorCard
              title={t("rowsFailed")}
              action={<Button onClick={() => void refetch()}>{t("tryAgain")}</Button>}
            />
          </div>
        ) : data ? (
          <Answer answer={data} label={label} />
        ) : (
          <SkeletonRows rows={12} />
        )}
      </div>
    </Drawer>
  );
}

function Answer({ answer, label }: { answer: FigureRowsAnswer; label: string }) {
  const t = useTranslations("figure");
  if (answer.rows.length === 0) return <EmptyState title={t("noRows")} level={3} />;
  const { total } = answer;
  return (
    <>
      <FigureRowsTable answer={answer} label={label} />
      <div className="shrink-0 border-t border-line-2 bg-surface-2 px-5 py-3" data-figure-sum>
        {answer.truncated ? (
          <p className="text-meta text-watch-ink">
            {t.rich("truncated", {
              shown: () => <NumberText value={answer.rows.length} />,
              all: () => <NumberText value={answer.count} />,
            })}
          </p>
        ) : null}
        {total ? (
          <p className="flex items-baseline justify-between gap-3 text-body font-semibold text-ink">
            <span>{total.label}</span>
            <CellValue kind={total.kind} value={total.value} currency={total.currency} />
          </p>
        ) : null}
        <p
          className={`text-meta ${answer.equals ? "text-ink-2" : "text-risk-ink"}`}
          data-equals={answer.equals}
        >
          {answer.equals ? t(total ? "sumEquals" : "countEquals") : t("sumDiffers")}
        </p>
      </div>
    </>
  );
}

async function readRows(href: string, signal: AbortSignal): Promise<FigureRowsAnswer> {
  const answer = await fetch(href, { signal, headers: { accept: "application/json" } });
  if (!answer.ok) throw new Error(`${href} answered ${answer.status}`);
  return (await answer.json()) as FigureRowsAnswer;
}
