"use client";

import { useTransition } from "react";
import { useTranslations } from "next-intl";
import { useToast } from "@/components/ui/toast";
import { switchWorkspaceAction } from "./actions";

/**
 * Switches to another workspace and starts from its first page with an empty memory: nothing fetched for one
 * workspace may be seen in another.
 */
export function useSwitchWorkspace(): (slug: string) => void {
  const t = useTranslations("shell");
  const say = useToast();
  const [, start] = useTransition();
  return (slug) =>
    start(async () => {
      const answer = await switchWorkspaceAction(slug);
      if (answer.ok) window.location.assign("/");
      else say({ text: t("switchFailed"), isError: true });
    });
}
