/**
 * Where every table lives should the database ever be spread over several machines (rule S1): tenant tables are
 * distributed by workspace, reference tables copied everywhere, local ones stay with the coordinator.
 */
export const TENANT_TABLES = [
  "account_facts",
  "account_standings",
  "accounts",
  "annotations",
  "api_keys",
  "audit_entries",
  "churn_events",
  "connections",
  "contacts",
  "custom_field_definitions",
  "deliveries",
  "dirty_days",
  "event_keys",
  "exchange_rates",
  "features",
  "first_values",
  "health_snapshots",
  "identities",
  "import_rows",
  "imports",
  "invoices",
  "job_progress",
  "mappings",
  "member_invitations",
  "members",
  "mrr_changes",
  "outbox",
  "overrides",
  "plan_features",
  "plans",
  "price_indexes",
  "products",
  "responses",
  "schedules",
  "scorecard_versions",
  "scorecards",
  "segment_rates",
  "segments",
  "sla_policies",
  "source_freshness",
  "stages",
  "subscription_facts",
  "subscriptions",
  "survey_invitations",
  "survey_versions",
  "surveys",
  "ticket_days",
  "ticket_messages",
  "ticket_states",
  "tickets",
  "topics",
  "touches",
  "usage_days",
  "usage_events",
  "usage_starts",
  "verbatim_topics",
] as const;

export const REFERENCE_TABLES = ["users", "workspaces"] as const;

export const LOCAL_TABLES = ["heartbeats", "rate_limits"] as const;

/** Schemas that others make and that stay with the coordinator: the job queue and the list of migrations. */
export const LOCAL_SCHEMAS = ["drizzle", "pgboss"] as const;
