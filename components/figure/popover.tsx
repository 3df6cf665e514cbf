"use client";

import type { ReactNode, RefObject } from "react";
import { Download, Rows3 } from "lucide-react";
import { useTranslations } from "next-intl";
import { NumberText } from "../number-text";
import { Button, buttonClass } from "../ui/button";
import { Floating } from "../ui/floating";
import type { FigureDefinition, FigureInput } from "./definition";

type Props = {
  label: string;
  value: ReactNode;
  count?: number | null;
  definition: FigureDefinition;
  inputs?: FigureInput[];
  rowsHref?: string;
  exportHref?: string;
  anchor: RefObject<HTMLElement | null>;
  /** Opened by hover: takes no focus and closes when the pointer leaves. */
  isGlance: boolean;
  onClose: () => void;
  onShowRows: () => void;
  onPointerEnter: () => void;
  onPointerLeave: () => void;
};

/** The definition of one figure beside its number. */
export function FigurePopover(props: Props) {
  const { label, value, definition, inputs = [], anchor, isGlance, onClose } = props;
  const t = useTranslations("figure");
  return (
    <Floating
      // A glance that is clicked must take the focus, so it is mounted anew.
      key={String(isGlance)}
      anchor={anchor}
      open
      onOpenChange={(open) => !open && onClose()}
      label={t("popoverName", { figure: definition.title })}
      grabFocus={!isGlance}
      onPointerEnter={props.onPointerEnter}
      onPointerLeave={props.onPointerLeave}
      className="flex max-h-[var(--radix-popover-content-available-height)] w-[min(340px,calc(100vw-24px))] flex-col overflow-y-auto gap-2.5 rounded-popover border border-line bg-surface p-4 text-body"
    >
      <div>
        <p className="text-card-title text-ink">{definition.title}</p>
        <p className="mt-1 text-ink-2">{definition.meaning}</p>
      </div>
      <section>
        <p className="text-meta text-ink-3">{t("formula")}</p>
        <p dir="auto" className="rounded-chip bg-surface-2 px-2 py-1 text-ink">
          {definition.formula}
        </p>
      </section>
      <dl className="flex flex-col gap-1">
        {inputs.map((input) => (
          <Line key={input.label} name={input.label} value={input.value} />
        ))}
        <Line
          name={label}
          value={<span className="font-semibold text-ink">{value}</span>}
          isSum={inputs.length > 0}
        />
      </dl>
      <dl className="flex flex-col gap-0.5 border-t border-line pt-2 text-meta">
        {props.count === null || props.count === undefined ? null : (
          <Line name={t("behind")} value={<Count count={props.count} />} />
        )}
        <Line name={t("asOf")} value={definition.asOf} />
        <Line name={t("source")} value={definition.source} />
      </dl>
      <Doors {...props} />
    </Floating>
  );
}

function Line({ name, value, isSum = false }: { name: string; value: ReactNode; isSum?: boolean }) {
  return (
    <div
      className={`flex items-baseline justify-between gap-3 ${isSum ? "border-t border-line-2 pt-1" : ""}`}
    >
      <dt className="text-ink-2">{name}</dt>
      <dd className="text-end text-ink">{value}</dd>
    </div>
  );
}

function Count({ count }: { count: number }) {
  const t = useTranslations("figure");
  return t.rich("rowCount", { count, n: () => <NumberText value={count} /> });
}

function Doors({ count, rowsHref, exportHref, onShowRows }: Props) {
  const t = useTranslations("figure");
  if (!rowsHref && !exportHref) return null;
  const hasCount = count !== null && count !== undefined;
  return (
    <div className="flex flex-wrap gap-2">
      {rowsHref ? (
        <Button
          variant="primary"
          icon={<Rows3 size={14} strokeWidth={1.75} aria-hidden="true" />}
          onClick={onShowRows}
        >
          {hasCount ? t.rich("showRows", { count, n: () => <NumberText value={count} /> }) : t("showAllRows")}
        </Button>
      ) : null}
      {exportHref ? (
        <a href={exportHref} download className={buttonClass({})}>
          <Download size={14} strokeWidth={1.75} aria-hidden="true" />
          {t("exportCsv")}
        </a>
      ) : null}
    </div>
  );
}
