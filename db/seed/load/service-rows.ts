import { instant, times, type Company, type Rows } from "./cells";
import type { Reference } from "./reference";

export function* ticketRows(companies: Company, { workspaceId }: Reference): Rows {
  for (const { account, tickets } of companies) {
    for (const t of tickets) {
      yield [
        workspaceId,
        t.id,
        account.id,
        "helpdesk",
        t.externalId,
        t.contactId,
        t.subject,
        t.language,
        t.channel,
        t.priority,
        t.isEscalated,
        instant(t.firstReplyMs),
        instant(t.solvedMs),
        instant(t.solvedRecordedMs),
        ...times(t.id, t.occurredMs, t.recordedMs),
      ];
    }
  }
}

export function* ticketStateRows(companies: Company, { workspaceId }: Reference): Rows {
  for (const { ticketStates } of companies) {
    for (const s of ticketStates)
      yield [workspaceId, s.id, s.ticketId, s.state, instant(s.occurredMs), instant(s.recordedMs)];
  }
}

export function* responseRows(companies: Company, { workspaceId }: Reference): Rows {
  for (const { account, responses } of companies) {
    for (const r of responses) {
      yield [
        workspaceId,
        r.id,
        account.id,
        "surveys",
        r.externalId,
        r.contactId,
        r.ticketId,
        r.kind,
        r.score,
        r.comment,
        r.language,
        ...times(r.id, r.occurredMs, r.recordedMs),
      ];
    }
  }
}

export function* touchRows(companies: Company, { workspaceId }: Reference): Rows {
  for (const { account, accountFacts, touches } of companies) {
    const owner = accountFacts.findLast((fact) => fact.field === "owner")?.text ?? null;
    for (const t of touches) {
      yield [
        workspaceId,
        t.id,
        account.id,
        "crm",
        t.externalId,
        t.contactId,
        owner,
        t.channel,
        t.direction,
        t.isTwoWay,
        t.minutes,
        t.subject,
        ...times(t.id, t.occurredMs, t.recordedMs),
      ];
    }
  }
}
