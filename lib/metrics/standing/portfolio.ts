import { sortedPopulation } from "../health/curves";
import { cardMeasures, type Band, type Card, type GuardrailKey } from "../health/card";
import { judgeAccount } from "../health/judge";
import { scoreColumns } from "../health/kernel";
import { scoreAt, type HealthScore, type MeasureInput } from "../health/score";
import { HORIZON_DAYS, isAtRisk, lossVariance } from "../forecast/loss";
import { guardrailsInForce } from "../lifecycle/guardrails";
import type { Segment } from "../lifecycle/segment";
import type { ChurnHistory } from "../risk/prior";
import type { AccountSignals } from "../signals";
import { measureInputs } from "./inputs";
import { placeAccount, type Circumstances, type Placement } from "./placement";

export type CardVersion = { id: string; card: Card };

/** A judged account: what a snapshot and a standing keep. Reporting amounts are null without an exchange rate. */
export type Standing = {
  signals: AccountSignals;
  placement: Placement;
  versionId: string;
  score: HealthScore;
  computedBand: Band;
  guardrail: GuardrailKey | null;
  effectiveBand: Band;
  probability: number | null;
  probabilityLow: number | null;
  probabilityHigh: number | null;
  lossMinor: number | null;
  arrReportingMinor: number | null;
  decidingReportingMinor: number | null;
  lossReportingMinor: number | null;
  lossVarianceReporting: number | null;
  atRiskReportingMinor: number | null;
  chiChange30d: number | null;
};

/** An account with its place; places come first because the churn rates of P16 are counted per segment. */
export type Placed = { signals: AccountSignals; placement: Placement };

export function placePortfolio(accounts: readonly AccountSignals[], circumstances: Circumstances): Placed[] {
  return accounts.map((signals) => ({ signals, placement: placeAccount(signals, circumstances) }));
}

/** Days paid and whether the account left, within the last 12 complete months. */
export type PayingSpan = { payingDays: number; hasLeft: boolean };

/** What P16 counts per segment: churned accounts and account-years. */
export type SegmentRate = { segment: string; churned: number; accountYears: number };

const YEAR_DAYS = 365;

/** Churned accounts and account-years per segment (P16), each account in the segment it holds, or held when it left. */
export function segmentRates(
  placed: readonly Placed[],
  spans: ReadonlyMap<string, PayingSpan>,
): SegmentRate[] {
  const rates = new Map<string, SegmentRate>();
  for (const { signals, placement } of placed) {
    const span = spans.get(signals.accountId);
    if (!span) continue;
    const rate = rates.get(placement.segment) ?? { segment: placement.segment, churned: 0, accountYears: 0 };
    rate.churned += span.hasLeft ? 1 : 0;
    rate.accountYears += span.payingDays / YEAR_DAYS;
    rates.set(placement.segment, rate);
  }
  return [...rates.values()].sort((a, b) => (a.segment < b.segment ? -1 : 1));
}

/** The rates of one segment and of all, as the rule prior takes them; a segment without history counts nothing. */
export function churnHistory(rates: readonly SegmentRate[], segment: string): ChurnHistory {
  const own = rates.find((rate) => rate.segment === segment);
  return {
    segmentChurned: own?.churned ?? 0,
    segmentAccountYears: own?.accountYears ?? 0,
    allChurned: rates.reduce((sum, rate) => sum + rate.churned, 0),
    allAccountYears: rates.reduce((sum, rate) => sum + rate.accountYears, 0),
  };
}

/** Values a percentile measure is ranked among (H4): ascending, per segment and measure key. */
export type PopulationOf = (segment: string, measure: string) => Float64Array | null;

/**
 * The values percentile measures are ranked among, from the whole portfolio at the same instant (H4). Cards without such
 * measures cost nothing.
 */
export function populationsOf(
  placed: readonly Placed[],
  circumstances: Circumstances,
  versionOf: (segment: Segment) => CardVersion,
): PopulationOf {
  const values = new Map<string, number[]>();
  for (const { signals, placement } of placed) {
    const ranked = cardMeasures(versionOf(placement.segment).card).filter(
      (measure) => measure.curve.kind === "percentile",
    );
    if (ranked.length === 0) continue;
    const inputs = measureInputs(signals, placement, circumstances);
    for (const { key } of ranked) {
      const own = values.get(`${placement.segment}/${key}`) ?? [];
      own.push(inputs[key].raw ?? NaN);
      values.set(`${placement.segment}/${key}`, own);
    }
  }
  const sorted = new Map([...values].map(([key, own]) => [key, sortedPopulation(Float64Array.from(own))]));
  return (segment, measure) => sorted.get(`${segment}/${measure}`) ?? null;
}

