import { cache } from "react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { PageWords } from "@/app/page-words";
import { serverWords } from "@/app/server-words";
import { gate, type Gate } from "@/auth";
import { EmptyState } from "@/components/ui/empty-state";
import { getAccount, type AccountHead } from "@/db/queries/account";
import { snapshotDay } from "@/lib/period";
import { BackKey } from "./account-keys";
import { AccountSections } from "./account-sections";
import { AccountDefinitions } from "./definitions";
import { AccountBar, LifeBar, PlaceInList } from "./head";
import { Kpis } from "./kpis";
import { WORDS, type PageContext } from "./page-context";
import { listHref, readChannel, readOrigin } from "./search-params";
import { Section } from "./section";
import { subjectOf } from "./subject";

type Props = PageProps<"/accounts/[accountId]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { scope } = await gate({ may: "read_accounts" });
  return { title: (await findAccount(scope, (await params).accountId))?.name };
}

/** One account: what it is worth, how it does and why, what it uses, asked and pays, and everything that happened with it. */
export default async function AccountPage({ params, searchParams }: Props) {
  const { scope, person, workspace } = await gate({ may: "read_accounts" });
  const account = await findAccount(scope, (await params).accountId);
  if (account === null) notFound();
  const asked = await searchParams;
  const origin = readOrigin(asked);
  const words = await serverWords(WORDS);
  const asOf = workspace.asOf ?? new Date();
  const subject = subjectOf(account, workspace.zone);
  const bar = { account, origin, ...words };
  if (subject === null) return <Unjudged bar={bar} />;
  const today = snapshotDay(asOf, workspace.zone);
  const context: PageContext = { scope, subject, workspace, asOf, today, ...words };
  return (
    <PageWords names={["account"]}>
      <AccountDefinitions t={words.t} asOf={subject.standing.asOf}>
        <BackKey href={listHref(origin)} />
        <AccountBar {...bar}>
          {origin ? <PlaceInList context={context} origin={origin} userId={person.id} /> : null}
        </AccountBar>
        <LifeBar context={context} />
        <Section name="kpis" height={74} isBare>
          <Kpis context={context} />
        </Section>
        <AccountSections context={context} pinned={workspace.asOf} channel={readChannel(asked)} />
      </AccountDefinitions>
    </PageWords>
  );
}

/** The account of an address; null for an unknown, a malformed and another workspace's id alike. */
const findAccount = cache(async (scope: Gate["scope"], id: string): Promise<AccountHead | null> => {
  const accountId = z.uuid().safeParse(id);
  return accountId.success ? getAccount(scope, { accountId: accountId.data }) : null;
});

function Unjudged({ bar }: { bar: Parameters<typeof AccountBar>[0] }) {
  return (
    <PageWords names={["account"]}>
      <BackKey href={listHref(bar.origin)} />
      <AccountBar {...bar} />
      <EmptyState title={bar.t("account.why.unscored")}>{bar.t("account.head.unjudged")}</EmptyState>
    </PageWords>
  );
}
