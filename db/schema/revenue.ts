import {
  bigint,
  boolean,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { accounts } from "./accounts";
import { bytes, instant, tenantPolicy, workspaceId } from "./tenant";

export const products = pgTable(
  "products",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    externalId: text("external_id").notNull(),
    name: text("name").notNull(),
  },
  (t) => [
    primaryKey({ name: "products_pk", columns: [t.workspaceId, t.id] }),
    unique("products_external_key").on(t.workspaceId, t.externalId),
    tenantPolicy("products"),
  ],
);

export const plans = pgTable(
  "plans",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    key: text("key").notNull(),
    name: text("name").notNull(),
  },
  (t) => [
    primaryKey({ name: "plans_pk", columns: [t.workspaceId, t.id] }),
    unique("plans_key_key").on(t.workspaceId, t.key),
    tenantPolicy("plans"),
  ],
);

/** Features a plan includes; those marked core in `features` are what adoption is measured against. */
export const planFeatures = pgTable(
  "plan_features",
  { workspaceId: workspaceId(), planId: uuid("plan_id").notNull(), feature: smallint("feature").notNull() },
  (t) => [
    primaryKey({ name: "plan_features_pk", columns: [t.workspaceId, t.planId, t.feature] }),
    foreignKey({
      name: "plan_features_plan_fk",
      columns: [t.workspaceId, t.planId],
      foreignColumns: [plans.workspaceId, plans.id],
    }).onDelete("cascade"),
    tenantPolicy("plan_features"),
  ],
);

export const subscriptions = pgTable(
  "subscriptions",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    accountId: uuid("account_id").notNull(),
    source: text("source").notNull(),
    externalId: text("external_id").notNull(),
    productId: uuid("product_id"),
    planId: uuid("plan_id"),
    currency: text("currency").notNull(),
    startsOn: date("starts_on", { mode: "string" }).notNull(),
    contentHash: bytes("content_hash").notNull(),
    occurredAt: instant("occurred_at").notNull(),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "subscriptions_pk", columns: [t.workspaceId, t.id] }),
    unique("subscriptions_external_key").on(t.workspaceId, t.source, t.externalId),
    index("subscriptions_account_idx").on(t.workspaceId, t.accountId),
    foreignKey({
      name: "subscriptions_account_fk",
      columns: [t.workspaceId, t.accountId],
      foreignColumns: [accounts.workspaceId, accounts.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "subscriptions_plan_fk",
      columns: [t.workspaceId, t.planId],
      foreignColumns: [plans.workspaceId, plans.id],
    }),
    foreignKey({
      name: "subscriptions_product_fk",
      columns: [t.workspaceId, t.productId],
      foreignColumns: [products.workspaceId, products.id],
    }),
    tenantPolicy("subscriptions"),
  ],
);

/**
 * Terms of a subscription from `validFrom` on, as learnt at `recordedAt`. The row in force at an instant t, as known at k,
 * is the one with the greatest (validFrom, recordedAt) with validFrom <= t and recordedAt <= k.
 */
export const subscriptionFacts = pgTable(
  "subscription_facts",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    subscriptionId: uuid("subscription_id").notNull(),
    validFrom: instant("valid_from").notNull(),
    recordedAt: instant("recorded_at").notNull(),
    isAssumed: boolean("is_assumed").notNull().default(false),
    /** Recurring fee of one billing term. */
    feeMinor: bigint("fee_minor", { mode: "number" }).notNull(),
    billingMonths: integer("billing_months").notNull(),
    quantity: integer("quantity"),
    isTrial: boolean("is_trial").notNull().default(false),
    /** Length of the contract; null is evergreen, which like a monthly contract may be ended at any time. */
    termMonths: integer("term_months"),
    /** Day after the last day of the current contract term; null is evergreen. */
    termEndsOn: date("term_ends_on", { mode: "string" }),
    noticeDays: integer("notice_days"),
    isAutoRenewed: boolean("is_auto_renewed").notNull().default(true),
    /** Day the termination was announced; null while none was. */
    noticeGivenOn: date("notice_given_on", { mode: "string" }),
    /** First day without service; null while it runs. */
    endedOn: date("ended_on", { mode: "string" }),
  },
  (t) => [
    primaryKey({ name: "subscription_facts_pk", columns: [t.workspaceId, t.id] }),
    unique("subscription_facts_version_key").on(t.workspaceId, t.subscriptionId, t.validFrom, t.recordedAt),
    foreignKey({
      name: "subscription_facts_subscription_fk",
      columns: [t.workspaceId, t.subscriptionId],
      foreignColumns: [subscriptions.workspaceId, subscriptions.id],
    }).onDelete("cascade"),
    tenantPolicy("subscription_facts"),
  ],
);

