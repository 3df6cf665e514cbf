import type { ComponentProps, ReactNode } from "react";
import Link from "next/link";
import { classNames } from "./class-names";
import { Kbd } from "./kbd";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "sm" | "md" | "lg";

type Look = {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** A Lucide icon of 14 px, drawn before the words. */
  icon?: ReactNode;
  /** The key that does the same; drawn behind the words, hidden from screen readers. */
  keyHint?: string;
};

const VARIANTS: Record<ButtonVariant, string> = {
  primary: "border-transparent bg-lapis text-on-lapis shadow-sh1 hover:bg-lapis-hover",
  secondary: "border-line-2 bg-surface text-ink shadow-sh1 hover:bg-surface-2",
  quiet: "border-transparent text-ink-2 hover:bg-surface-3 hover:text-ink",
  danger: "border-risk-ink bg-surface text-risk-ink hover:bg-risk-soft",
};

const SIZES: Record<ButtonSize, string> = {
  sm: "h-[26px] gap-1.5 px-2 text-meta",
  md: "h-[30px] gap-1.5 px-3 text-card-title",
  lg: "h-9 gap-2 px-4 text-body",
};

/** The class names of a button, for elements that only look like one. */
export function buttonClass({ variant = "secondary", size = "md" }: Look, extra?: string): string {
  return classNames(
    "touch-target inline-flex shrink-0 items-center justify-center rounded-control border font-semibold",
    "whitespace-nowrap select-none disabled:cursor-not-allowed disabled:opacity-50",
    "aria-disabled:cursor-not-allowed aria-disabled:opacity-50",
    VARIANTS[variant],
    SIZES[size],
    extra,
  );
}

/** A button; its words name its result. Type is "button" unless said otherwise. */
export function Button(props: Look & ComponentProps<"button">) {
  const { variant, size, icon, keyHint, className, children, type = "button", ...rest } = props;
  return (
    <button type={type} className={buttonClass({ variant, size }, className)} {...rest}>
      {icon}
      <span>{children}</span>
      {keyHint ? <Kbd tone={variant === "primary" ? "onLapis" : "plain"}>{keyHint}</Kbd> : null}
    </button>
  );
}

/** A link that looks like a button. */
export function ButtonLink(props: Look & ComponentProps<typeof Link>) {
  const { variant, size, icon, keyHint, className, children, ...rest } = props;
  return (
    <Link className={buttonClass({ variant, size }, className)} {...rest}>
      {icon}
      <span>{children}</span>
      {keyHint ? <Kbd tone={variant === "primary" ? "onLapis" : "plain"}>{keyHint}</Kbd> : null}
    </Link>
  );
}
