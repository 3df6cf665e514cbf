import type { ReactNode } from "react";

type Props = {
  /** What is not here, as a fact. */
  title: string;
  /** What will appear, or what is missing. */
  children?: ReactNode;
  /** One action. */
  action?: ReactNode;
  icon?: ReactNode;
  /** Heading level; 2 inside a page, 3 inside a card. */
  level?: 2 | 3;
};

/** Said in place of a list or a card without content. */
export function EmptyState({ title, children, action, icon, level = 2 }: Props) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <div className="flex flex-col items-center gap-2 px-5 py-11 text-center">
      {icon ? <div className="text-ink-3">{icon}</div> : null}
      <Heading className="text-title text-ink">{title}</Heading>
      {children ? <div className="max-w-prose text-body text-ink-2">{children}</div> : null}
      {action ? <div className="mt-2">{action}</div> : null}
    </div>
  );
}
