/**
 * Imports only go down: app → flows, auth → db | components → lib. Every refusal says where the code belongs.
 * Works on resolved paths, so "@/db/client" and "../db/client" are the same thing.
 */
import path from "node:path";

const ROOMS = ["app", "flows", "db", "components", "lib", "scripts", "bench", "e2e"];
const DOORS = ["proxy.ts", "instrumentation.ts", "instrumentation-client.ts"];
const CODE = /\.(ts|tsx|mts|mjs|js|jsx)$/;

/** Which rooms a room may not import from, and what to do instead. */
const FORBIDDEN_ROOMS = {
  app: {},
  auth: {
    app: "auth.ts knows no page. What both need belongs to flows/ or lib/.",
    components: "auth.ts shows nothing. Return data and let app/ show it.",
  },
  flows: {
    app: "A flow knows no URL and no form. Pass what it needs as an argument from app/.",
    auth: "A flow knows no session. Take a Scope as its first argument; app/ has it from auth.ts.",
    components: "A flow shows nothing. Return data; app/ hands it to components/.",
  },
  db: {
    app: "SQL knows no page. Move what both need to lib/, or pass it as an argument.",
    auth: "SQL knows no session. Take a Scope as the first argument.",
    flows: "A query does not judge or start work. Work that reads, judges and writes belongs to flows/.",
    components: "SQL knows no looks. What both need belongs to lib/.",
  },
  components: {
    app: "What is seen on two pages cannot know one of them. Take props; what only one page needs stays in app/.",
    auth: "Components are fed by props. Ask auth.ts in the page and pass what is allowed.",
    flows: "Components are fed by props. Start work through an action in app/ and pass it in.",
    db: "Components are fed by props. Query in the page (app/) and pass rows; shared types belong to lib/.",
  },
  lib: {
    app: "lib/ is the ground: pure, knows nothing above it. Move the caller up or what it needs down to lib/.",
    auth: "lib/ knows no session. Take what it needs as an argument.",
    flows: "lib/ is pure. Work that reads, judges and writes belongs to flows/.",
    db: "lib/ is pure. SQL belongs to db/; take plain data as an argument.",
    components: "lib/ shows nothing. What is seen belongs to components/.",
    scripts: "lib/ knows nothing above it. What both need belongs to lib/.",
  },
  scripts: { app: "Nobody imports app/. What both need belongs to flows/ or lib/." },
  bench: { app: "Nobody imports app/. What both need belongs to flows/ or lib/." },
  e2e: { app: "Nobody imports app/; a browser story goes through the page." },
};

