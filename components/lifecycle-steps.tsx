import { Check, CircleDashed } from "lucide-react";
import { classNames } from "./ui/class-names";

export type LifecycleStep = {
  key: string;
  label: string;
  state: "done" | "current" | "ahead";
  /** The state in words, read out behind the label. */
  stateLabel: string;
};

/** The stages of a customer's life in order, with the one it is in. */
export function LifecycleSteps({ label, steps }: { label: string; steps: LifecycleStep[] }) {
  return (
    <ol aria-label={label} className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2 gap-y-1">
      {steps.map((step, place) => (
        <li
          key={step.key}
          aria-current={step.state === "current" ? "step" : undefined}
          className={classNames("flex items-center gap-2", place < steps.length - 1 && "md:flex-1")}
        >
          <StepMark state={step.state} />
          <span
            className={classNames(
              "text-body whitespace-nowrap",
              step.state === "current" ? "font-semibold text-ink" : "text-ink-2",
            )}
          >
            {step.label}
            <span className="sr-only">{`, ${step.stateLabel}`}</span>
          </span>
          {place < steps.length - 1 ? (
            <span aria-hidden="true" className="h-px min-w-3 flex-1 bg-line-2 max-md:hidden" />
          ) : null}
        </li>
      ))}
    </ol>
  );
}

function StepMark({ state }: { state: LifecycleStep["state"] }) {
  if (state === "done") return <Check size={14} strokeWidth={2} aria-hidden="true" className="text-ok-ink" />;
  if (state === "current") return <span aria-hidden="true" className="size-2.5 rounded-full bg-lapis" />;
  return <CircleDashed size={13} strokeWidth={1.75} aria-hidden="true" className="text-ink-3" />;
}
