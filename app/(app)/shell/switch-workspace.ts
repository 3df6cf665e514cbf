"use client";

import { useTransition } from "react";
import { useRouter } from "next/navigation";
import { useQueryClient } from "@tanstack/react-query";
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
  const router = useRouter();
  const queries = useQueryClient();
  const [, start] = useTransition();
  return (slug) =>
    start(async () => {
      const answer = await switchWorkspaceAction(null, { slug });
      if (answer.ok) {
        queries.clear();
        router.push("/");
        router.refresh();
      } else {
        say({ text: t("switchFailed"), isError: true });
      }
    });
}
