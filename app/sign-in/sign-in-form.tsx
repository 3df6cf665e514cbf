"use client";

import { useActionState, useId, useState, useSyncExternalStore, type ReactNode } from "react";
import { useTranslations } from "next-intl";
import { CircleX, Eye, EyeOff } from "lucide-react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { signInAction } from "./actions";
import { FIRST_ATTEMPT } from "./attempt";

const INPUT =
  "h-11 w-full rounded-control border bg-surface px-3 text-body text-ink outline-offset-0 focus-visible:border-lapis lg:h-10";

/** E-mail and password. Works before and without scripts; a refusal keeps the address and forgets the password. */
export function SignInForm({ to }: { to: string | null }) {
  const t = useTranslations();
  const [attempt, send, isSending] = useActionState(signInAction, FIRST_ATTEMPT);
  const { email, message, params, fields } = attempt;
  const messageId = useId();
  return (
    <form action={send} noValidate className="mt-6 flex flex-col gap-4">
      {to === null ? null : <input type="hidden" name="to" value={to} />}
      {message === null ? null : (
        <p
          id={messageId}
          role="alert"
          className="flex gap-2 rounded-control bg-risk-soft px-3 py-2 text-body text-risk-ink"
        >
          <CircleX size={16} strokeWidth={1.75} aria-hidden="true" className="mt-px shrink-0" />
          {t(message, params)}
        </p>
      )}
      <Field
        label={t("signIn.email")}
        fault={fields.email && t(fields.email)}
        describedBy={message ? messageId : undefined}
      >
        {(input) => (
          <input
            {...input}
            type="email"
            name="email"
            dir="ltr"
            defaultValue={email}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            autoFocus
            className={classNames(INPUT, "text-start", fields.email ? "border-risk-ink" : "border-ctl")}
          />
        )}
      </Field>
      <Field
        label={t("signIn.password")}
        note={t("signIn.forgot")}
        fault={fields.password && t(fields.password)}
        describedBy={message ? messageId : undefined}
      >
        {(input) => <PasswordInput {...input} isWrong={fields.password !== undefined} />}
      </Field>
      <Button
        type="submit"
        variant="primary"
        size="lg"
        className="min-h-11 lg:min-h-10"
        aria-disabled={isSending}
        // A second click while the first is on its way would count as a second try.
        onClick={(event) => (isSending ? event.preventDefault() : undefined)}
      >
        {t(isSending ? "signIn.working" : "signIn.submit")}
      </Button>
    </form>
  );
}

type InputProps = { id: string; "aria-invalid": boolean; "aria-describedby": string | undefined };
type FieldProps = {
  label: string;
  note?: string;
  fault?: string;
  describedBy?: string;
  children: (input: InputProps) => ReactNode;
};

function Field({ label, note, fault, describedBy, children }: FieldProps) {
  const id = useId();
  const ids = [fault ? `${id}-fault` : null, note ? `${id}-note` : null, describedBy]
    .filter(Boolean)
    .join(" ");
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <label htmlFor={id} className="text-card-title text-ink">
          {label}
        </label>
        {note ? (
          <span id={`${id}-note`} className="text-meta text-ink-2">
            {note}
          </span>
        ) : null}
      </div>
      {children({ id, "aria-invalid": fault !== undefined, "aria-describedby": ids || undefined })}
      {fault ? (
        <p id={`${id}-fault`} role="alert" className="text-meta text-risk-ink">
          {fault}
        </p>
      ) : null}
    </div>
  );
}

function PasswordInput({ isWrong, ...input }: InputProps & { isWrong: boolean }) {
  const t = useTranslations("signIn");
  const [isShown, setShown] = useState(false);
  const hasScripts = useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
  const Icon = isShown ? EyeOff : Eye;
  return (
    <div className="relative" dir="ltr">
      <input
        {...input}
        type={isShown ? "text" : "password"}
        name="password"
        autoComplete="current-password"
        className={classNames(INPUT, "pe-11", isWrong ? "border-risk-ink" : "border-ctl")}
      />
      {hasScripts ? (
        <button
          type="button"
          aria-label={t(isShown ? "hidePassword" : "showPassword")}
          onClick={() => setShown(!isShown)}
          className="absolute inset-y-0 end-0 flex w-11 items-center justify-center rounded-control text-ink-2 hover:text-ink"
        >
          <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
        </button>
      ) : null}
    </div>
  );
}

const neverChanges = () => () => undefined;
