import type { Source } from "./timeline";

/**
 * Facts of one account as plain rows: days are calendar days, instants are milliseconds. Every row says when it was true and
 * when its source told it; rows that the source had not told by its last delivery do not exist.
 */
export type Instants = { occurredMs: number; recordedMs: number };

export type AccountRow = Instants & {
  id: string;
  externalId: string;
  name: string;
  currency: string;
  industry: string;
  country: string;
  domain: string;
  isStrategic: boolean;
};

export type AccountFactRow = {
  id: string;
  field: "seats" | "plan" | "owner";
  text: string | null;
  number: number | null;
  validMs: number;
  recordedMs: number;
  source: Source;
};

export type ContactRow = Instants & {
  id: string;
  externalId: string;
  name: string;
  email: string;
  role: "sponsor" | "champion" | "user" | "billing";
  jobTitle: string;
  language: string;
  leftMs: number | null;
  leftRecordedMs: number | null;
};

export type SubscriptionRow = Instants & {
  id: string;
  externalId: string;
  product: number;
  plan: number | null;
  startsOn: string;
};

export type SubscriptionFactRow = {
  id: string;
  subscriptionId: string;
  validMs: number;
  recordedMs: number;
  feeMinor: number;
  billingMonths: number;
  quantity: number | null;
  isTrial: boolean;
  termMonths: number;
  termEndsOn: string | null;
  noticeDays: number;
  isAutoRenewed: boolean;
  noticeGivenOn: string | null;
  endedOn: string | null;
};

export type MrrChangeRow = {
  id: string;
  subscriptionId: string;
  day: string;
  arrDeltaMinor: number;
  recordedMs: number;
};

export type InvoiceRow = Instants & {
  id: string;
  externalId: string;
  amountMinor: number;
  dueOn: string;
  paidMs: number | null;
  paidRecordedMs: number | null;
};

export type TicketRow = Instants & {
  id: string;
  externalId: string;
  contactId: string | null;
  subject: string;
  language: string;
  channel: string;
  priority: "urgent" | "high" | "normal" | "low";
  isEscalated: boolean;
  firstReplyMs: number | null;
  solvedMs: number | null;
  solvedRecordedMs: number | null;
};

export type TicketStateRow = Instants & { id: string; ticketId: string; state: "new" | "open" | "solved" };

export type ResponseRow = Instants & {
  id: string;
  externalId: string;
  contactId: string | null;
  ticketId: string | null;
  kind: "nps" | "csat" | "ces";
  score: number;
  comment: string | null;
  language: string;
};

export type TouchRow = Instants & {
  id: string;
  externalId: string;
  contactId: string | null;
  channel: string;
  direction: "in" | "out";
  isTwoWay: boolean;
  minutes: number | null;
  subject: string;
};

export type ChurnEventRow = Instants & {
  id: string;
  externalId: string;
  reason: string;
  statedBy: "customer" | "csm";
  comment: string | null;
};

/** How an account uses the product, week by week: what the daily rows are drawn from. */
export type UsePattern = {
  id: string;
  /** First day of use, and the first day after the last. */
  from: number;
  until: number;
  /** Day from which the key feature is used by three people; null when that has not come. */
  valueFrom: number | null;
  /** Chance of an active working day, in 255ths. */
  activity: Uint8Array;
  /** People expected on an active day. */
  users: Uint16Array;
  /** How many core features are in use. */
  breadth: Uint8Array;
  /** Core features in the order in which the account takes them up. */
  features: readonly number[];
};

/** Everything the sources tell of one account. */
export type CompanyFacts = {
  account: AccountRow;
  accountFacts: AccountFactRow[];
  contacts: ContactRow[];
  subscriptions: SubscriptionRow[];
  subscriptionFacts: SubscriptionFactRow[];
  mrrChanges: MrrChangeRow[];
  invoices: InvoiceRow[];
  tickets: TicketRow[];
  ticketStates: TicketStateRow[];
  responses: ResponseRow[];
  touches: TouchRow[];
  churnEvents: ChurnEventRow[];
  firstValue: { reachedMs: number; recordedMs: number } | null;
  use: UsePattern;
};
