"use client";

import { useTransition } from "react";
import { useTranslations } from "next-intl";
import { useToast } from "@/components/ui/toast";
import { setPreferencesAction } from "./actions";
import type { ShellPreferences } from "./state";

/** Saves a preference; the page redraws itself in the new language, theme or digits without losing its place. */
export function useSetPreferences(): (preferences: Partial<ShellPreferences>) => void {
  const t = useTranslations("shell");
  const say = useToast();
  const [, start] = useTransition();
  return (preferences) =>
    start(async () => {
      const answer = await setPreferencesAction(null, preferences);
      if (!answer.ok) say({ text: t("preferencesFailed"), isError: true });
    });
}
