"use client";

import { useTranslations } from "next-intl";
import { RelativeDay } from "@/components/date-text";
import { useFormat } from "@/components/format-context";
import type { CallableContact } from "@/db/queries/standings-contacts";
import { localDay, type Day } from "@/lib/period";
import { initials } from "@/lib/words/initials";
import { ChannelMark } from "./standing-cells";

/** Whom to call: name, part played, and when both sides last spoke. */
export function PeekContacts({ contacts, today }: { contacts: readonly CallableContact[]; today: Day }) {
  const t = useTranslations("accounts.peek");
  if (contacts.length === 0) return <p className="text-ink-2">{t("noContacts")}</p>;
  return (
    <ul className="flex flex-col gap-2">
      {contacts.map((contact) => (
        <li key={contact.id} className="flex items-center gap-2.5">
          <span
            aria-hidden="true"
            className="inline-flex size-7 shrink-0 items-center justify-center rounded-full bg-lapis-soft text-meta font-semibold text-lapis-ink"
          >
            {initials(contact.name)}
          </span>
          <span className="min-w-0 flex-1">
            <span className="block font-semibold text-ink">
              <bdi>{contact.name}</bdi>
            </span>
            <span className="block text-meta text-ink-2">
              {contact.jobTitle ? <bdi>{contact.jobTitle}</bdi> : null}
              {contact.jobTitle ? " · " : null}
              {t(`roles.${contact.role}`)}
            </span>
          </span>
          <LastContact contact={contact} today={today} />
        </li>
      ))}
    </ul>
  );
}

function LastContact({ contact, today }: { contact: CallableContact; today: Day }) {
  const t = useTranslations("accounts.peek");
  const { zone } = useFormat().settings;
  if (contact.lastTwoWayAt === null) return <span className="text-meta text-ink-2">{t("noContactYet")}</span>;
  const day = localDay(new Date(contact.lastTwoWayAt), zone);
  return (
    <span className="inline-flex items-center gap-1 text-meta text-ink-2">
      <RelativeDay day={day > today ? today : day} />
      {contact.lastTwoWayChannel ? <ChannelMark channel={contact.lastTwoWayChannel} /> : null}
    </span>
  );
}
