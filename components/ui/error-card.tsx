import type { ReactNode } from "react";
import { CircleX } from "lucide-react";

type Props = {
  /** The plain cause: "Could not load tickets." */
  title: string;
  children?: ReactNode;
  /** "Reference 4f2a", already in words. */
  reference?: string;
  /** The button that tries again. */
  action?: ReactNode;
  /** True when the card stands for the whole page, whose heading it then is. */
  isPage?: boolean;
};

/** Only the failed card: plain cause, try again, short reference code. Announced at once. */
export function ErrorCard({ title, children, reference, action, isPage = false }: Props) {
  const Title = isPage ? "h1" : "p";
  return (
    <div
      role="alert"
      className="flex flex-col items-start gap-2 rounded-card border border-line bg-surface px-3.5 py-3"
    >
      <Title className="flex items-center gap-2 text-card-title text-risk-ink">
        <CircleX size={15} strokeWidth={1.75} aria-hidden="true" className="shrink-0" />
        {title}
      </Title>
      {children ? <div className="text-body text-ink-2">{children}</div> : null}
      <div className="flex flex-wrap items-center gap-3">
        {action}
        {reference ? <p className="text-meta text-ink-3">{reference}</p> : null}
      </div>
    </div>
  );
}
