import { DateText } from "@/components/date-text";
import { HealthMark } from "@/components/health-mark";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { listContacts, type AccountContact } from "@/db/queries/account-service";
import { localDay } from "@/lib/period";
import { initials } from "@/lib/words/initials";
import type { PageContext } from "./page-context";

/** The people of the account: role, language, last two-way contact; who left, and whom to call first. */
export async function ContactsCard({ context }: { context: PageContext }) {
  const { scope, subject, asOf, t } = context;
  const contacts = await listContacts(scope, { accountId: subject.account.accountId, asOf });
  const first = contacts.find((contact) => contact.leftAt === null && contact.role === "champion");
  return (
    <Card title={t("account.contacts.title")} meta={t("account.contacts.meta")}>
      {contacts.length === 0 ? (
        <EmptyState level={3} title={t("account.contacts.empty")}>
          {t("account.contacts.emptyText")}
        </EmptyState>
      ) : (
        <ul className="flex flex-col gap-2.5">
          {contacts.map((contact) => (
            <Person
              key={contact.id}
              context={context}
              contact={contact}
              isFirst={contact === first}
              hasFirst={first !== undefined}
            />
          ))}
        </ul>
      )}
    </Card>
  );
}

type Props = { context: PageContext; contact: AccountContact; isFirst: boolean; hasFirst: boolean };

function Person({ context, contact, isFirst, hasFirst }: Props) {
  const { workspace, t } = context;
  const { name, role, jobTitle, language, leftAt, lastTwoWayAt } = contact;
  const languageKey = `common.languages.${language ?? ""}`;
  return (
    <li className="flex items-center gap-2.5">
      <span
        aria-hidden="true"
        className="inline-flex size-7 shrink-0 items-center justify-center rounded-full bg-lapis-soft text-meta font-semibold text-lapis-ink"
      >
        {initials(name)}
      </span>
      <span className="min-w-0 flex-1">
        <span className="block truncate text-body font-semibold text-ink">
          <bdi>{name}</bdi>
        </span>
        <span className="block text-meta text-ink-2">
          {jobTitle ? <bdi>{jobTitle}</bdi> : t(`account.contacts.roles.${role}`)}
          {language ? t("account.why.separator") : null}
          {language ? t.has(languageKey) ? t(languageKey) : <bdi>{language}</bdi> : null}
        </span>
      </span>
      <span className="shrink-0 text-end text-meta">
        <Standing t={t} contact={contact} isFirst={isFirst} hasFirst={hasFirst} zone={workspace.zone} />
        <span className="block text-ink-2">
          {leftAt !== null ? null : lastTwoWayAt === null ? (
            t("account.contacts.never")
          ) : (
            <DateText day={localDay(new Date(lastTwoWayAt), workspace.zone)} style="medium" />
          )}
        </span>
      </span>
    </li>
  );
}

type StandingProps = {
  t: PageContext["t"];
  contact: AccountContact;
  isFirst: boolean;
  hasFirst: boolean;
  zone: string;
};

/** The part a person plays, with its mark: the champion is called first, a sponsor never met is asked for an introduction. */
function Standing({ t, contact, isFirst, hasFirst, zone }: StandingProps) {
  const { role, leftAt, lastTwoWayAt } = contact;
  const isKey = role === "sponsor" || role === "champion";
  if (leftAt !== null) {
    return (
      <>
        <Mark band={isKey ? "critical" : "unknown"} text={t(`account.contacts.roles.${role}`)} />
        <span className="block text-ink-2">
          {t("account.contacts.left")} <DateText day={localDay(new Date(leftAt), zone)} style="medium" />
        </span>
      </>
    );
  } else if (isKey && lastTwoWayAt === null && hasFirst && !isFirst) {
    return <Mark band="watch" text={t("account.contacts.askIntroduction")} />;
  } else if (isFirst) {
    return <Mark band="healthy" text={t("account.contacts.first")} />;
  } else {
    return <span className="block text-ink">{t(`account.contacts.roles.${role}`)}</span>;
  }
}

const INKS = {
  critical: "text-crit-ink",
  watch: "text-watch-ink",
  healthy: "text-ok-ink",
  unknown: "text-ink-2",
};

function Mark({ band, text }: { band: keyof typeof INKS; text: string }) {
  return (
    <span className={`inline-flex items-center gap-1 font-medium ${INKS[band]}`}>
      <HealthMark band={band} size={10} />
      {text}
    </span>
  );
}
