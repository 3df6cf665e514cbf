import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseMapping, type Mapping } from "@/lib/imports/mapping";
import { addDays } from "@/lib/period";

/** Rows of one file, the head first. */
export type Table = string[][];
export type Tables = Record<string, Table>;

/**
 * A small company made for tests, in the shape of real exports. Its waterfall from 31 October to 31 December 2024 is the worked
 * example of metrics.md R2–R6: A 100→120, B 200→150, C 50→0, D 80→80, E 0→60 (new), F 0→40 (paid in 2023); G is on trial.
 */
export function twinTables(): Tables {
  const letters = ["A", "B", "C", "D", "E", "F", "G"];
  return {
    "accounts.csv": [
      ["account_id", "name", "signed_up", "plan", "seats"],
      ...letters.map((letter, index) => [
        letter,
        `Company ${letter}`,
        "2023-01-01",
        index % 2 ? "Pro" : "Basic",
        String(10 + index),
      ]),
    ],
    "subscriptions.csv": [
      ["subscription_id", "account_id", "start", "end", "plan", "mrr", "trial"],
      ["S1", "A", "2024-01-01", "", "Basic", "100", "no"],
      ["S2", "A", "2024-11-15", "", "Basic", "20", "no"],
      ["S3", "B", "2024-01-01", "", "Pro", "150", "no"],
      ["S4", "B", "2024-01-01", "2024-12-01", "Pro", "50", "no"],
      ["S5", "C", "2024-01-01", "2024-12-20", "Basic", "50", "no"],
      ["S6", "D", "2024-01-01", "", "Pro", "80", "no"],
      ["S7", "E", "2024-12-05", "", "Basic", "60", "no"],
      ["S8", "F", "2023-01-01", "2023-06-01", "Pro", "40", "no"],
      ["S9", "F", "2024-12-10", "", "Pro", "40", "no"],
      ["S10", "G", "2024-12-01", "", "Basic", "0", "yes"],
    ],
    "usage.csv": [["event_id", "account_id", "day", "feature", "user", "times"], ...usageRows(letters)],
    "tickets.csv": [
      ["ticket_id", "account_id", "opened", "solved", "priority", "score"],
      ["T1", "A", "2024-12-01", "2024-12-02 10:30", "medium", "4"],
      ["T2", "B", "2024-12-20", "", "urgent", ""],
      ["T3", "C", "2024-11-05", "2024-11-05 09:00", "low", "2"],
    ],
    "losses.csv": [
      ["loss_id", "account_id", "day", "reason"],
      ["L1", "C", "2024-12-20", "budget"],
    ],
  };
}

/** Every second day from August on, three people take turns with three features. */
function usageRows(letters: readonly string[]): string[][] {
  const rows: string[][] = [];
  for (let back = 150; back >= 0; back -= 2) {
    const day = addDays("2024-12-31", -back);
    const turn = back / 2;
    for (const letter of letters.slice(0, 5)) {
      rows.push([
        `U${letter}${back}`,
        letter,
        day,
        `f${(turn % 3) + 1}`,
        `${letter}-${turn % 3}`,
        String(1 + (turn % 4)),
      ]);
    }
  }
  return rows;
}

/** The mapping of those files; `change` replaces keys of it. */
export function twinMapping(change: Partial<Mapping> = {}): Mapping {
  const mapping = {
    name: "Twin",
    source: "twin",
    workspace: { name: "Twin", country: "other", zone: "UTC", currency: "USD", asOf: "2025-01-01T00:00:00Z" },
    currency: "USD",
    recordedAt: "assumed",
    dates: "yyyy-MM-dd",
    plans: ["Basic", "Pro"],
    features: { core: "all", plans: "all", keyEvent: "any use" },
    files: [
      { file: "accounts.csv", noun: "accounts", columns: { id: "account_id", name: "name", since: "signed_up", plan: "plan", seats: "seats" } },
      {
        file: "subscriptions.csv",
        noun: "subscriptions",
        columns: {
          id: "subscription_id", account: "account_id", startsOn: "start", endsOn: "end", plan: "plan", fee: "mrr",
          feeMonths: { constant: 1 }, isTrial: "trial",
        },
      },
      {
        file: "usage.csv",
        noun: "usage",
        columns: { id: "event_id", account: "account_id", occurredAt: "day", feature: "feature", user: "user", count: "times" },
      },
      {
        file: "tickets.csv",
        noun: "tickets",
        columns: {
          id: "ticket_id", account: "account_id", openedAt: "opened", solvedAt: "solved",
          priority: { column: "priority", values: { urgent: "urgent", medium: "normal", low: "low" } },
        },
        ignore: ["score"],
      },
      {
        file: "tickets.csv",
        noun: "responses",
        onlyIf: "score",
        columns: { id: "ticket_id", account: "account_id", ticket: "ticket_id", answeredAt: "solved", kind: { constant: "csat" }, score: "score" },
        ignore: "rest",
      },
      { file: "losses.csv", noun: "churn_events", columns: { id: "loss_id", account: "account_id", occurredAt: "day", reason: "reason" } },
    ],
  }; // prettier-ignore
  return { ...parseMapping(JSON.stringify(mapping)), ...change };
}

/** The twin with one file replaced. */
export function twinWith(file: string, rows: Table): Tables {
  return { ...twinTables(), [file]: rows };
}

/** Writes tables as CSV files into a new folder and answers it. */
export async function writeTables(tables: Tables): Promise<string> {
  const dir = await mkdtemp(path.join(tmpdir(), "vafa-twin-"));
  for (const [file, rows] of Object.entries(tables)) {
    await writeFile(path.join(dir, file), rows.map((row) => row.join(",")).join("\n") + "\n");
  }
  return dir;
}