/** Packages that have one home. `rooms` may import them, and so may the single `files`. */
const PACKAGES = [
  {
    name: /^(drizzle-orm|postgres)(\/|$)/,
    rooms: ["db"],
    files: [/^scripts\/.*\.test\.ts$/],
    message: "SQL belongs to db/: write a query in db/queries/ and call it.",
  },
  {
    name: /^pg-boss(\/|$)/,
    rooms: ["db"],
    files: [],
    message: "The queue speaks SQL and lives in db/queue.ts: import it from there.",
  },
  {
    name: /^recharts(\/|$)/,
    rooms: [],
    files: [/^components\/charts\//],
    message: "Charts are drawn in components/charts/ only: use or add a chart there.",
  },
  {
    name: /^(next-auth|@auth\/core)(\/|$)/,
    rooms: ["auth"],
    files: [],
    message: "next-auth never left beta and has one home, auth.ts: import what you need from there.",
  },
  {
    name: /^(next|next-intl|react|react-dom)(\/|$)/,
    rooms: ["app", "components", "auth", "e2e", "scripts", "bench"],
    files: [],
    message:
      "flows/, db/ and lib/ know no framework: what is shown or asked by the browser belongs to app/ or components/.",
  },
];

/** Things with one home inside db/: who may name them. */
const NAMES = [
  {
    module: "db/scope",
    name: "sessionScope",
    files: [/^auth\.ts$/],
    message: "Only auth.ts makes a Scope from a session: take the Scope as an argument.",
  },
  {
    module: "db/scope",
    name: "keyScope",
    files: [/^app\/v1\//],
    message: "Only app/v1/ makes a Scope from an API key: take the Scope as an argument.",
  },
  {
    module: "db/scope",
    name: "jobScope",
    // set-up.ts makes workspaces: a new one has nobody yet who could hand it a Scope.
    files: [
      /^flows\/(jobs\b.*|nightly\.ts|set-up\.ts|tick\.ts)$/,
      /^(scripts|bench|e2e|db\/seed)\//,
      /^db\/test-[^/]+$/,
      /\.test\.tsx?$/,
    ],
    message:
      "Only jobs (flows/jobs*.ts) and scripts/ make a Scope without a person: take the Scope as an argument.",
  },
  {
    module: "db/scope",
    name: "linkScope",
    files: [/^app\/c\//],
    message: "Only app/c/ makes a Scope from a customer's link: take the Scope as an argument.",
  },
  {
    module: "db/client",
    name: "connection",
    files: [/^db\//],
    message: "The bare connection knows no workspace: use withScope from db/client.ts, in a query under db/.",
  },
];

const APP_MAY_NOT = [
  [/^db\/(client|schema)(\/|$)/, "A page does not write SQL: call a query of db/queries/ or a flow."],
];

export const imports = {
  meta: { type: "problem", schema: [] },
  create(context) {
    const root = context.cwd;
    const file = toPosix(path.relative(root, context.filename));
    const room = roomOf(file);
    const check = (node, specifiers) => {
      if (typeof node?.value !== "string") return;
      const target = resolve(node.value, path.posix.dirname(file));
      const found = target === null ? checkPackage(room, file, node.value) : checkRoom(room, file, target);
      if (found) context.report({ node, message: found });
      for (const [name, at] of target === null ? [] : specifiers) {
        const message = checkName(file, target, name);
        if (message) context.report({ node: at, message });
      }
    };
    return {
      ImportDeclaration: (node) =>
        check(
          node.source,
          node.specifiers.map((each) => [each.imported?.name ?? "*", each]),
        ),
      ExportNamedDeclaration: (node) =>
        node.source &&
        check(
          node.source,
          node.specifiers.map((each) => [each.local.name, each]),
        ),
      ExportAllDeclaration: (node) => check(node.source, [["*", node]]),
      ImportExpression: (node) => check(node.source, []),
    };
  },
};

function checkRoom(room, file, target) {
  const targetRoom = roomOf(target);
  const found = room && targetRoom && FORBIDDEN_ROOMS[room]?.[targetRoom];
  if (found && room !== targetRoom) return found;
  if (room !== "app" || isTest(file)) return null;
  return APP_MAY_NOT.find(([pattern]) => pattern.test(target))?.[1] ?? null;
}

function checkPackage(room, file, name) {
  const home = PACKAGES.find((each) => each.name.test(name));
  if (!home || room === null) return null;
  if (home.rooms.includes(room) || home.files.some((pattern) => pattern.test(file))) return null;
  return home.message;
}

function checkName(file, target, name) {
  const home = NAMES.find((each) => each.module === target.replace(CODE, "") && each.name === name);
  // Tests act as everyone, to show who may not.
  if (!home || file === `${home.module}.ts`) return null;
  if (home.module === "db/scope" && isTest(file)) return null;
  return home.files.some((pattern) => pattern.test(file)) ? null : home.message;
}

function roomOf(file) {
  const first = file.split("/")[0].replace(CODE, "");
  if (file.split("/")[0] === "auth.ts" || file === "auth") return "auth";
  if (DOORS.includes(file)) return "app";
  return ROOMS.includes(first) ? first : null;
}

function isTest(file) {
  return /\.test\.tsx?$/.test(file);
}

/** The project path an import names, or null for a package. */
function resolve(name, folder) {
  if (name.startsWith("@/")) return path.posix.normalize(name.slice(2));
  if (name.startsWith(".")) return path.posix.normalize(path.posix.join(folder, name));
  return null;
}

function toPosix(file) {
  return file.split(path.sep).join("/");
}
