import { expectedLossMinor, lossVariance } from "../forecast/loss";
import { rulePrior, type ChurnHistory, type RulePrior } from "../risk/prior";
import { capBand, nextBand } from "./bands";
import type { Band, Card, GuardrailKey } from "./card";
import { effectiveHealth, type Override } from "./override";
import type { HealthScore } from "./score";

/**
 * What judging one account takes. `previousBand` is the computed band of the snapshot before; `guardrails` are
 * those in force now; `override` the one in force now; `decidingMinor` the ARR deciding within the horizon.
 */
export type JudgeInput = {
  card: Pick<Card, "bands" | "margin">;
  score: Pick<HealthScore, "chi">;
  previousBand: Band | null;
  guardrails: readonly GuardrailKey[];
  override: Override | null;
  history: ChurnHistory;
  horizonDays: number;
  decidingMinor: number;
};

/**
 * The judgement of one account: computed band (H9), the guardrail that holds it down and the band so held,
 * effective score and band after the override, probability of leaving (P16) and the loss to expect (C5) in
 * minor units with its variance.
 */
export type Judgement = {
  computedBand: Band;
  guardrail: GuardrailKey | null;
  cappedBand: Band;
  effectiveChi: number | null;
  effectiveBand: Band;
  overrideId: string | null;
  prior: RulePrior;
  expectedLossMinor: number;
  lossVariance: number;
};

/**
 * Judges one account in the order of metrics.md H14: computed band by H9, then guardrails cap it, the override
 * last; the effective band then gives the rule-based probability and the expected loss.
 */
export function judgeAccount(input: JudgeInput): Judgement {
  const { card, score, horizonDays, decidingMinor } = input;
  const computedBand = nextBand(card, score.chi, input.previousBand);
  const capped = capBand(computedBand, input.guardrails);
  const effective = effectiveHealth({ chi: score.chi, band: capped.band }, input.override);
  const prior = rulePrior(input.history, horizonDays, effective.band);
  return {
    computedBand,
    guardrail: capped.guardrail,
    cappedBand: capped.band,
    effectiveChi: effective.chi,
    effectiveBand: effective.band,
    overrideId: effective.overrideId,
    prior,
    expectedLossMinor: expectedLossMinor(prior.probability, decidingMinor),
    lossVariance: lossVariance(prior.probability, decidingMinor),
  };
}
