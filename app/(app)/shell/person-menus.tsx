"use client";

import { Keyboard, Languages, LogOut, Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import { DIGITS, LOCALES } from "@/lib/words/locale";
import { signOutAction } from "./actions";
import { useSetPreferences } from "./preferences";
import { THEMES } from "../../theme";
import type { ShellState } from "./state";

const ICON_BUTTON =
  "touch-target inline-flex size-6 items-center justify-center rounded-control text-ink-3 hover:bg-surface-3 hover:text-ink";

type Props = { state: ShellState; onAllKeys: () => void; canShrink: boolean };

/** The person at the foot of the sidebar: own menu, language and digits, theme. */
export function PersonMenus({ state, onAllKeys, canShrink }: Props) {
  const t = useTranslations("shell");
  const { person, preferences } = state;
  return (
    <div className={classNames("flex items-center gap-1 px-1", canShrink && "lg:max-xl:flex-col")}>
      <Menu
        label={t("account")}
        triggerClassName="touch-target inline-flex min-h-[30px] min-w-0 items-center gap-2 rounded-control pe-1 hover:bg-surface-3"
        trigger={
          <>
            <span
              aria-hidden="true"
              className="inline-flex size-6 shrink-0 items-center justify-center rounded-full bg-lapis-soft text-[10px] font-semibold text-lapis-ink"
            >
              {person.initials}
            </span>
            <bdi className={classNames("truncate font-semibold text-ink", canShrink && "lg:max-xl:sr-only")}>
              {person.name}
            </bdi>
          </>
        }
        entries={useAccountEntries(state, onAllKeys)}
      />
      <span className={classNames("ms-auto flex shrink-0", canShrink && "lg:max-xl:ms-0 lg:max-xl:flex-col")}>
        <Menu
          label={`${t("language")}, ${t("digits")}`}
          iconOnly
          align="end"
          triggerClassName={ICON_BUTTON}
          trigger={<Languages size={15} strokeWidth={1.75} aria-hidden="true" />}
          entries={useLanguageEntries(state)}
        />
        <Menu
          label={t("theme")}
          iconOnly
          align="end"
          triggerClassName={ICON_BUTTON}
          trigger={
            preferences.theme === "dark" ? (
              <Sun size={15} strokeWidth={1.75} aria-hidden="true" />
            ) : (
              <Moon size={15} strokeWidth={1.75} aria-hidden="true" />
            )
          }
          entries={useThemeEntries(state)}
        />
      </span>
    </div>
  );
}

function useAccountEntries({ person, preferences }: ShellState, onAllKeys: () => void): MenuEntry[] {
  const t = useTranslations("shell");
  const set = useSetPreferences();
  const icon = { size: 14, strokeWidth: 1.75, "aria-hidden": true } as const;
  return [
    { kind: "label", key: "email", label: person.email },
    { kind: "item", key: "keys", label: t("allKeys"), icon: <Keyboard {...icon} />, onSelect: onAllKeys },
    { kind: "separator", key: "line-1" },
    { kind: "label", key: "shortcuts", label: t("keys") },
    {
      kind: "choice",
      key: "keys-on",
      label: t("keysOn"),
      checked: preferences.hasKeys,
      onSelect: () => set({ hasKeys: true }),
    },
    {
      kind: "choice",
      key: "keys-off",
      label: t("keysOff"),
      checked: !preferences.hasKeys,
      onSelect: () => set({ hasKeys: false }),
    },
    { kind: "separator", key: "line-2" },
    {
      kind: "item",
      key: "sign-out",
      label: t("signOut"),
      icon: <LogOut {...icon} className="mirror" />,
      onSelect: () => void signOutAction(null, {}),
    },
  ];
}

function useLanguageEntries({ preferences }: ShellState): MenuEntry[] {
  const t = useTranslations("shell");
  const set = useSetPreferences();
  return [
    { kind: "label", key: "language", label: t("language") },
    ...LOCALES.map((locale) => ({
      kind: "choice" as const,
      key: locale,
      label: t(`languages.${locale}`),
      lang: locale,
      checked: preferences.locale === locale,
      onSelect: () => set({ locale }),
    })),
    { kind: "separator", key: "line" },
    { kind: "label", key: "digits", label: t("digits") },
    ...(["auto", ...DIGITS] as const).map((digits) => ({
      kind: "choice" as const,
      key: `digits-${digits}`,
      label: t(`digitSets.${digits}`),
      checked: preferences.digits === digits,
      onSelect: () => set({ digits }),
    })),
  ];
}

function useThemeEntries({ preferences }: ShellState): MenuEntry[] {
  const t = useTranslations("shell");
  const set = useSetPreferences();
  return THEMES.map((theme) => ({
    kind: "choice",
    key: theme,
    label: t(`themes.${theme}`),
    checked: preferences.theme === theme,
    onSelect: () => set({ theme }),
  }));
}