/**
 * Judges placed accounts, each under the card of its segment, column-wise with the one kernel. Former customers are not scored.
 * Answers in the order given. Throws when a segment has no card.
 */
export function judgePortfolio(
  placed: readonly Placed[],
  circumstances: Circumstances,
  versionOf: (segment: Segment) => CardVersion,
  rates: readonly SegmentRate[],
  populationOf: PopulationOf,
): Standing[] {
  const standings = new Array<Standing>(placed.length);
  const bySegment = new Map<Segment, number[]>();
  placed.forEach(({ placement }, index) => {
    const members = bySegment.get(placement.segment);
    if (members) members.push(index);
    else bySegment.set(placement.segment, [index]);
  });
  for (const [segment, indexes] of bySegment) {
    const version = versionOf(segment);
    const members = indexes.map((index) => placed[index]!);
    const scores = scoreMembers(version.card, segment, members, circumstances, populationOf);
    const history = churnHistory(rates, segment);
    indexes.forEach((index, i) => {
      standings[index] = standingOf(members[i]!, scores[i]!, version, history, circumstances);
    });
  }
  return standings;
}

function scoreMembers(
  card: Card,
  segment: string,
  members: readonly Placed[],
  circumstances: Circumstances,
  populationOf: PopulationOf,
): HealthScore[] {
  const measures = cardMeasures(card);
  const n = members.length;
  const inputs = members.map(({ signals, placement }) => {
    const all = measureInputs(signals, placement, circumstances);
    return measures.map((measure): MeasureInput => all[measure.key]);
  });
  const column = (of: (input: MeasureInput) => number | null) =>
    measures.map((_, m) => Float64Array.from({ length: n }, (__, i) => of(inputs[i]![m]!) ?? NaN));
  const raw = column((input) => input.raw);
  const populations = measures.map((measure) => {
    if (measure.curve.kind !== "percentile") return null;
    return { sorted: [populationOf(segment, measure.key)], of: new Int32Array(n) };
  });
  const scored = scoreColumns(card, { raw, ageDays: column((input) => input.ageDays), populations }, n);
  return inputs.map((own, i) => scoreAt(card, measures, own, scored, i));
}

function standingOf(
  { signals, placement }: Placed,
  score: HealthScore,
  version: CardVersion,
  history: ChurnHistory,
  circumstances: Circumstances,
): Standing {
  const isFormer = placement.stage === "former";
  const own = isFormer ? unscored(score) : score;
  const guardrails = guardrailsInForce(version.card.guardrails, placement.guardrailFacts).map(
    (guardrail) => guardrail.key,
  );
  const judged = judgeAccount({
    card: version.card,
    score: own,
    previousBand: signals.previousBand,
    guardrails,
    override: signals.override,
    history,
    horizonDays: HORIZON_DAYS,
    decidingMinor: placement.decidingMinor,
  });
  const reporting = (amountMinor: number) => circumstances.toReporting(amountMinor, signals.currency);
  const probability = isFormer ? null : judged.prior.probability;
  const deciding = reporting(placement.decidingMinor);
  const isRisky =
    probability !== null && isAtRisk({ renewalProbability: 1 - probability, band: judged.effectiveBand });
  return {
    signals,
    placement,
    versionId: version.id,
    score: own,
    computedBand: judged.computedBand,
    guardrail: judged.guardrail,
    effectiveBand: judged.effectiveBand,
    probability,
    probabilityLow: isFormer ? null : (judged.prior.interval?.low ?? null),
    probabilityHigh: isFormer ? null : (judged.prior.interval?.high ?? null),
    lossMinor: isFormer ? null : judged.expectedLossMinor,
    arrReportingMinor: reporting(signals.arrMinor),
    decidingReportingMinor: deciding,
    lossReportingMinor: isFormer ? null : reporting(judged.expectedLossMinor),
    lossVarianceReporting:
      probability === null || deciding === null ? null : lossVariance(probability, deciding),
    atRiskReportingMinor: deciding === null ? null : isRisky ? deciding : 0,
    chiChange30d: own.chi === null || signals.chi30dAgo === null ? null : own.chi - signals.chi30dAgo,
  };
}

/** A former customer keeps what was measured but has no score. */
function unscored(score: HealthScore): HealthScore {
  return { ...score, chi: null };
}
