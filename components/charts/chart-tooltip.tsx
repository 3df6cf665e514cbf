"use client";

type Props = {
  dir: "ltr" | "rtl";
  /** Given by Recharts: the point under the pointer or the keyboard. */
  active?: boolean;
  payload?: readonly { payload?: unknown }[];
  /** The lines to show for a point. */
  lines: (point: never) => { title: string; values: { name: string; text: string }[] } | null;
};

/** The box beside a point, in the direction of the page; it follows the keyboard as well as the pointer. */
export function ChartTooltip({ dir, active, payload, lines }: Props) {
  const point = payload?.[0]?.payload;
  const shown = active && point ? lines(point as never) : null;
  if (!shown) return null;
  return (
    <div dir={dir} className="rounded-chip border border-line bg-surface px-2 py-1 text-meta shadow-sh3">
      <p className="text-ink-2">{shown.title}</p>
      {shown.values.map((value) => (
        <p key={value.name} className="flex justify-between gap-3 text-ink">
          <span>{value.name}</span>
          <span className="font-semibold">{value.text}</span>
        </p>
      ))}
    </div>
  );
}
