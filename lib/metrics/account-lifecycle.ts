import type { Stage } from "./lifecycle/stage";

/** The life of a customer in the order in which it is drawn; the rules are tried in another one (defaults.md 2). */
const PATH: readonly Stage[] = [
  "trial",
  "onboarding",
  "adoption",
  "value",
  "growth",
  "renewal",
  "leaving",
  "former",
];

/** Stages that are drawn only for an account that is, or was seen, in them. */
const OPTIONAL: ReadonlySet<Stage> = new Set(["trial", "leaving", "former"]);

/** What the rule of a stage says about the ones before it (defaults.md 2). */
const IMPLIED: Partial<Record<Stage, readonly Stage[]>> = {
  adoption: ["onboarding"],
  value: ["onboarding", "adoption"],
  growth: ["onboarding", "adoption", "value"],
};

export type LifecycleStage = { stage: Stage; state: "done" | "current" | "ahead" };

/**
 * The lifecycle of an account as steps. Done is what its snapshots were seen in, what the rule of the stage it is in implies, and
 * onboarding once first value was reached; a stage may be done and lie ahead again, then it is current.
 */
export function lifecyclePath(
  current: Stage,
  { stages, hasFirstValue }: { stages: readonly Stage[]; hasFirstValue: boolean },
): LifecycleStage[] {
  const done = new Set<Stage>([
    ...stages,
    ...stages.flatMap((stage) => IMPLIED[stage] ?? []),
    ...(IMPLIED[current] ?? []),
    ...(hasFirstValue ? (["onboarding"] as const) : []),
  ]);
  const drawn = PATH.filter(
    (stage) => stage === current || !OPTIONAL.has(stage) || (stage === "trial" && done.has(stage)),
  );
  return drawn.map((stage) => ({
    stage,
    state: stage === current ? "current" : done.has(stage) ? "done" : "ahead",
  }));
}
