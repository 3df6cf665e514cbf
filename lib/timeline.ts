/** The channels of one account's timeline: every touch, whatever it came through, falls into exactly one. */
export const TIMELINE_CHANNELS = [
  "call",
  "email",
  "chat",
  "visit",
  "ticket",
  "survey",
  "product",
  "invoice",
  "contract",
  "contact",
  "other",
] as const;
export type TimelineChannel = (typeof TIMELINE_CHANNELS)[number];

/** Which channel of the timeline a channel of the touch ledger (defaults.md 8) belongs to; one not named is `other`. */
export const TOUCH_CHANNELS: Readonly<Record<string, TimelineChannel>> = {
  phone: "call",
  video: "call",
  email: "email",
  letter: "email",
  chat: "chat",
  messenger: "chat",
  sms: "chat",
  social: "chat",
  visit: "visit",
  review: "visit",
  training: "visit",
  event: "visit",
  branch: "visit",
  ticket: "ticket",
  survey: "survey",
  in_app: "product",
};

export type TimelineKind =
  | "touch"
  | "ticket_opened"
  | "ticket_solved"
  | "answer"
  | "invoice_issued"
  | "invoice_paid"
  | "first_use"
  | "first_value"
  | "last_use"
  | "subscription_started"
  | "subscription_ended"
  | "notice_given"
  | "loss_stated"
  | "came_back"
  | "contact_left";

/**
 * One thing that happened, as facts; the page finds the words. `at` is an ISO instant to the microsecond; `isDayOnly` when
 * the source knows the local day and no hour. What a kind does not have is null.
 */
export type TimelineEntry = {
  id: string;
  kind: TimelineKind;
  channel: TimelineChannel;
  at: string;
  isDayOnly: boolean;
  /** The touch channel, survey kind, ticket priority, churn reason or role of a contact: a stable key. */
  key: string | null;
  /** The number of a ticket or invoice, the name of a plan or product. */
  name: string | null;
  /** What was written: subject or comment, in its own language. */
  text: string | null;
  /** Whom it was with. */
  contact: string | null;
  /** The score of an answer, on its own scale. */
  score: number | null;
  minutes: number | null;
  isTwoWay: boolean;
  direction: "in" | "out" | null;
  amountMinor: number | null;
  currency: string | null;
};

/** Entries of one page of the timeline. */
export const TIMELINE_PAGE = 20;

/** Where a page of the timeline ends: the instant and id of its last entry. */
export type TimelineCursor = { at: string; id: string };

/** A cursor as it travels in an address. */
export function writeCursor({ at, id }: TimelineCursor): string {
  return `${at}|${id}`;
}

const CURSOR = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z)\|([a-z_]{1,30}:[0-9a-f-]{36})$/;

/** A cursor from an address; null when it is not one. */
export function readCursor(text: string): TimelineCursor | null {
  const [, at, id] = CURSOR.exec(text) ?? [];
  return at === undefined || id === undefined || Number.isNaN(Date.parse(at)) ? null : { at, id };
}
