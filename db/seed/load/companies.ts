import type { Tx } from "../../client";
import { bulkInsert } from "../../copy";
import type { Company, Rows } from "./cells";
import { accountRows, churnRows, contactRows, factRows, firstValueRows } from "./customer-rows";
import { invoiceRows, mrrChangeRows, subscriptionFactRows, subscriptionRows } from "./revenue-rows";
import { responseRows, ticketRows, ticketStateRows, touchRows } from "./service-rows";
import type { Reference } from "./reference";

/** Writes a batch of accounts with all their facts but usage, in the caller's transaction: parents before children. */
export async function insertCompanies(tx: Tx, reference: Reference, companies: Company): Promise<void> {
  for (const [table, columns, rowsOf] of TABLES) {
    await bulkInsert(tx, table, ["workspace_id", ...columns], rowsOf(companies, reference));
  }
}

const KEY = ["id", "account_id", "source", "external_id"] as const;
const TIMES = ["content_hash", "occurred_at", "recorded_at"] as const;

const TABLES: readonly (readonly [
  table: string,
  columns: readonly string[],
  rows: (companies: Company, reference: Reference) => Rows,
])[] = [
  [
    "accounts",
    [
      "id",
      "source",
      "external_id",
      "name",
      "name_folded",
      "currency",
      "industry",
      "country",
      "domain",
      "is_strategic",
      "custom",
      ...TIMES,
    ],
    accountRows,
  ],
  [
    "account_facts",
    ["id", "account_id", "field", "value_text", "value_number", "valid_from", "recorded_at", "source"],
    factRows,
  ],
  [
    "contacts",
    [
      ...KEY,
      "name",
      "email",
      "role",
      "job_title",
      "language",
      "left_at",
      "left_recorded_at",
      "occurred_at",
      "recorded_at",
    ],
    contactRows,
  ],
  ["subscriptions", [...KEY, "product_id", "plan_id", "currency", "starts_on", ...TIMES], subscriptionRows],
  [
    "subscription_facts",
    [
      "id",
      "subscription_id",
      "valid_from",
      "recorded_at",
      "fee_minor",
      "billing_months",
      "quantity",
      "is_trial",
      "term_months",
      "term_ends_on",
      "notice_days",
      "is_auto_renewed",
      "notice_given_on",
      "ended_on",
    ],
    subscriptionFactRows,
  ],
  [
    "mrr_changes",
    ["id", "account_id", "subscription_id", "day", "arr_delta_minor", "currency", "recorded_at"],
    mrrChangeRows,
  ],
  [
    "invoices",
    [...KEY, "kind", "number", "amount_minor", "currency", "due_on", "paid_at", "paid_recorded_at", ...TIMES],
    invoiceRows,
  ],
  [
    "tickets",
    [
      ...KEY,
      "contact_id",
      "subject",
      "language",
      "channel",
      "priority",
      "is_escalated",
      "first_reply_at",
      "solved_at",
      "solved_recorded_at",
      ...TIMES,
    ],
    ticketRows,
  ],
  ["ticket_states", ["id", "ticket_id", "state", "occurred_at", "recorded_at"], ticketStateRows],
  [
    "responses",
    [...KEY, "contact_id", "ticket_id", "kind", "score", "comment", "language", ...TIMES],
    responseRows,
  ],
  [
    "touches",
    [...KEY, "contact_id", "user_id", "channel", "direction", "is_two_way", "minutes", "subject", ...TIMES],
    touchRows,
  ],
  ["churn_events", [...KEY, "reason", "stated_by", "comment", ...TIMES], churnRows],
  ["first_values", ["account_id", "reached_at", "recorded_at"], firstValueRows],
];
