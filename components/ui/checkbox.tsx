"use client";

import { useEffect, useRef, type ComponentProps } from "react";
import { Check, Minus } from "lucide-react";

type Props = Omit<ComponentProps<"input">, "type"> & {
  /** The accessible name; nothing is drawn beside the box. */
  label: string;
  /** Some but not all of what stands below is chosen. */
  indeterminate?: boolean;
};

/** A native check box of 14 px inside a target of 24 px. */
export function Checkbox({ label, indeterminate = false, ...rest }: Props) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = indeterminate;
  }, [indeterminate]);
  const mark = "pointer-events-none absolute hidden text-on-lapis";
  return (
    <span className="relative inline-flex size-6 items-center justify-center">
      <input
        ref={box}
        type="checkbox"
        aria-label={label}
        className="peer absolute inset-0 m-auto size-3.5 cursor-pointer appearance-none rounded-[4px] border border-ctl bg-surface before:absolute before:-inset-1.5 checked:border-lapis checked:bg-lapis indeterminate:border-lapis indeterminate:bg-lapis"
        {...rest}
      />
      <Check size={11} strokeWidth={3} aria-hidden="true" className={`${mark} peer-checked:block`} />
      <Minus
        size={11}
        strokeWidth={3}
        aria-hidden="true"
        className={`${mark} peer-indeterminate:block peer-checked:hidden`}
      />
    </span>
  );
}
