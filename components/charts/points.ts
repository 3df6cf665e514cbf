/** One point in time, ready to draw: pages format the words, charts only place them. */
export type TimePoint = {
  /** Unique and ascending, such as the local day. */
  key: string;
  /** The whole date in words, for the tooltip and the table. */
  label: string;
  /** The short text on the axis; left out where no tick is wanted. */
  tick?: string;
  /** Null where nothing is known: the line breaks. */
  value: number | null;
  /** The value in words; a dash when it is null. */
  text: string;
};

/** The text of the axis at a point. */
export function tickText(points: readonly TimePoint[]): (key: string) => string {
  const texts = new Map(points.map((point) => [point.key, point.tick ?? ""]));
  return (key) => texts.get(key) ?? "";
}

/** The points that carry a tick. */
export function ticksOf(points: readonly TimePoint[]): string[] {
  return points.filter((point) => point.tick).map((point) => point.key);
}

/** The last point whose value is known. */
export function lastKnown<P extends TimePoint>(points: readonly P[]): (P & { value: number }) | undefined {
  return points.findLast((point): point is P & { value: number } => point.value !== null);
}
