import type { TimelineChannel } from "@/lib/timeline";
import { ContactsCard } from "./contacts";
import { InvoicesCard } from "./invoices";
import { AccountNotes } from "./notes";
import type { PageContext } from "./page-context";
import { Section } from "./section";
import { SubscriptionsCard } from "./subscriptions";
import { TicketsCard } from "./tickets";
import { TimelineCard } from "./timeline";
import { UsageCard } from "./usage";
import { WhyCard } from "./why";

type Props = { context: PageContext; pinned: Date | null; channel: TimelineChannel | null };

/** The cards of the page: score and use, service and contracts, people and what happened. Each arrives by itself. */
export function AccountSections({ context, pinned, channel }: Props) {
  return (
    <div className="flex flex-col gap-3 p-5 max-md:p-4">
      <AccountNotes context={context} pinned={pinned} />
      <div className="grid items-start gap-3 md:grid-cols-2 xl:grid-cols-[minmax(0,1.12fr)_minmax(0,1fr)_minmax(0,0.8fr)]">
        <div className="flex min-w-0 flex-col gap-3">
          <Section name="why" height={620}>
            <WhyCard context={context} />
          </Section>
          <Section name="usage" height={330}>
            <UsageCard context={context} />
          </Section>
        </div>
        <div className="flex min-w-0 flex-col gap-3">
          <Section name="tickets" height={170}>
            <TicketsCard context={context} />
          </Section>
          <Section name="subscriptions" height={190}>
            <SubscriptionsCard context={context} />
          </Section>
          <Section name="invoices" height={0}>
            <InvoicesCard context={context} />
          </Section>
          <Section name="contacts" height={190}>
            <ContactsCard context={context} />
          </Section>
        </div>
        <div className="flex min-w-0 flex-col gap-3 md:max-xl:col-span-2">
          <Section name="timeline" height={620}>
            <TimelineCard context={context} channel={channel} />
          </Section>
        </div>
      </div>
    </div>
  );
}
