import { PLANS, KEY_FEATURE } from "./catalogue";
import type { UsePattern } from "./facts";
import { lastsUntil, streamOf, type Story } from "./story";
import { HISTORY_DAYS, HISTORY_WEEKS } from "./timeline";

const FIRST_USE_DAYS = 5;
/** Days to first value in good times, and how much longer a listless account takes. */
const VALUE_DAYS = { least: 6, most: 40 } as const;
const SIZE_DAYS = { small: 1, mid: 1.4, enterprise: 1.9 } as const;
/** Who has decided to leave moves out until the last day. */
const MOVING_OUT = 0.8;

/** How the account uses the product week by week, and when it reached first value. */
export function useOf(story: Story): UsePattern {
  const random = streamOf(story, "use");
  const { traits, course } = story;
  const plan = PLANS[traits.plan] ?? PLANS[0];
  const pattern: UsePattern = {
    id: "",
    from: Math.max(0, traits.joined + random.whole(0, FIRST_USE_DAYS)),
    until: lastsUntil(story),
    valueFrom: null,
    activity: new Uint8Array(HISTORY_WEEKS),
    users: new Uint16Array(HISTORY_WEEKS),
    breadth: new Uint8Array(HISTORY_WEEKS),
    features: [
      KEY_FEATURE,
      ...shuffled(
        plan.core.filter((code) => code !== KEY_FEATURE),
        () => random.unit(),
      ),
    ],
  };
  const phase = random.unit();
  for (let week = Math.floor(pattern.from / 7); week < HISTORY_WEEKS; week++) {
    const engagement = (course.engagement[week] ?? 0) * (1 - MOVING_OUT * movedOut(story, week));
    pattern.activity[week] = Math.round(255 * Math.min(1, 0.04 + 1.12 * engagement));
    pattern.users[week] = Math.max(1, Math.round(traits.seats * traits.seatUse * (0.15 + 0.9 * engagement)));
    const wanted = plan.core.length * traits.breadth * (0.25 + 0.95 * engagement) + 0.6 * phase;
    pattern.breadth[week] = Math.min(plan.core.length, Math.max(1, Math.round(wanted)));
  }
  pattern.valueFrom = valueFrom(story, random.between(VALUE_DAYS.least, VALUE_DAYS.most));
  return pattern;
}

function movedOut({ leaving }: Story, week: number): number {
  if (!leaving) return 0;
  const span = Math.max(1, leaving.endsOn - leaving.decidedOn);
  return Math.min(1, Math.max(0, (week * 7 + 3 - leaving.decidedOn) / span));
}

/** The sooner the livelier the start; a start without life never arrives. */
function valueFrom({ traits, course, leaving }: Story, days: number): number | null {
  if (traits.joined < 0) return traits.joined + Math.round(days);
  const firstWeeks = course.engagement.subarray(
    Math.floor(traits.joined / 7),
    Math.floor(traits.joined / 7) + 8,
  );
  const liveliness = firstWeeks.reduce((sum, each) => sum + each, 0) / Math.max(1, firstWeeks.length);
  if (liveliness < 0.2) return null;
  const day = traits.joined + Math.round((days * SIZE_DAYS[traits.size] * 0.6) / liveliness);
  return day < Math.min(HISTORY_DAYS, leaving?.endsOn ?? HISTORY_DAYS) ? day : null;
}

function shuffled<T>(list: T[], unit: () => number): T[] {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(unit() * (i + 1));
    [list[i], list[j]] = [list[j] as T, list[i] as T];
  }
  return list;
}
