import { fold } from "@/lib/words/fold";
import { instant, times, type Company, type Rows } from "./cells";
import type { Reference } from "./reference";

export function* accountRows(companies: Company, { workspaceId }: Reference): Rows {
  for (const { account: a } of companies) {
    yield [
      workspaceId,
      a.id,
      "crm",
      a.externalId,
      a.name,
      fold(a.name),
      a.currency,
      a.industry,
      a.country,
      a.domain,
      a.isStrategic,
      { json: {} },
      ...times(a.id, a.occurredMs, a.recordedMs),
    ];
  }
}

export function* factRows(companies: Company, { workspaceId }: Reference): Rows {
  for (const { account, accountFacts } of companies) {
    for (const f of accountFacts) {
      yield [
        workspaceId,
        f.id,
        account.id,
        f.field,
        f.text,
        f.number,
        instant(f.validMs),
        instant(f.recordedMs),
        f.source,
      ];
    }
  }
}

export function* contactRows(companies: Company, { workspaceId }: Reference): Rows {
  for (const { account, contacts } of companies) {
    for (const c of contacts) {
      yield [
        workspaceId,
        c.id,
        account.id,
        "crm",
        c.externalId,
        c.name,
        c.email,
        c.role,
        c.jobTitle,
        c.language,
        instant(c.leftMs),
        instant(c.leftRecordedMs),
        instant(c.occurredMs),
        instant(c.recordedMs),
      ];
    }
  }
}

export function* churnRows(companies: Company, { workspaceId }: Reference): Rows {
  for (const { account, churnEvents } of companies) {
    for (const c of churnEvents) {
      yield [
        workspaceId,
        c.id,
        account.id,
        "crm",
        c.externalId,
        c.reason,
        c.statedBy,
        c.comment,
        ...times(c.id, c.occurredMs, c.recordedMs),
      ];
    }
  }
}

export function* firstValueRows(companies: Company, { workspaceId }: Reference): Rows {
  for (const { account, firstValue } of companies) {
    if (firstValue)
      yield [workspaceId, account.id, instant(firstValue.reachedMs), instant(firstValue.recordedMs)];
  }
}
