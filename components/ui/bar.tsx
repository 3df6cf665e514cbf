import { classNames } from "./class-names";

const TONES = {
  ink: "bg-ink-2",
  lapis: "bg-lapis",
  ok: "bg-ok",
  watch: "bg-watch",
  risk: "bg-risk",
  crit: "bg-crit",
  slate: "bg-slate",
};

type Props = {
  /** Share of the track, 0 to 1; null draws an empty track. */
  share: number | null;
  tone?: keyof typeof TONES;
  /** Given when no number stands beside the bar; otherwise the bar is decoration. */
  label?: string;
  className?: string;
};

/** A thin bar that grows from the inline start. */
export function Bar({ share, tone = "ink", label, className }: Props) {
  const width = share === null ? 0 : Math.max(0, Math.min(1, share)) * 100;
  return (
    <div
      role={label ? "img" : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      className={classNames("h-1 w-full overflow-hidden rounded-bar bg-surface-3", className)}
    >
      <div className={classNames("h-full rounded-bar", TONES[tone])} style={{ inlineSize: `${width}%` }} />
    </div>
  );
}

/** Parts of a whole in one bar, such as accounts by band; `label` says the shares in words. */
export function SplitBar({
  parts,
  label,
}: {
  parts: { key: string; share: number; tone: keyof typeof TONES }[];
  label: string;
}) {
  return (
    <div role="img" aria-label={label} className="flex h-1 w-full gap-px overflow-hidden rounded-bar">
      {parts
        .filter((part) => part.share > 0)
        .map((part) => (
          <div key={part.key} className={TONES[part.tone]} style={{ flexGrow: part.share, flexBasis: 0 }} />
        ))}
    </div>
  );
}
