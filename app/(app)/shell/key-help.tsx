"use client";

import { useTranslations } from "next-intl";
import { Dialog } from "@/components/ui/dialog";
import type { ShellState } from "./state";

type Line = { key: string; caps: string[]; isSequence?: boolean };

const LISTS: Line[] = [
  { key: "next", caps: ["J", "↓"] },
  { key: "previous", caps: ["K", "↑"] },
  { key: "open", caps: ["↵"] },
  { key: "peek", caps: ["␣"] },
  { key: "select", caps: ["X"] },
  { key: "close", caps: ["Esc"] },
];
const FIGURES: Line[] = [
  { key: "definition", caps: ["D"] },
  { key: "table", caps: ["T"] },
];
const GO_NAMES = { today: "goToday", accounts: "goAccounts", data: "goData" } as const;

/** Every key there is, for the pages of the role. */
export function KeyHelp({ state, onClose }: { state: ShellState; onClose: () => void }) {
  const t = useTranslations("keys");
  const shell = useTranslations("shell");
  const everywhere: Line[] = [
    { key: "palette", caps: ["Ctrl K", "⌘K"] },
    ...state.pages.map((page) => ({
      key: GO_NAMES[page.key],
      caps: ["G", page.goKey.replace("Key", "")],
      isSequence: true,
    })),
    { key: "help", caps: ["?"] },
  ];
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title")}
      description={state.preferences.hasKeys ? t("note") : t("off")}
      closeLabel={shell("close")}
    >
      <div className="grid gap-5 p-5">
        <Group title={t("groups.everywhere")} lines={everywhere} />
        <Group title={t("groups.lists")} lines={LISTS} />
        <Group title={t("groups.figures")} lines={FIGURES} />
      </div>
    </Dialog>
  );
}

function Group({ title, lines }: { title: string; lines: Line[] }) {
  const t = useTranslations("keys");
  return (
    <section>
      <h3 className="mb-1 text-card-title text-ink">{title}</h3>
      <dl>
        {lines.map((line) => (
          <div
            key={line.key}
            className="flex min-h-7 items-center justify-between gap-3 border-b border-line"
          >
            <dt className="text-body text-ink-2">{t(line.key)}</dt>
            <dd className="flex items-center gap-1.5 text-meta text-ink-3">
              {line.caps.map((cap, place) => (
                <span key={cap} className="inline-flex items-center gap-1.5">
                  {place > 0 && line.isSequence ? <span>{t("then")}</span> : null}
                  <kbd className="inline-flex h-5 min-w-5 items-center justify-center rounded-chip border border-line-2 bg-surface px-1 font-sans text-meta font-semibold text-ink-2">
                    <bdi dir="ltr">{cap}</bdi>
                  </kbd>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
