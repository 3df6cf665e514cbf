import postgres from "postgres";

const OLDEST_VERSION = 150_000;
const CONNECT_SECONDS = 10;

/** The addresses of the two roles, or the server behind them, will not do; `remedy` says what to write or run. */
export class RoleFault extends Error {
  constructor(
    fault: string,
    readonly remedy: string,
  ) {
    super(fault);
    this.name = "RoleFault";
  }
}

type Role = {
  name: string;
  database: string;
  version: number;
  isSuper: boolean;
  bypasses: boolean;
  owns: boolean;
};

/**
 * Checks that both roles reach the same database, and that the runtime role is neither owner nor superuser nor above
 * row-level security: otherwise one workspace could read another's rows. Throws RoleFault.
 */
export async function checkRoles(urls: { ownerUrl: string; appUrl: string }): Promise<void> {
  const owner = await readRole("DATABASE_OWNER_URL", urls.ownerUrl);
  const app = await readRole("DATABASE_URL", urls.appUrl);
  if (owner.version < OLDEST_VERSION) {
    throw new RoleFault("This PostgreSQL is too old.", "Vafa needs version 15 or newer.");
  }
  if (owner.database !== app.database) {
    throw new RoleFault(
      `DATABASE_URL leads to "${app.database}", DATABASE_OWNER_URL to "${owner.database}".`,
      "Both must name the same database.",
    );
  }
  const fault = privilege(app);
  if (fault)
    throw new RoleFault(`The role "${app.name}" of DATABASE_URL ${fault}.`, runtimeRoleSql(owner.database));
}

function privilege(role: Role): string | null {
  if (role.isSuper) return "is a superuser, whom no rule between workspaces binds";
  if (role.bypasses) return "bypasses row-level security, so that workspaces could read each other";
  if (role.owns) return "owns the database or its tables, and could lift the rules between workspaces";
  return null;
}

/** The statements that make a proper runtime role, to be run by the owner of the server. */
function runtimeRoleSql(database: string): string {
  const name = `"${database.replaceAll('"', '""')}"`;
  return [
    "Make a role for the pages, as an administrator of the database, then put it into DATABASE_URL:",
    "CREATE ROLE vafa_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD '<a password of your choice>';",
    `GRANT CONNECT, TEMPORARY ON DATABASE ${name} TO vafa_app;`,
  ].join("\n");
}

async function readRole(key: string, url: string): Promise<Role> {
  const sql = postgres(url, { max: 1, connect_timeout: CONNECT_SECONDS, onnotice: () => undefined });
  try {
    const [role] = await sql<Role[]>`
      select current_user as name, current_database() as database,
        current_setting('server_version_num')::int as version,
        rolsuper as "isSuper", rolbypassrls as bypasses,
        pg_has_role(current_user, (select datdba from pg_database where datname = current_database()), 'member')
          or exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                     where n.nspname = 'public' and pg_has_role(current_user, c.relowner, 'member')) as owns
      from pg_roles where rolname = current_user`;
    if (!role) throw new RoleFault(`${key}: the server does not say who we are.`, "Check the address.");
    return role;
  } catch (error) {
    throw connectionFault(key, url, error);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

function connectionFault(key: string, url: string, error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const { hostname, port, username, pathname } = new URL(url);
  const place = `${hostname}:${port || "5432"}`;
  if (code === "28P01" || code === "28000") {
    return new RoleFault(
      `${key}: the server at ${place} refuses "${username}".`,
      "Check the role and its password.",
    );
  } else if (code === "3D000") {
    return new RoleFault(
      `${key}: there is no database "${pathname.slice(1)}" at ${place}.`,
      "Make it, or correct the name.",
    );
  } else if (/^(ECONN|ENOTFOUND|EAI_|EHOST|ENET|ETIMEDOUT|CONNECT_TIMEOUT|CONNECTION_)/.test(code)) {
    return new RoleFault(
      `${key}: nothing answers at ${place} (${code}).`,
      "Is the database running, and the address right?",
    );
  } else {
    return error;
  }
}
