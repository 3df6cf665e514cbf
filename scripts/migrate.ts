import { migrateDatabase, NewerSchemaError } from "@/db/migrate";
import { checkRoles, RoleFault } from "@/db/roles";
import { env } from "@/lib/env";

/** Exit code that says: the words are for the reader, who can put this right. */
const REFUSED = 2;

async function main(): Promise<void> {
  const { databaseUrl, databaseOwnerUrl } = env();
  await checkRoles({ ownerUrl: databaseOwnerUrl, appUrl: databaseUrl });
  const { applied } = await migrateDatabase({ ownerUrl: databaseOwnerUrl, appUrl: databaseUrl });
  if (applied > 0) console.log(`${applied} new`);
}

try {
  await main();
} catch (error) {
  if (error instanceof RoleFault) {
    console.error(`${error.message}\n${error.remedy}`);
    process.exit(REFUSED);
  } else if (error instanceof NewerSchemaError) {
    console.error(error.message);
    process.exit(REFUSED);
  } else {
    throw error;
  }
}
