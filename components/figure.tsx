"use client";

import { useContext, useEffect, useRef, useState, type ReactNode } from "react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { FigureDefinitionsContext, type FigureDefinition, type FigureInput } from "./figure/definition";
import { classNames } from "./ui/class-names";

const loadPopover = () => import("./figure/popover");
const FigurePopover = dynamic(() => loadPopover().then((module) => module.FigurePopover), { ssr: false });
const FigureRows = dynamic(() => import("./figure/rows").then((module) => module.FigureRows), { ssr: false });

const HOVER_DELAY_MS = 600;
const LEAVE_DELAY_MS = 200;

export type FigureProps = {
  /** Which figure this is; pages, tests and shared definitions find it by this key. */
  figure: string;
  /** Its name in words. */
  label: string;
  /** The number, rendered by a number component, or a dash with its reason. */
  value: ReactNode;
  /** How many rows stand behind it; null when that is not known. */
  count?: number | null;
  /** What it means. Left out when the page shares definitions through FigureDefinitions. */
  definition?: FigureDefinition;
  /** The real inputs of the formula, in its order. */
  inputs?: FigureInput[];
  /** Where its rows are, as JSON. */
  rowsHref?: string;
  /** Where its rows are, as CSV. */
  exportHref?: string;
  className?: string;
};

/**
 * A number that opens: click, Enter or D shows its definition, its formula with the real inputs, its age and
 * what stands behind it; from there its rows and their sum. Both are loaded on first use.
 */
export function Figure(props: FigureProps) {
  const { figure, label, value, className } = props;
  const t = useTranslations("figure");
  const shared = useContext(FigureDefinitionsContext)[figure];
  const definition = props.definition ?? shared;
  const button = useRef<HTMLButtonElement>(null);
  const [shown, setShown] = useState<"nothing" | "glance" | "definition" | "rows">("nothing");
  const hover = useHover(
    () => setShown((now) => (now === "nothing" ? "glance" : now)),
    () => setShown((now) => (now === "glance" ? "nothing" : now)),
  );

  return (
    <>
      <button
        ref={button}
        type="button"
        data-figure={figure}
        aria-haspopup="dialog"
        aria-expanded={shown === "definition"}
        className={classNames("opens inline min-h-6 rounded-bar text-start text-inherit", className)}
        onClick={(event) => {
          event.stopPropagation();
          setShown(shown === "definition" ? "nothing" : "definition");
        }}
        onKeyDown={(event) => {
          if (event.code !== "KeyD" || event.ctrlKey || event.metaKey || event.altKey) return;
          event.preventDefault();
          setShown("definition");
        }}
        onPointerEnter={(event) => event.pointerType === "mouse" && hover.enter(() => void loadPopover())}
        onPointerLeave={hover.leave}
      >
        <span className="sr-only">{`${label}: `}</span>
        {value}
        <span className="sr-only">{`, ${t("howComputed")}`}</span>
      </button>
      {definition && (shown === "glance" || shown === "definition") ? (
        <FigurePopover
          {...props}
          definition={definition}
          anchor={button}
          isGlance={shown === "glance"}
          onClose={() => setShown("nothing")}
          onShowRows={() => setShown("rows")}
          onPointerEnter={hover.keep}
          onPointerLeave={hover.leave}
        />
      ) : null}
      {shown === "rows" && props.rowsHref ? (
        <FigureRows
          figure={figure}
          label={label}
          value={value}
          rowsHref={props.rowsHref}
          exportHref={props.exportHref}
          onClose={() => {
            setShown("nothing");
            button.current?.focus();
          }}
        />
      ) : null}
    </>
  );
}

/** Waits before it believes that the pointer has come to stay, or has left. */
function useHover(onStay: () => void, onLeft: () => void) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return {
    enter(prepare?: () => void) {
      clearTimeout(timer.current);
      prepare?.();
      timer.current = setTimeout(onStay, HOVER_DELAY_MS);
    },
    /** The pointer has reached the box itself: what is open stays, and nothing opens later. */
    keep() {
      clearTimeout(timer.current);
    },
    leave() {
      clearTimeout(timer.current);
      timer.current = setTimeout(onLeft, LEAVE_DELAY_MS);
    },
  };
}
