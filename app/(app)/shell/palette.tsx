"use client";

import { useDeferredValue, useState, type ReactNode } from "react";
import { useRouter } from "next/navigation";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Command } from "cmdk";
import { Dialog as Radix } from "radix-ui";
import { Keyboard, LogOut, Moon, Search, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { HealthMark } from "@/components/health-mark";
import type { Band } from "@/lib/metrics/health/card";
import { fold } from "@/lib/words/fold";
import { messageKey } from "@/lib/words/message-key";
import { signOutAction } from "./actions";
import { PageIcon } from "./page-icon";
import { useSetPreferences } from "./preferences";
import type { ShellState } from "./state";

type FoundAccount = { id: string; name: string; segment: string | null; band: Band };
type Props = { state: ShellState; onAllKeys: () => void; onClose: () => void };

const ROW =
  "flex min-h-9 cursor-pointer items-center gap-2.5 rounded-chip px-2.5 text-body text-ink " +
  "data-[selected=true]:bg-lapis-soft data-[selected=true]:text-lapis-ink pointer-coarse:min-h-11";
const ICON = { size: 15, strokeWidth: 1.75, "aria-hidden": true } as const;

/** Search or jump: pages and actions at once, accounts from the server; letters of all three languages alike. */
export function Palette({ state, onAllKeys, onClose }: Props) {
  const t = useTranslations("palette");
  const [text, setText] = useState("");
  const query = useDeferredValue(fold(text));
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-fade bg-[oklch(0.1_0.02_265/40%)]" />
        <Radix.Content
          aria-describedby={undefined}
          className="fixed inset-x-4 top-[12vh] z-50 mx-auto max-w-xl animate-fade overflow-hidden rounded-popover border border-line bg-surface shadow-sh3 outline-none"
        >
          <Radix.Title className="sr-only">{t("title")}</Radix.Title>
          <Command shouldFilter={false} loop label={t("title")}>
            <div className="flex items-center gap-2.5 border-b border-line px-3.5">
              <Search {...ICON} className="shrink-0 text-ink-3" />
              <Command.Input
                value={text}
                onValueChange={setText}
                placeholder={t("placeholder")}
                className="h-11 w-full bg-transparent text-body text-ink outline-none placeholder:text-ink-3"
              />
            </div>
            <Command.List className="max-h-[50vh] overflow-y-auto p-1.5">
              <Pages state={state} query={query} onClose={onClose} />
              <Accounts query={query} typed={text} onClose={onClose} />
              <Actions state={state} query={query} onAllKeys={onAllKeys} onClose={onClose} />
            </Command.List>
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function Pages({ state, query, onClose }: { state: ShellState; query: string; onClose: () => void }) {
  const t = useTranslations("palette");
  const nav = useTranslations("nav");
  const router = useRouter();
  const pages = state.pages.filter((page) => page.names.some((name) => name.includes(query)));
  if (pages.length === 0) return null;
  return (
    <Group heading={t("pages")}>
      {pages.map((page) => (
        <Command.Item
          key={page.key}
          value={`page-${page.key}`}
          className={ROW}
          onSelect={() => {
            onClose();
            router.push(page.href);
          }}
        >
          <PageIcon page={page.key} size={15} />
          {nav(page.key)}
        </Command.Item>
      ))}
    </Group>
  );
}

function Accounts({ query, typed, onClose }: { query: string; typed: string; onClose: () => void }) {
  const t = useTranslations("palette");
  const bands = useTranslations("common.bands");
  const router = useRouter();
  const { data, error, isFetching } = useQuery({
    queryKey: ["accounts", "search", query],
    queryFn: ({ signal }) => findAccounts(query, signal),
    enabled: query.length > 0,
    placeholderData: keepPreviousData,
  });
  if (query === "") return null;
  if (error) return <Note>{t("failed")}</Note>;
  if (!data) return <Note>{isFetching ? t("searching") : ""}</Note>;
  if (data.length === 0) return <Note>{t("nothing", { query: typed })}</Note>;
  return (
    <Group heading={t("accounts")}>
      {data.map((account) => (
        <Command.Item
          key={account.id}
          value={`account-${account.id}`}
          className={ROW}
          onSelect={() => {
            onClose();
            router.push(`/accounts/${account.id}`);
          }}
        >
          <HealthMark band={account.band} />
          <bdi className="truncate">{account.name}</bdi>
          <span className="sr-only">{bands(messageKey(account.band))}</span>
          {account.segment ? (
            <span className="ms-auto shrink-0 text-meta text-ink-2">{account.segment}</span>
          ) : null}
        </Command.Item>
      ))}
    </Group>
  );
}

function Actions({ state, query, onAllKeys, onClose }: Props & { query: string }) {
  const t = useTranslations("palette");
  const set = useSetPreferences();
  const isDark = state.preferences.theme === "dark";
  const actions = [
    { key: "keys", label: t("allKeys"), icon: <Keyboard {...ICON} />, act: onAllKeys },
    {
      key: "theme",
      label: t(isDark ? "lightTheme" : "darkTheme"),
      icon: isDark ? <Sun {...ICON} /> : <Moon {...ICON} />,
      act: () => set({ theme: isDark ? "light" : "dark" }),
    },
    {
      key: "sign-out",
      label: t("signOut"),
      icon: <LogOut {...ICON} className="mirror" />,
      act: () => void signOutAction(null, {}),
    },
  ].filter((action) => fold(action.label).includes(query));
  if (actions.length === 0) return null;
  return (
    <Group heading={t("actions")}>
      {actions.map((action) => (
        <Command.Item
          key={action.key}
          value={`action-${action.key}`}
          className={ROW}
          onSelect={() => {
            onClose();
            action.act();
          }}
        >
          {action.icon}
          {action.label}
        </Command.Item>
      ))}
    </Group>
  );
}

function Group({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Command.Group
      heading={heading}
      className="[&>[cmdk-group-heading]]:px-2.5 [&>[cmdk-group-heading]]:pt-2 [&>[cmdk-group-heading]]:pb-1 [&>[cmdk-group-heading]]:text-meta [&>[cmdk-group-heading]]:text-ink-3"
    >
      {children}
    </Command.Group>
  );
}

function Note({ children }: { children: string }) {
  return (
    <p role="status" className="px-2.5 py-2 text-body text-ink-2">
      {children}
    </p>
  );
}

async function findAccounts(query: string, signal: AbortSignal): Promise<FoundAccount[]> {
  const answer = await fetch(`/api/accounts/search?q=${encodeURIComponent(query)}`, { signal });
  if (!answer.ok) throw new Error(`search answered ${answer.status}`);
  return ((await answer.json()) as { accounts: FoundAccount[] }).accounts;
}
