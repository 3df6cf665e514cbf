import type { Freshness } from "../../queries/sources";
import type { Family } from "../../schema";
import { DELIVERY_HOUR, HISTORY_DAYS, type Source, type Timeline } from "../company/timeline";

/** Which source delivers which families. */
const FAMILIES: Readonly<Record<Source, readonly Family[]>> = {
  product: ["usage"],
  helpdesk: ["tickets"],
  surveys: ["surveys"],
  crm: ["accounts", "touches", "churn"],
  billing: ["subscriptions", "seats", "invoices"],
};

const DAY_MS = 86_400_000;

/** Counts the rows each family received on each day of the history. */
export class Deliveries {
  private readonly counts = new Map<Family, Uint32Array>();
  private readonly startMs: number;

  constructor(private readonly timeline: Timeline) {
    this.startMs = timeline.at(0, 0);
  }

  /** A row recorded at an instant; older than the history is not counted. */
  addAt(family: Family, recordedMs: number): void {
    this.addOn(family, Math.floor((recordedMs - this.startMs) / DAY_MS));
  }

  /** Rows recorded on a day of the history. */
  addOn(family: Family, day: number, rows = 1): void {
    let counts = this.counts.get(family);
    if (!counts) {
      counts = new Uint32Array(HISTORY_DAYS);
      this.counts.set(family, counts);
    }
    if (day >= 0 && day < HISTORY_DAYS) counts[day] = (counts[day] ?? 0) + rows;
  }

  /** One delivery a day per source and family, up to the last day of that source: history knows how fresh it was, too. */
  freshness(): Freshness[] {
    const rows: Freshness[] = [];
    for (const source of Object.keys(FAMILIES) as Source[]) {
      for (const family of FAMILIES[source]) {
        for (let day = 0; day <= this.timeline.lastDay(source); day++) {
          const deliveredAt = new Date(this.timeline.at(day, DELIVERY_HOUR[source]));
          const count = this.counts.get(family)?.[day] ?? 0;
          rows.push({ source, family, deliveredOn: this.timeline.day(day), deliveredAt, rows: count });
        }
      }
    }
    return rows;
  }
}
