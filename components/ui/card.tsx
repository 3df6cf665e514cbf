import { useId, type ReactNode } from "react";
import { classNames } from "./class-names";

type Props = {
  title: ReactNode;
  /** Said at the end of the head: the period, the source, the count. */
  meta?: ReactNode;
  children: ReactNode;
  className?: string;
  tone?: "surface" | "hint";
};

/** A card: a hairline, no shadow, a heading of level two that names the region. */
export function Card({ title, meta, children, className, tone = "surface" }: Props) {
  const id = useId();
  return (
    <section
      data-card
      aria-labelledby={id}
      className={classNames(
        "flex min-w-0 flex-col rounded-card border px-3.5 py-3",
        tone === "hint" ? "border-lapis/25 bg-lapis-soft" : "border-line bg-surface",
        className,
      )}
    >
      <header className="mb-2 flex flex-wrap items-baseline justify-between gap-x-3">
        <h2 id={id} className="text-card-title text-ink">
          {title}
        </h2>
        {meta ? <div className="text-meta text-ink-2">{meta}</div> : null}
      </header>
      {children}
    </section>
  );
}
