import type { Cell } from "../../copy";
import type { CompanyFacts } from "../company/facts";

/** Rows of one table, the workspace first. */
export type Rows = Iterable<readonly Cell[]>;

/** A batch of accounts with their facts. */
export type Company = readonly CompanyFacts[];

/** No delivery ever repeats a seeded fact, so its id can stand for its content. */
export function times(id: string, occurredMs: number, recordedMs: number): [string, Date, Date] {
  return [`\\x${id.replaceAll("-", "")}`, new Date(occurredMs), new Date(recordedMs)];
}

/** Milliseconds as an instant; null stays null. */
export function instant(ms: number): Date;
export function instant(ms: number | null): Date | null;
export function instant(ms: number | null): Date | null {
  return ms === null ? null : new Date(ms);
}
