/** Longest texts that are taken: a name fits a table, a comment a page. */
const SHORT = 200;
const LONG = 20_000;
const COUNT_MAX = 2_147_483_647;

const id = { kind: "text", max: SHORT, required: true } as const;
const reference = { kind: "text", max: SHORT, required: false } as const;
const text = { kind: "text", max: SHORT, required: false } as const;
const longText = { kind: "text", max: LONG, required: false } as const;
const yes = { kind: "yes", required: false } as const;
const whole = { kind: "whole", max: COUNT_MAX, required: false } as const;
const currency = { kind: "currency", required: false } as const;
/** Instants and days of what happened may not lie ahead; days of what was agreed may. */
const happened = { kind: "instant", required: false } as const;
const agreedOn = { kind: "day", mayBeAhead: true, required: false } as const;

/**
 * The nouns a file may hold and their fields: the only list of what a mapping can name. `required` fields must be mapped, and
 * their cells filled. Money is read in major units and kept in minor ones.
 */
export const NOUNS = {
  accounts: {
    id,
    name: { ...text, required: true },
    since: happened,
    parent: reference,
    currency,
    industry: text,
    country: text,
    domain: text,
    isStrategic: yes,
    plan: { kind: "plan", max: SHORT, required: false },
    seats: whole,
    owner: text,
    changedAt: happened,
  },
  contacts: {
    id,
    account: { ...reference, required: true },
    name: { ...text, required: true },
    since: happened,
    email: text,
    role: { kind: "choice", choices: ["sponsor", "champion", "user", "billing"], required: false },
    jobTitle: text,
    language: text,
    leftAt: happened,
  },
  subscriptions: {
    id,
    account: { ...reference, required: true },
    startsOn: { kind: "day", mayBeAhead: false, required: true },
    endsOn: agreedOn,
    fee: { kind: "money", required: true },
    feeMonths: { ...whole, min: 1, required: true },
    currency,
    plan: { kind: "plan", max: SHORT, required: false },
    quantity: whole,
    isTrial: yes,
    termMonths: { ...whole, min: 1 },
    termEndsOn: agreedOn,
    noticeDays: whole,
    noticeGivenOn: { kind: "day", mayBeAhead: false, required: false },
    isAutoRenewed: yes,
    changedAt: happened,
  },
  usage: {
    id,
    account: reference,
    subscription: reference,
    occurredAt: { ...happened, required: true },
    feature: { ...text, required: true },
    user: text,
    count: whole,
  },
  tickets: {
    id,
    account: { ...reference, required: true },
    openedAt: { ...happened, required: true },
    firstReplyAt: happened,
    firstReplyMinutes: { kind: "number", required: false },
    solvedAt: happened,
    priority: { kind: "choice", choices: ["urgent", "high", "normal", "low"], required: false },
    subject: text,
    channel: text,
    language: text,
    isEscalated: yes,
    contact: reference,
  },
  responses: {
    id,
    account: { ...reference, required: true },
    answeredAt: { ...happened, required: true },
    kind: { kind: "choice", choices: ["nps", "csat", "ces"], required: true },
    score: { kind: "number", required: true },
    comment: longText,
    language: text,
    contact: reference,
    ticket: reference,
  },
  churn_events: {
    id,
    account: { ...reference, required: true },
    occurredAt: { ...happened, required: true },
    reason: text,
    statedBy: { kind: "choice", choices: ["customer", "csm", "source"], required: false },
    isReactivation: yes,
    comment: longText,
  },
  touches: {
    id,
    account: { ...reference, required: true },
    occurredAt: { ...happened, required: true },
    channel: { ...text, required: true },
    direction: { kind: "choice", choices: ["in", "out"], required: true },
    isTwoWay: yes,
    minutes: { kind: "number", required: false },
    subject: text,
    contact: reference,
  },
  invoices: {
    id,
    account: { ...reference, required: true },
    issuedAt: { ...happened, required: true },
    kind: { kind: "choice", choices: ["invoice", "order"], required: false },
    amount: { kind: "money", required: true },
    currency,
    number: text,
    dueOn: agreedOn,
    paidAt: happened,
  },
} as const satisfies Record<string, Record<string, Field>>;

/** How a field's text is read. */
export type Field =
  | { kind: "text" | "plan"; max: number; required: boolean }
  | { kind: "whole"; max: number; min?: number; required: boolean }
  | { kind: "number" | "money" | "yes" | "currency" | "instant"; required: boolean }
  | { kind: "day"; mayBeAhead: boolean; required: boolean }
  | { kind: "choice"; choices: readonly string[]; required: boolean };

export type Noun = keyof typeof NOUNS;
export const NOUN_NAMES = Object.keys(NOUNS) as Noun[];

/** The order in which files are read: what others refer to comes first. */
export const READING_ORDER: readonly Noun[] = [
  "accounts",
  "contacts",
  "subscriptions",
  "usage",
  "tickets",
  "responses",
  "churn_events",
  "touches",
  "invoices",
];

/** An instant of a file; `dateOnly` when the file gave only the day, the instant is then its start. */
export type Moment = { at: Date; dateOnly: boolean };

type Values = {
  text: string;
  plan: string;
  whole: number;
  number: number;
  money: number;
  yes: boolean;
  currency: string;
  instant: Moment;
  day: string;
};

type ValueOf<F> = F extends { choices: readonly (infer C)[] }
  ? C
  : F extends { kind: keyof Values }
    ? Values[F["kind"]]
    : never;
type CellOf<F> = F extends { required: true } ? ValueOf<F> : ValueOf<F> | null;

/** One row of a noun after reading: every field has its type; a field that is not required may be null. */
export type RowOf<N extends Noun> = {
  -readonly [F in keyof (typeof NOUNS)[N]]: CellOf<(typeof NOUNS)[N][F]>;
};

/** The events of architecture.md 1: the first content under an id wins. The other nouns may change. */
export const EVENT_NOUNS = [
  "usage",
  "responses",
  "churn_events",
  "touches",
] as const satisfies readonly Noun[];

/** Whether a noun is an event. */
export function isEvent(noun: Noun): boolean {
  return (EVENT_NOUNS as readonly Noun[]).includes(noun);
}

/** The field whose instant says when a fact of the noun became true. */
export const EFFECTIVE_FIELD = {
  accounts: "since",
  contacts: "since",
  subscriptions: "startsOn",
  usage: "occurredAt",
  tickets: "openedAt",
  responses: "answeredAt",
  churn_events: "occurredAt",
  touches: "occurredAt",
  invoices: "issuedAt",
} as const satisfies Record<Noun, string>;
