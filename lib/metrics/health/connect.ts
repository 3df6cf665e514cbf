import type { Card, MeasureKey } from "./card";
import { MEASURES, type SourceFamily } from "./measures";

/** A shipped card cut to what is connected, and what had to go, for the page to say. */
export type ConnectedCard = { card: Card; leftOut: MeasureKey[]; droppedGroups: string[] };

/**
 * Leaves out the measures whose source is not connected (defaults.md 4). Their weight spreads inside their
 * group, and that of a group left empty, or with weight 0 only, over the other groups, because weights are
 * shares of what remains (H7, H8). A card of which nothing remains comes back without groups: it scores
 * nobody and must not be published.
 */
export function connectedCard(shipped: Card, families: ReadonlySet<SourceFamily>): ConnectedCard {
  const isFed = (key: MeasureKey) => MEASURES[key].families.every((family) => families.has(family));
  const cut = shipped.groups.map((group) => ({
    ...group,
    measures: group.measures.filter((measure) => isFed(measure.key)),
  }));
  const groups = cut.filter((group) => group.measures.some((measure) => measure.weight > 0));
  const remains = new Set(groups.flatMap((group) => group.measures.map((measure) => measure.key)));
  const all = shipped.groups.flatMap((group) => group.measures.map((measure) => measure.key));
  return {
    card: { ...shipped, groups },
    leftOut: all.filter((key) => !remains.has(key)).sort(),
    droppedGroups: cut.filter((group) => !groups.includes(group)).map((group) => group.key),
  };
}
