import type { Day } from "../../period";
import { arrMinor } from "./arr";

/** Terms of a subscription in force from a local day on, as learnt at an instant (milliseconds). `end` is exclusive. */
export type DatedTerms = {
  from: Day;
  knownAtMs: number;
  feeMinor: number;
  billingMonths: number;
  isTrial: boolean;
  end: Day | null;
};

/** A step of annual recurring revenue on a day, as learnt at an instant, in minor units. */
export type ArrStep = { day: Day; knownAtMs: number; deltaMinor: number };

/**
 * The steps that dated terms make (metrics.md R1): at every instant t the steps known by t add up, day by day, to the ARR that
 * the terms known by t give. What is learnt later adds correcting steps. Terms in force on a day are those with the
 * greatest (from, known) from ≤ day; outside [from, end) and on trial the ARR is 0.
 */
export function arrSteps(terms: readonly DatedTerms[]): ArrStep[] {
  const told = new Map<Day, number>();
  const steps: ArrStep[] = [];
  for (const knownAtMs of [...new Set(terms.map((each) => each.knownAtMs))].sort((a, b) => a - b)) {
    const wanted = stepsKnown(terms.filter((each) => each.knownAtMs <= knownAtMs));
    for (const day of [...new Set([...told.keys(), ...wanted.keys()])].sort()) {
      const deltaMinor = (wanted.get(day) ?? 0) - (told.get(day) ?? 0);
      if (deltaMinor !== 0) steps.push({ day, knownAtMs, deltaMinor });
    }
    told.clear();
    for (const [day, deltaMinor] of wanted) told.set(day, deltaMinor);
  }
  return steps;
}

/**
 * The steps that are wanted and not yet told, each with the difference: adding them to the told ones gives the wanted
 * ones. Empty when nothing was learnt, so deriving twice adds nothing.
 */
export function missingSteps(wanted: readonly ArrStep[], told: readonly ArrStep[]): ArrStep[] {
  const open = new Map<string, ArrStep>();
  const add = (step: ArrStep, sign: number) => {
    const key = `${step.knownAtMs} ${step.day}`;
    const before = open.get(key)?.deltaMinor ?? 0;
    open.set(key, { ...step, deltaMinor: before + sign * step.deltaMinor });
  };
  for (const step of wanted) add(step, 1);
  for (const step of told) add(step, -1);
  return [...open.values()].filter((step) => step.deltaMinor !== 0);
}

function stepsKnown(terms: readonly DatedTerms[]): Map<Day, number> {
  const days = new Set<Day>();
  for (const each of terms) {
    days.add(each.from);
    if (each.end !== null) days.add(each.end);
  }
  const steps = new Map<Day, number>();
  let before = 0;
  for (const day of [...days].sort()) {
    const now = arrOn(terms, day);
    if (now !== before) steps.set(day, now - before);
    before = now;
  }
  return steps;
}

function arrOn(terms: readonly DatedTerms[], day: Day): number {
  let inForce: DatedTerms | null = null;
  for (const each of terms) {
    if (each.from <= day && (inForce === null || isLater(each, inForce))) inForce = each;
  }
  if (inForce === null || inForce.isTrial || (inForce.end !== null && inForce.end <= day)) return 0;
  return arrMinor(inForce.feeMinor, { unit: "month", count: inForce.billingMonths });
}

function isLater(a: DatedTerms, b: DatedTerms): boolean {
  return a.from === b.from ? a.knownAtMs > b.knownAtMs : a.from > b.from;
}
