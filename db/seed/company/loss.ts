import type { Random } from "../random";
import type { ChurnEventRow } from "./facts";
import type { Leaving } from "./leaving";
import { streamOf, type Story } from "./story";
import { recorded } from "./telling";
import { HISTORY_DAYS } from "./timeline";

/** Reasons that fit a cause, by weight (keys of the shipped churn reasons). */
const REASONS: Readonly<Record<string, readonly (readonly [reason: string, weight: number])[]>> = {
  sponsor: [
    ["relationship", 70],
    ["budget", 15],
    ["value_missing", 15],
  ],
  product: [
    ["product_quality", 55],
    ["support", 25],
    ["product_gap", 20],
  ],
  price: [
    ["price_value", 60],
    ["budget", 25],
    ["contract_billing", 15],
  ],
  fading: [
    ["low_adoption", 50],
    ["value_missing", 35],
    ["product_gap", 15],
  ],
  onboarding: [
    ["onboarding_failed", 60],
    ["poor_fit", 20],
    ["promise_broken", 20],
  ],
  other: [
    ["closed", 20],
    ["merged", 18],
    ["project_ended", 18],
    ["budget", 16],
    ["regulation", 6],
    ["payment_blocked", 5],
    ["unknown", 17],
  ],
};
const TOLD_WITHIN_DAYS = 4;

/** The reason that was given when the account had left; empty while it is a customer. */
export function lossOf(story: Story): ChurnEventRow[] {
  const { leaving, timeline, traits, words } = story;
  if (!leaving || leaving.endsOn >= HISTORY_DAYS) return [];
  const random = streamOf(story, "naming");
  const reason = reasonOf(random, leaving);
  const day = leaving.endsOn + random.whole(0, TOLD_WITHIN_DAYS);
  const told = recorded(timeline, random, "crm", day, timeline.at(day, 14));
  const statedBy = reason !== "unknown" && random.chance(0.55) ? "customer" : "csm";
  const comment = statedBy === "customer" ? random.pick(words.comments.bad) : null;
  if (!told) return [];
  const occurredMs = timeline.at(leaving.endsOn, 0);
  const externalId = String(traits.index + 1);
  return [
    { id: random.uuid(occurredMs), externalId, reason, statedBy, comment, occurredMs, recordedMs: told.ms },
  ];
}

function reasonOf(random: Random, { cause }: Leaving): string {
  return random.weighted(REASONS[cause ?? "other"] ?? []);
}
