import { classNames } from "./class-names";

const TONES = {
  plain: "border-line-2 bg-surface text-ink-2",
  onLapis: "border-on-lapis/40 text-on-lapis",
  onInk: "border-bg/35 text-bg",
};

/** A key cap. It repeats what the control beside it says, so screen readers skip it. */
export function Kbd({ children, tone = "plain" }: { children: string; tone?: keyof typeof TONES }) {
  return (
    <kbd
      aria-hidden="true"
      className={classNames(
        "inline-flex h-[18px] min-w-[18px] items-center justify-center rounded-chip border px-1",
        "font-sans text-[10.5px] leading-none font-semibold pointer-coarse:hidden",
        TONES[tone],
      )}
    >
      <bdi dir="ltr">{children}</bdi>
    </kbd>
  );
}