/**
 * Steps of recurring revenue, derived from subscription facts, append-only: what is learnt later adds a correcting row.
 * Amounts are annual (ARR = 12 x MRR): a yearly fee divided by twelve is not a whole minor unit, the year itself is.
 */
export const mrrChanges = pgTable(
  "mrr_changes",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    accountId: uuid("account_id").notNull(),
    subscriptionId: uuid("subscription_id").notNull(),
    day: date("day", { mode: "string" }).notNull(),
    arrDeltaMinor: bigint("arr_delta_minor", { mode: "number" }).notNull(),
    currency: text("currency").notNull(),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "mrr_changes_pk", columns: [t.workspaceId, t.id] }),
    // Sums per account in account order, and the rebuild of one subscription.
    index("mrr_changes_account_idx").on(t.workspaceId, t.accountId, t.subscriptionId, t.day),
    foreignKey({
      name: "mrr_changes_subscription_fk",
      columns: [t.workspaceId, t.subscriptionId],
      foreignColumns: [subscriptions.workspaceId, subscriptions.id],
    }).onDelete("cascade"),
    tenantPolicy("mrr_changes"),
  ],
);

export const invoices = pgTable(
  "invoices",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    accountId: uuid("account_id").notNull(),
    source: text("source").notNull(),
    externalId: text("external_id").notNull(),
    kind: text("kind").$type<"invoice" | "order">().notNull(),
    number: text("number"),
    amountMinor: bigint("amount_minor", { mode: "number" }).notNull(),
    currency: text("currency").notNull(),
    dueOn: date("due_on", { mode: "string" }),
    paidAt: instant("paid_at"),
    paidRecordedAt: instant("paid_recorded_at"),
    contentHash: bytes("content_hash").notNull(),
    occurredAt: instant("occurred_at").notNull(),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "invoices_pk", columns: [t.workspaceId, t.id] }),
    unique("invoices_external_key").on(t.workspaceId, t.source, t.externalId),
    index("invoices_account_idx").on(t.workspaceId, t.accountId, t.occurredAt),
    foreignKey({
      name: "invoices_account_fk",
      columns: [t.workspaceId, t.accountId],
      foreignColumns: [accounts.workspaceId, accounts.id],
    }).onDelete("cascade"),
    tenantPolicy("invoices"),
  ],
);

export const exchangeRates = pgTable(
  "exchange_rates",
  {
    workspaceId: workspaceId(),
    currencyFrom: text("currency_from").notNull(),
    currencyTo: text("currency_to").notNull(),
    day: date("day", { mode: "string" }).notNull(),
    rate: numeric("rate", { precision: 24, scale: 12 }).notNull(),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "exchange_rates_pk", columns: [t.workspaceId, t.currencyFrom, t.currencyTo, t.day] }),
    tenantPolicy("exchange_rates"),
  ],
);

export const priceIndexes = pgTable(
  "price_indexes",
  {
    workspaceId: workspaceId(),
    month: date("month", { mode: "string" }).notNull(),
    value: doublePrecision("value").notNull(),
    publishedAt: instant("published_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "price_indexes_pk", columns: [t.workspaceId, t.month] }),
    tenantPolicy("price_indexes"),
  ],
);

export type Subscription = typeof subscriptions.$inferSelect;
export type SubscriptionFact = typeof subscriptionFacts.$inferSelect;
export type Invoice = typeof invoices.$inferSelect;
