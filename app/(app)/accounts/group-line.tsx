"use client";

import type { ReactNode } from "react";
import { ChevronDown } from "lucide-react";
import { HealthMark, bandInk } from "@/components/health-mark";
import { classNames } from "@/components/ui/class-names";
import type { Band } from "@/lib/metrics/health/card";

/** The head of a group: its name, how many accounts, and its figures, made by the page. */
export type GroupHead = {
  key: string;
  count: number;
  name: string;
  /** The band that the group is, for its shape and colour. */
  band: Band | null;
  figures: ReactNode;
};

type Props = {
  head: GroupHead;
  index: number;
  span: number;
  isClosed: boolean;
  onToggle: (key: string) => void;
};

/** One line of the table that opens and closes its group. */
export function GroupLine({ head, index, span, isClosed, onToggle }: Props) {
  return (
    <tr
      role="row"
      aria-rowindex={index + 2}
      data-line={index}
      className="relative h-8 border-b border-line bg-surface-2 max-md:block max-md:h-auto"
    >
      <th role="rowheader" aria-colspan={span} className="p-0 font-normal max-md:block">
        <div className="absolute inset-0 flex items-center gap-x-4 bg-surface-2 px-3 whitespace-nowrap max-md:static max-md:flex-wrap max-md:py-1">
          <button
            type="button"
            aria-expanded={!isClosed}
            onClick={() => onToggle(head.key)}
            className="inline-flex min-h-6 items-center gap-1.5"
          >
            <ChevronDown
              size={14}
              strokeWidth={1.75}
              aria-hidden="true"
              className={classNames("text-ink-3", isClosed && "-rotate-90 rtl:rotate-90")}
            />
            {head.band ? <HealthMark band={head.band} /> : null}
            <span className={classNames("font-semibold", head.band ? bandInk(head.band) : "text-ink")}>
              <bdi>{head.name}</bdi>
            </span>
          </button>
          {head.figures}
        </div>
      </th>
    </tr>
  );
}
