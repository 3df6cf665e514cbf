CREATE TABLE "api_keys" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"secret_hash" text NOT NULL,
	"permissions" text[] NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"last_used_at" timestamp (3) with time zone,
	CONSTRAINT "api_keys_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "api_keys_secret_key" UNIQUE("workspace_id","secret_hash")
);
--> statement-breakpoint
ALTER TABLE "api_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"user_id" uuid,
	"action" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text,
	"details" jsonb NOT NULL,
	CONSTRAINT "audit_entries_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "audit_entries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "heartbeats" (
	"name" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "heartbeats_pk" PRIMARY KEY("name")
);
--> statement-breakpoint
CREATE TABLE "job_progress" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"total" integer,
	"done" integer DEFAULT 0 NOT NULL,
	"cursor" text,
	"params" jsonb NOT NULL,
	"failure" text,
	"started_by_id" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "job_progress_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "job_progress" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "member_invitations" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"token_hash" text NOT NULL,
	"invited_by_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	CONSTRAINT "member_invitations_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "member_invitations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "members" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"session_version" integer DEFAULT 0 NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "members_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "members_user_key" UNIQUE("workspace_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "members" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "outbox" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"unique_key" text NOT NULL,
	"payload" jsonb NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	CONSTRAINT "outbox_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "outbox_unique_key" UNIQUE("workspace_id","unique_key")
);
--> statement-breakpoint
ALTER TABLE "outbox" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text NOT NULL,
	"failures" integer NOT NULL,
	"window_started_at" timestamp (3) with time zone NOT NULL,
	"blocked_until" timestamp (3) with time zone,
	CONSTRAINT "rate_limits_pk" PRIMARY KEY("key")
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text,
	"locale" text,
	"theme" text,
	"digits" text,
	"has_shortcuts" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "users_pk" PRIMARY KEY("id"),
	CONSTRAINT "users_email_key" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "workspaces" (
	"id" uuid NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"country" text NOT NULL,
	"zone" text NOT NULL,
	"calendar" text NOT NULL,
	"currency" text NOT NULL,
	"business" text NOT NULL,
	"as_of" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "workspaces_pk" PRIMARY KEY("id"),
	CONSTRAINT "workspaces_slug_key" UNIQUE("slug")
);
--> statement-breakpoint
ALTER TABLE "workspaces" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "account_facts" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"field" text NOT NULL,
	"value_text" text,
	"value_number" double precision,
	"valid_from" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"is_assumed" boolean DEFAULT false NOT NULL,
	"source" text NOT NULL,
	CONSTRAINT "account_facts_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "account_facts_version_key" UNIQUE("workspace_id","account_id","field","valid_from","recorded_at")
);
--> statement-breakpoint
ALTER TABLE "account_facts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "accounts" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"source" text NOT NULL,
	"external_id" text NOT NULL,
	"name" text NOT NULL,
	"name_folded" text NOT NULL,
	"parent_id" uuid,
	"currency" text NOT NULL,
	"industry" text,
	"country" text,
	"domain" text,
	"is_strategic" boolean DEFAULT false NOT NULL,
	"custom" jsonb NOT NULL,
	"content_hash" "bytea" NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "accounts_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "accounts_external_key" UNIQUE("workspace_id","source","external_id")
);
--> statement-breakpoint
ALTER TABLE "accounts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "contacts" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"source" text NOT NULL,
	"external_id" text NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"role" text NOT NULL,
	"job_title" text,
	"language" text,
	"left_at" timestamp (3) with time zone,
	"left_recorded_at" timestamp (3) with time zone,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "contacts_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "contacts_external_key" UNIQUE("workspace_id","source","external_id")
);
--> statement-breakpoint
ALTER TABLE "contacts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "custom_field_definitions" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"noun" text NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"names" jsonb NOT NULL,
	CONSTRAINT "custom_field_definitions_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "custom_field_definitions_key_key" UNIQUE("workspace_id","noun","key")
);
--> statement-breakpoint
ALTER TABLE "custom_field_definitions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "identities" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"source" text NOT NULL,
	"external_id" text NOT NULL,
	"merged_by_id" uuid,
	"merged_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "identities_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "identities_external_key" UNIQUE("workspace_id","source","external_id")
);
--> statement-breakpoint
ALTER TABLE "identities" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "segments" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"key" text NOT NULL,
	"position" integer NOT NULL,
	"names" jsonb NOT NULL,
	"scorecard_key" text NOT NULL,
	"min_arr_minor" double precision,
	"is_shipped" boolean NOT NULL,
	CONSTRAINT "segments_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "segments_key_key" UNIQUE("workspace_id","key")
);
--> statement-breakpoint
ALTER TABLE "segments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "stages" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"key" text NOT NULL,
	"position" integer NOT NULL,
	"names" jsonb NOT NULL,
	"expected_days" jsonb,
	"is_shipped" boolean NOT NULL,
	CONSTRAINT "stages_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "stages_key_key" UNIQUE("workspace_id","key")
);
--> statement-breakpoint
ALTER TABLE "stages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "exchange_rates" (
	"workspace_id" uuid NOT NULL,
	"currency_from" text NOT NULL,
	"currency_to" text NOT NULL,
	"day" date NOT NULL,
	"rate" numeric(24, 12) NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "exchange_rates_pk" PRIMARY KEY("workspace_id","currency_from","currency_to","day")
);
--> statement-breakpoint
ALTER TABLE "exchange_rates" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invoices" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"source" text NOT NULL,
	"external_id" text NOT NULL,
	"kind" text NOT NULL,
	"number" text,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"due_on" date,
	"paid_at" timestamp (3) with time zone,
	"paid_recorded_at" timestamp (3) with time zone,
	"content_hash" "bytea" NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "invoices_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "invoices_external_key" UNIQUE("workspace_id","source","external_id")
);
--> statement-breakpoint
ALTER TABLE "invoices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mrr_changes" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"subscription_id" uuid NOT NULL,
	"day" date NOT NULL,
	"arr_delta_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "mrr_changes_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "mrr_changes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "plan_features" (
	"workspace_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"feature" smallint NOT NULL,
	CONSTRAINT "plan_features_pk" PRIMARY KEY("workspace_id","plan_id","feature")
);
--> statement-breakpoint
ALTER TABLE "plan_features" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "plans" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "plans_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "plans_key_key" UNIQUE("workspace_id","key")
);
--> statement-breakpoint
ALTER TABLE "plans" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "price_indexes" (
	"workspace_id" uuid NOT NULL,
	"month" date NOT NULL,
	"value" double precision NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "price_indexes_pk" PRIMARY KEY("workspace_id","month")
);
--> statement-breakpoint
ALTER TABLE "price_indexes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "products" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"external_id" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "products_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "products_external_key" UNIQUE("workspace_id","external_id")
);
--> statement-breakpoint
ALTER TABLE "products" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "subscription_facts" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"subscription_id" uuid NOT NULL,
	"valid_from" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"is_assumed" boolean DEFAULT false NOT NULL,
	"fee_minor" bigint NOT NULL,
	"billing_months" integer NOT NULL,
	"quantity" integer,
	"is_trial" boolean DEFAULT false NOT NULL,
	"term_months" integer,
	"term_ends_on" date,
	"notice_days" integer,
	"is_auto_renewed" boolean DEFAULT true NOT NULL,
	"notice_given_on" date,
	"ended_on" date,
	CONSTRAINT "subscription_facts_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "subscription_facts_version_key" UNIQUE("workspace_id","subscription_id","valid_from","recorded_at")
);
--> statement-breakpoint
ALTER TABLE "subscription_facts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "subscriptions" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"source" text NOT NULL,
	"external_id" text NOT NULL,
	"product_id" uuid,
	"plan_id" uuid,
	"currency" text NOT NULL,
	"starts_on" date NOT NULL,
	"content_hash" "bytea" NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "subscriptions_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "subscriptions_external_key" UNIQUE("workspace_id","source","external_id")
);
--> statement-breakpoint
ALTER TABLE "subscriptions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "event_keys" (
	"workspace_id" uuid NOT NULL,
	"source" text NOT NULL,
	"external_id" text NOT NULL,
	"content_hash" "bytea" NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "event_keys_pk" PRIMARY KEY("workspace_id","source","external_id")
);
--> statement-breakpoint
ALTER TABLE "event_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "features" (
	"workspace_id" uuid NOT NULL,
	"code" smallint NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"is_core" boolean NOT NULL,
	"is_login" boolean DEFAULT false NOT NULL,
	"is_key" boolean DEFAULT false NOT NULL,
	CONSTRAINT "features_pk" PRIMARY KEY("workspace_id","code"),
	CONSTRAINT "features_key_key" UNIQUE("workspace_id","key")
);
--> statement-breakpoint
ALTER TABLE "features" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "first_values" (
	"workspace_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"reached_at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "first_values_pk" PRIMARY KEY("workspace_id","account_id","recorded_at")
);
--> statement-breakpoint
ALTER TABLE "first_values" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "usage_days" (
	"workspace_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"day" date NOT NULL,
	"recorded_on" date NOT NULL,
	"feature" smallint NOT NULL,
	"events" integer NOT NULL,
	"users" integer,
	CONSTRAINT "usage_days_pk" PRIMARY KEY("workspace_id","account_id","day","feature","recorded_on")
);
--> statement-breakpoint
ALTER TABLE "usage_days" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "usage_events" (
	"workspace_id" uuid NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"source" text NOT NULL,
	"external_id" text NOT NULL,
	"feature" smallint NOT NULL,
	"user_key" text,
	"count" integer NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "usage_events_pk" PRIMARY KEY("workspace_id","occurred_at","id")
) PARTITION BY RANGE ("occurred_at");
--> statement-breakpoint
ALTER TABLE "usage_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "usage_starts" (
	"workspace_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"recorded_on" date NOT NULL,
	"day" date NOT NULL,
	CONSTRAINT "usage_starts_pk" PRIMARY KEY("workspace_id","account_id","recorded_on")
);
--> statement-breakpoint
ALTER TABLE "usage_starts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "annotations" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"label" text NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "annotations_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "annotations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "schedules" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"shifts" jsonb NOT NULL,
	"holidays" jsonb NOT NULL,
	"valid_from" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "schedules_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "schedules" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sla_policies" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"priority" text NOT NULL,
	"first_reply_minutes" double precision,
	"resolution_minutes" double precision,
	"valid_from" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "sla_policies_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "sla_policies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ticket_days" (
	"workspace_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"day" date NOT NULL,
	"recorded_on" date NOT NULL,
	"opened" integer NOT NULL,
	"solved" integer NOT NULL,
	CONSTRAINT "ticket_days_pk" PRIMARY KEY("workspace_id","account_id","day","recorded_on")
);
--> statement-breakpoint
ALTER TABLE "ticket_days" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ticket_messages" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"ticket_id" uuid NOT NULL,
	"actor" text NOT NULL,
	"is_public" boolean NOT NULL,
	"body" text,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "ticket_messages_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "ticket_messages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ticket_states" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"ticket_id" uuid NOT NULL,
	"state" text NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "ticket_states_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "ticket_states" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tickets" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"contact_id" uuid,
	"source" text NOT NULL,
	"external_id" text NOT NULL,
	"subject" text,
	"language" text,
	"channel" text,
	"priority" text NOT NULL,
	"topic_id" uuid,
	"is_escalated" boolean DEFAULT false NOT NULL,
	"first_reply_at" timestamp (3) with time zone,
	"solved_at" timestamp (3) with time zone,
	"solved_recorded_at" timestamp (3) with time zone,
	"content_hash" "bytea" NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "tickets_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "tickets_external_key" UNIQUE("workspace_id","source","external_id")
);
--> statement-breakpoint
ALTER TABLE "tickets" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "topics" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"key" text NOT NULL,
	"names" jsonb NOT NULL,
	"keywords" text[] NOT NULL,
	"merged_into_id" uuid,
	CONSTRAINT "topics_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "topics_key_key" UNIQUE("workspace_id","key")
);
--> statement-breakpoint
ALTER TABLE "topics" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "responses" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"contact_id" uuid,
	"ticket_id" uuid,
	"source" text NOT NULL,
	"external_id" text NOT NULL,
	"kind" text NOT NULL,
	"score" double precision NOT NULL,
	"comment" text,
	"language" text,
	"content_hash" "bytea" NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "responses_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "responses_external_key" UNIQUE("workspace_id","source","external_id")
);
--> statement-breakpoint
ALTER TABLE "responses" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "survey_invitations" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"survey_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"contact_id" uuid,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "survey_invitations_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "survey_invitations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "survey_versions" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"survey_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"questions" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "survey_versions_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "survey_versions_number_key" UNIQUE("workspace_id","survey_id","number")
);
--> statement-breakpoint
ALTER TABLE "survey_versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "surveys" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "surveys_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "surveys_key_key" UNIQUE("workspace_id","key")
);
--> statement-breakpoint
ALTER TABLE "surveys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "verbatim_topics" (
	"workspace_id" uuid NOT NULL,
	"response_id" uuid NOT NULL,
	"topic_id" uuid NOT NULL,
	"sentiment" double precision,
	CONSTRAINT "verbatim_topics_pk" PRIMARY KEY("workspace_id","response_id","topic_id")
);
--> statement-breakpoint
ALTER TABLE "verbatim_topics" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "touches" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"contact_id" uuid,
	"user_id" uuid,
	"source" text NOT NULL,
	"external_id" text NOT NULL,
	"channel" text NOT NULL,
	"direction" text NOT NULL,
	"is_two_way" boolean NOT NULL,
	"minutes" double precision,
	"subject" text,
	"content_hash" "bytea" NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "touches_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "touches_external_key" UNIQUE("workspace_id","source","external_id")
);
--> statement-breakpoint
ALTER TABLE "touches" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "account_standings" (
	"workspace_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"as_of" timestamp (3) with time zone NOT NULL,
	"known_at" timestamp (3) with time zone NOT NULL,
	"raw" double precision[] NOT NULL,
	"age_days" double precision[] NOT NULL,
	"normalised" double precision[] NOT NULL,
	"decayed" double precision[] NOT NULL,
	"chi" double precision,
	"coverage" double precision NOT NULL,
	"computed_band" text NOT NULL,
	"guardrail" text,
	"effective_band" text NOT NULL,
	"segment_key" text NOT NULL,
	"stage_key" text NOT NULL,
	"name_folded" text NOT NULL,
	"owner_id" uuid,
	"stage_pace" text,
	"customer_since" date,
	"currency" text NOT NULL,
	"arr_minor" bigint NOT NULL,
	"deciding_arr_minor" bigint NOT NULL,
	"decision_on" date,
	"decides_monthly" boolean NOT NULL,
	"churn_probability_90d" double precision,
	"churn_probability_90d_low" double precision,
	"churn_probability_90d_high" double precision,
	"loss_minor" bigint,
	"arr_reporting_minor" bigint,
	"deciding_reporting_minor" bigint,
	"loss_reporting_minor" bigint,
	"loss_variance_reporting" double precision,
	"at_risk_reporting_minor" bigint,
	"chi_change_30d" double precision,
	"seats" double precision,
	"open_tickets" integer NOT NULL,
	"last_two_way_at" timestamp (3) with time zone,
	"last_two_way_channel" text,
	CONSTRAINT "account_standings_pk" PRIMARY KEY("workspace_id","account_id")
);
--> statement-breakpoint
ALTER TABLE "account_standings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "health_snapshots" (
	"workspace_id" uuid NOT NULL,
	"day" date NOT NULL,
	"account_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"as_of" timestamp (3) with time zone NOT NULL,
	"known_at" timestamp (3) with time zone NOT NULL,
	"raw" double precision[] NOT NULL,
	"age_days" double precision[] NOT NULL,
	"normalised" double precision[] NOT NULL,
	"decayed" double precision[] NOT NULL,
	"chi" double precision,
	"coverage" double precision NOT NULL,
	"computed_band" text NOT NULL,
	"guardrail" text,
	"effective_band" text NOT NULL,
	"segment_key" text NOT NULL,
	"stage_key" text NOT NULL,
	CONSTRAINT "health_snapshots_pk" PRIMARY KEY("workspace_id","day","account_id")
) PARTITION BY RANGE ("day");
--> statement-breakpoint
ALTER TABLE "health_snapshots" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "overrides" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"band" text NOT NULL,
	"reason" text NOT NULL,
	"author_id" uuid NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "overrides_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "overrides" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "scorecard_versions" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"scorecard_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"card" jsonb NOT NULL,
	"left_out" text[] NOT NULL,
	"effective_from" timestamp (3) with time zone NOT NULL,
	"is_shipped" boolean NOT NULL,
	"note" text NOT NULL,
	"author_id" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "scorecard_versions_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "scorecard_versions_number_key" UNIQUE("workspace_id","scorecard_id","number")
);
--> statement-breakpoint
ALTER TABLE "scorecard_versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "scorecards" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"key" text NOT NULL,
	"names" jsonb NOT NULL,
	CONSTRAINT "scorecards_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "scorecards_key_key" UNIQUE("workspace_id","key")
);
--> statement-breakpoint
ALTER TABLE "scorecards" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "churn_events" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"source" text NOT NULL,
	"external_id" text NOT NULL,
	"reason" text NOT NULL,
	"stated_by" text NOT NULL,
	"is_reactivation" boolean DEFAULT false NOT NULL,
	"comment" text,
	"content_hash" "bytea" NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "churn_events_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "churn_events_external_key" UNIQUE("workspace_id","source","external_id")
);
--> statement-breakpoint
ALTER TABLE "churn_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "segment_rates" (
	"workspace_id" uuid NOT NULL,
	"day" date NOT NULL,
	"segment_key" text NOT NULL,
	"churned" integer NOT NULL,
	"account_years" double precision NOT NULL,
	CONSTRAINT "segment_rates_pk" PRIMARY KEY("workspace_id","day","segment_key")
);
--> statement-breakpoint
ALTER TABLE "segment_rates" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "connections" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"source" text NOT NULL,
	"settings" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "connections_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "connections_source_key" UNIQUE("workspace_id","source")
);
--> statement-breakpoint
ALTER TABLE "connections" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "deliveries" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"external_id" text NOT NULL,
	"body" jsonb NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"handled_at" timestamp (3) with time zone,
	CONSTRAINT "deliveries_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "deliveries_external_key" UNIQUE("workspace_id","connection_id","external_id")
);
--> statement-breakpoint
ALTER TABLE "deliveries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "dirty_days" (
	"workspace_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"day" date NOT NULL,
	"recorded_on" date NOT NULL,
	"marked_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "dirty_days_pk" PRIMARY KEY("workspace_id","account_id","day","recorded_on")
);
--> statement-breakpoint
ALTER TABLE "dirty_days" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "import_rows" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"file" text NOT NULL,
	"line" integer NOT NULL,
	"column" text,
	"value" text,
	"code" text NOT NULL,
	"params" jsonb NOT NULL,
	"content" jsonb NOT NULL,
	CONSTRAINT "import_rows_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "import_rows" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "imports" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"mapping" text NOT NULL,
	"state" text NOT NULL,
	"counts" jsonb NOT NULL,
	"failure" jsonb,
	"started_by_id" uuid,
	"started_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "imports_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "imports" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mappings" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"definition" jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "mappings_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "mappings_name_key" UNIQUE("workspace_id","name")
);
--> statement-breakpoint
ALTER TABLE "mappings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "source_freshness" (
	"workspace_id" uuid NOT NULL,
	"source" text NOT NULL,
	"family" text NOT NULL,
	"delivered_on" date NOT NULL,
	"delivered_at" timestamp (3) with time zone NOT NULL,
	"rows" integer NOT NULL,
	CONSTRAINT "source_freshness_pk" PRIMARY KEY("workspace_id","source","family","delivered_on")
);
--> statement-breakpoint
ALTER TABLE "source_freshness" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_workspace_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_user_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_facts" ADD CONSTRAINT "account_facts_account_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_workspace_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_parent_fk" FOREIGN KEY ("workspace_id","parent_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_account_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identities" ADD CONSTRAINT "identities_account_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identities" ADD CONSTRAINT "identities_user_fk" FOREIGN KEY ("merged_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_account_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mrr_changes" ADD CONSTRAINT "mrr_changes_subscription_fk" FOREIGN KEY ("workspace_id","subscription_id") REFERENCES "public"."subscriptions"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_features" ADD CONSTRAINT "plan_features_plan_fk" FOREIGN KEY ("workspace_id","plan_id") REFERENCES "public"."plans"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscription_facts" ADD CONSTRAINT "subscription_facts_subscription_fk" FOREIGN KEY ("workspace_id","subscription_id") REFERENCES "public"."subscriptions"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_account_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_plan_fk" FOREIGN KEY ("workspace_id","plan_id") REFERENCES "public"."plans"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_product_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_messages" ADD CONSTRAINT "ticket_messages_ticket_fk" FOREIGN KEY ("workspace_id","ticket_id") REFERENCES "public"."tickets"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_states" ADD CONSTRAINT "ticket_states_ticket_fk" FOREIGN KEY ("workspace_id","ticket_id") REFERENCES "public"."tickets"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_account_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_topic_fk" FOREIGN KEY ("workspace_id","topic_id") REFERENCES "public"."topics"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_account_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_invitations" ADD CONSTRAINT "survey_invitations_account_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_versions" ADD CONSTRAINT "survey_versions_survey_fk" FOREIGN KEY ("workspace_id","survey_id") REFERENCES "public"."surveys"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verbatim_topics" ADD CONSTRAINT "verbatim_topics_response_fk" FOREIGN KEY ("workspace_id","response_id") REFERENCES "public"."responses"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "touches" ADD CONSTRAINT "touches_account_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_standings" ADD CONSTRAINT "account_standings_account_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "overrides" ADD CONSTRAINT "overrides_account_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scorecard_versions" ADD CONSTRAINT "scorecard_versions_scorecard_fk" FOREIGN KEY ("workspace_id","scorecard_id") REFERENCES "public"."scorecards"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "churn_events" ADD CONSTRAINT "churn_events_account_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_connection_fk" FOREIGN KEY ("workspace_id","connection_id") REFERENCES "public"."connections"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_import_fk" FOREIGN KEY ("workspace_id","import_id") REFERENCES "public"."imports"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_entries_at_idx" ON "audit_entries" USING btree ("workspace_id","at");--> statement-breakpoint
CREATE INDEX "job_progress_kind_idx" ON "job_progress" USING btree ("workspace_id","kind","created_at");--> statement-breakpoint
CREATE INDEX "accounts_name_idx" ON "accounts" USING btree ("workspace_id","name_folded","id");--> statement-breakpoint
CREATE INDEX "contacts_account_idx" ON "contacts" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "invoices_account_idx" ON "invoices" USING btree ("workspace_id","account_id","occurred_at");--> statement-breakpoint
CREATE INDEX "mrr_changes_account_idx" ON "mrr_changes" USING btree ("workspace_id","account_id","subscription_id","day");--> statement-breakpoint
CREATE INDEX "subscriptions_account_idx" ON "subscriptions" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "first_values_account_idx" ON "first_values" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "usage_days_day_brin" ON "usage_days" USING brin ("workspace_id","day");--> statement-breakpoint
CREATE INDEX "usage_events_account_idx" ON "usage_events" USING btree ("workspace_id","account_id","occurred_at");--> statement-breakpoint
CREATE INDEX "annotations_at_idx" ON "annotations" USING btree ("workspace_id","occurred_at");--> statement-breakpoint
CREATE INDEX "ticket_messages_ticket_idx" ON "ticket_messages" USING btree ("workspace_id","ticket_id","occurred_at");--> statement-breakpoint
CREATE INDEX "ticket_states_ticket_idx" ON "ticket_states" USING btree ("workspace_id","ticket_id","occurred_at");--> statement-breakpoint
CREATE INDEX "tickets_account_idx" ON "tickets" USING btree ("workspace_id","account_id","occurred_at");--> statement-breakpoint
CREATE INDEX "tickets_occurred_idx" ON "tickets" USING btree ("workspace_id","occurred_at");--> statement-breakpoint
CREATE INDEX "responses_account_idx" ON "responses" USING btree ("workspace_id","account_id","kind","occurred_at");--> statement-breakpoint
CREATE INDEX "survey_invitations_account_idx" ON "survey_invitations" USING btree ("workspace_id","account_id","occurred_at");--> statement-breakpoint
CREATE INDEX "touches_account_idx" ON "touches" USING btree ("workspace_id","account_id","occurred_at");--> statement-breakpoint
CREATE INDEX "touches_occurred_idx" ON "touches" USING btree ("workspace_id","occurred_at");--> statement-breakpoint
CREATE INDEX "account_standings_loss_idx" ON "account_standings" USING btree ("workspace_id","loss_reporting_minor" DESC NULLS LAST,"account_id");--> statement-breakpoint
CREATE INDEX "account_standings_band_idx" ON "account_standings" USING btree ("workspace_id","effective_band","loss_reporting_minor" DESC NULLS LAST,"account_id");--> statement-breakpoint
CREATE INDEX "account_standings_decision_idx" ON "account_standings" USING btree ("workspace_id","decision_on","account_id");--> statement-breakpoint
CREATE INDEX "account_standings_name_idx" ON "account_standings" USING btree ("workspace_id","name_folded","account_id");--> statement-breakpoint
CREATE INDEX "account_standings_arr_idx" ON "account_standings" USING btree ("workspace_id","arr_reporting_minor" DESC NULLS LAST,"account_id");--> statement-breakpoint
CREATE INDEX "account_standings_chi_idx" ON "account_standings" USING btree ("workspace_id","chi","account_id");--> statement-breakpoint
CREATE INDEX "health_snapshots_account_idx" ON "health_snapshots" USING btree ("workspace_id","account_id","day");--> statement-breakpoint
CREATE INDEX "overrides_account_idx" ON "overrides" USING btree ("workspace_id","account_id","set_at");--> statement-breakpoint
CREATE INDEX "churn_events_account_idx" ON "churn_events" USING btree ("workspace_id","account_id","occurred_at");--> statement-breakpoint
CREATE INDEX "import_rows_import_idx" ON "import_rows" USING btree ("workspace_id","import_id","kind","file","line");--> statement-breakpoint
CREATE INDEX "imports_started_idx" ON "imports" USING btree ("workspace_id","started_at");--> statement-breakpoint
CREATE INDEX "source_freshness_family_idx" ON "source_freshness" USING btree ("workspace_id","family","delivered_on");--> statement-breakpoint
CREATE POLICY "api_keys_tenant" ON "api_keys" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "audit_entries_tenant" ON "audit_entries" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "job_progress_tenant" ON "job_progress" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "member_invitations_tenant" ON "member_invitations" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "members_tenant" ON "members" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "members_own" ON "members" AS PERMISSIVE FOR SELECT TO public USING (user_id = nullif(current_setting('vafa.user_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "outbox_tenant" ON "outbox" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "workspaces_own" ON "workspaces" AS PERMISSIVE FOR ALL TO public USING (id = nullif(current_setting('vafa.workspace_id', true), '')::uuid) WITH CHECK (id = nullif(current_setting('vafa.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "workspaces_listed" ON "workspaces" AS PERMISSIVE FOR SELECT TO public USING (current_setting('vafa.role', true) = 'job'
        or exists (select 1 from members m where m.workspace_id = workspaces.id
          and m.user_id = nullif(current_setting('vafa.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "account_facts_tenant" ON "account_facts" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "accounts_tenant" ON "accounts" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "contacts_tenant" ON "contacts" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "custom_field_definitions_tenant" ON "custom_field_definitions" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "identities_tenant" ON "identities" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "segments_tenant" ON "segments" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "stages_tenant" ON "stages" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "exchange_rates_tenant" ON "exchange_rates" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "invoices_tenant" ON "invoices" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "mrr_changes_tenant" ON "mrr_changes" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "plan_features_tenant" ON "plan_features" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "plans_tenant" ON "plans" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "price_indexes_tenant" ON "price_indexes" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "products_tenant" ON "products" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "subscription_facts_tenant" ON "subscription_facts" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "subscriptions_tenant" ON "subscriptions" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "event_keys_tenant" ON "event_keys" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "features_tenant" ON "features" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "first_values_tenant" ON "first_values" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "usage_days_tenant" ON "usage_days" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "usage_events_tenant" ON "usage_events" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "usage_starts_tenant" ON "usage_starts" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "annotations_tenant" ON "annotations" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "schedules_tenant" ON "schedules" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "sla_policies_tenant" ON "sla_policies" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "ticket_days_tenant" ON "ticket_days" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "ticket_messages_tenant" ON "ticket_messages" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "ticket_states_tenant" ON "ticket_states" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tickets_tenant" ON "tickets" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "topics_tenant" ON "topics" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "responses_tenant" ON "responses" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "survey_invitations_tenant" ON "survey_invitations" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "survey_versions_tenant" ON "survey_versions" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "surveys_tenant" ON "surveys" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "verbatim_topics_tenant" ON "verbatim_topics" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "touches_tenant" ON "touches" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "account_standings_tenant" ON "account_standings" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "health_snapshots_tenant" ON "health_snapshots" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "overrides_tenant" ON "overrides" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "scorecard_versions_tenant" ON "scorecard_versions" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "scorecards_tenant" ON "scorecards" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "churn_events_tenant" ON "churn_events" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "segment_rates_tenant" ON "segment_rates" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "connections_tenant" ON "connections" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "deliveries_tenant" ON "deliveries" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "dirty_days_tenant" ON "dirty_days" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "import_rows_tenant" ON "import_rows" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "imports_tenant" ON "imports" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "mappings_tenant" ON "mappings" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "source_freshness_tenant" ON "source_freshness" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid);
--> statement-breakpoint
ALTER TABLE "api_keys" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "audit_entries" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "job_progress" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "member_invitations" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "members" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "outbox" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "workspaces" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "account_facts" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "accounts" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "contacts" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "custom_field_definitions" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "identities" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "segments" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "stages" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "exchange_rates" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "invoices" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "mrr_changes" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "plan_features" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "plans" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "price_indexes" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "products" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "subscription_facts" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "subscriptions" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "event_keys" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "features" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "first_values" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "usage_days" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "usage_events" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "usage_starts" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "annotations" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "schedules" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "sla_policies" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "ticket_days" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "ticket_messages" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "ticket_states" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "tickets" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "topics" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "responses" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "survey_invitations" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "survey_versions" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "surveys" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "verbatim_topics" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "touches" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "account_standings" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "health_snapshots" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "overrides" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "scorecard_versions" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "scorecards" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "churn_events" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "segment_rates" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "connections" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "deliveries" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "dirty_days" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "import_rows" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "imports" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "mappings" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "source_freshness" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
-- The runtime role owns nothing and so cannot add partitions; this is the one thing the owner lets it do.
-- Partitions carry no policy of their own: whoever names one directly, instead of its parent, sees no row.
CREATE FUNCTION ensure_month_partition(parent text, month date) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  starts_on date := date_trunc('month', month)::date;
  ends_on date := (date_trunc('month', month) + interval '1 month')::date;
  child text := parent || '_' || to_char(starts_on, 'YYYYMM');
BEGIN
  IF parent NOT IN ('usage_events', 'health_snapshots') THEN
    RAISE EXCEPTION 'no partitions by month for %', parent;
  END IF;
  IF to_regclass(child) IS NOT NULL THEN RETURN; END IF;
  PERFORM pg_advisory_xact_lock(hashtext(child));
  IF to_regclass(child) IS NOT NULL THEN RETURN; END IF;
  EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)', child, parent, starts_on, ends_on);
  EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', child);
  EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', child);
END $$;
