import type { ComponentProps, ReactNode } from "react";
import Link from "next/link";
import { classNames } from "./class-names";

const LOOK =
  "touch-target inline-flex size-[26px] shrink-0 items-center justify-center rounded-control text-ink-3 " +
  "hover:bg-surface-3 hover:text-ink disabled:cursor-not-allowed disabled:opacity-50";

/** A button that shows an icon only; `label` is its accessible name and its native hint. */
export function IconButton(
  props: { label: string; icon: ReactNode } & Omit<ComponentProps<"button">, "aria-label" | "children">,
) {
  const { label, icon, className, type = "button", ...rest } = props;
  return (
    <button type={type} aria-label={label} title={label} className={classNames(LOOK, className)} {...rest}>
      {icon}
    </button>
  );
}

/** A link that shows an icon only. */
export function IconLink(
  props: { label: string; icon: ReactNode } & Omit<ComponentProps<typeof Link>, "aria-label" | "children">,
) {
  const { label, icon, className, ...rest } = props;
  return (
    <Link aria-label={label} title={label} className={classNames(LOOK, className)} {...rest}>
      {icon}
    </Link>
  );
}
