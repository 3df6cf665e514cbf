"use client";

import { createContext, useContext, type ReactNode } from "react";
import type { Day } from "@/lib/period";
import { formatters, type Formatters, type FormatSettings } from "@/lib/words/format";

type Reading = { settings: FormatSettings; today: Day };

const ReadingContext = createContext<Reading | null>(null);

type Props = {
  settings: FormatSettings;
  /** The workspace's own today: the local day of now, or of the pinned as-of instant. */
  today: Day;
  children: ReactNode;
};

/** Tells every figure and date below how this reader writes; stands once, in the layout. */
export function FormatProvider({ settings, today, children }: Props) {
  return <ReadingContext value={{ settings, today }}>{children}</ReadingContext>;
}

/** The formatters of this reader, for chart labels and accessible names; in markup prefer the text components. */
export function useFormat(): Formatters {
  return formatters(useReading().settings);
}

/** The workspace's today. */
export function useToday(): Day {
  return useReading().today;
}

function useReading(): Reading {
  const reading = useContext(ReadingContext);
  if (reading === null) throw new Error("a figure stands outside FormatProvider");
  return reading;
}
