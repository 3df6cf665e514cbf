CREATE TABLE "heartbeats" (
	"name" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "heartbeats_pk" PRIMARY KEY("name")
);
