import { instant, times, type Company, type Rows } from "./cells";
import type { Reference } from "./reference";

export function* subscriptionRows(companies: Company, { workspaceId, productIds, planIds }: Reference): Rows {
  for (const { account, subscriptions } of companies) {
    for (const s of subscriptions) {
      yield [
        workspaceId,
        s.id,
        account.id,
        "billing",
        s.externalId,
        productIds[s.product] ?? null,
        s.plan === null ? null : (planIds[s.plan] ?? null),
        account.currency,
        s.startsOn,
        ...times(s.id, s.occurredMs, s.recordedMs),
      ];
    }
  }
}

export function* subscriptionFactRows(companies: Company, { workspaceId }: Reference): Rows {
  for (const { subscriptionFacts } of companies) {
    for (const f of subscriptionFacts) {
      yield [
        workspaceId,
        f.id,
        f.subscriptionId,
        instant(f.validMs),
        instant(f.recordedMs),
        f.feeMinor,
        f.billingMonths,
        f.quantity,
        f.isTrial,
        f.termMonths,
        f.termEndsOn,
        f.noticeDays,
        f.isAutoRenewed,
        f.noticeGivenOn,
        f.endedOn,
      ];
    }
  }
}

export function* mrrChangeRows(companies: Company, { workspaceId }: Reference): Rows {
  for (const { account, mrrChanges } of companies) {
    for (const m of mrrChanges) {
      yield [
        workspaceId,
        m.id,
        account.id,
        m.subscriptionId,
        m.day,
        m.arrDeltaMinor,
        account.currency,
        instant(m.recordedMs),
      ];
    }
  }
}

export function* invoiceRows(companies: Company, { workspaceId }: Reference): Rows {
  for (const { account, invoices } of companies) {
    for (const i of invoices) {
      yield [
        workspaceId,
        i.id,
        account.id,
        "billing",
        i.externalId,
        "invoice",
        i.externalId,
        i.amountMinor,
        account.currency,
        i.dueOn,
        instant(i.paidMs),
        instant(i.paidRecordedMs),
        ...times(i.id, i.occurredMs, i.recordedMs),
      ];
    }
  }
}
