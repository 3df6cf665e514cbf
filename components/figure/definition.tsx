"use client";

import { createContext, type ReactNode } from "react";

/** What a figure means, in the person's language. */
export type FigureDefinition = {
  title: string;
  /** One or two plain sentences. */
  meaning: string;
  /** The formula in words or signs. */
  formula: string;
  /** Where its facts come from. */
  source: string;
  /** As of when, as text or a date component. */
  asOf: ReactNode;
};

/** One input of the formula with its real value. */
export type FigureInput = { label: string; value: ReactNode };

export const FigureDefinitionsContext = createContext<Record<string, FigureDefinition>>({});

/** Shares the definitions of a list, so that a thousand rows do not carry them a thousand times. */
export function FigureDefinitions({
  definitions,
  children,
}: {
  definitions: Record<string, FigureDefinition>;
  children: ReactNode;
}) {
  return (
    <FigureDefinitionsContext.Provider value={definitions}>{children}</FigureDefinitionsContext.Provider>
  );
}
