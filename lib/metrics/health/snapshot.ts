import { cardMeasures, type Card } from "./card";
import { composeColumns, decayColumns } from "./kernel";
import { cell, healthScore, scoreAt, type HealthScore } from "./score";

/**
 * Recomputes a stored snapshot (metrics.md H14): raw, age and, for percentile measures, the stored normalised
 * score give normalised, decayed and CHI bit for bit. Arrays follow `cardMeasures(card)`; null is null.
 */
export function recomputeFromStored(
  card: Card,
  raw: readonly (number | null)[],
  ageDays: readonly (number | null)[],
  normalised: readonly (number | null)[],
): HealthScore {
  const measures = cardMeasures(card);
  const inputs = measures.map((_, m) => ({ raw: raw[m] ?? null, ageDays: ageDays[m] ?? null }));
  const fresh = healthScore(card, inputs);
  const steps = measures.map((measure, m) =>
    cell(measure.curve.kind === "percentile" ? normalised[m] : fresh.measures[m]?.normalised),
  );
  const ages = inputs.map((input) => cell(input.ageDays));
  const decayed = decayColumns(card, steps, ages);
  const columns = { normalised: steps, decayed, ...composeColumns(card, decayed, 1) };
  return scoreAt(card, measures, inputs, columns, 0);
}
