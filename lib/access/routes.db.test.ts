import { readdirSync } from "node:fs";
import path from "node:path";
import { encode } from "next-auth/jwt";
import type { PoolClient } from "pg";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { useDatabase } from "@/lib/db/testing";
import { buildLab } from "@/lib/testing/build";
import { USER_ROLES, type UserRole } from "./roles";

/**
 * Who may ask which route, said here once more by hand: a letter for each role that may (A admin, M manager, T technician, D dentist,
 * S staff, V driver), `open` for those that need no sign-in. A route or method that is not here fails. What a role then finds, or is
 * refused for another reason, is tested beside each.
 */
const MATRIX: Record<string, Record<string, string>> = {
  "app/(lab)/applications/[id]/documents/[documentId]": { GET: "AM" },
  "app/(lab)/outbox/[id]/attachments/[position]": { GET: "A" },
  "app/(lab)/people/certificates/[id]/file": { GET: "AMTS", PUT: "AM" },
  "app/api/rota/[token]": { GET: "open" },
  "app/api/attachments/[id]": { GET: "AMTDS" },
  "app/api/audit/export": { GET: "A" },
  "app/api/auth/[...nextauth]": { GET: "open", POST: "open" },
  "app/api/calendar/[token]": { GET: "open" },
  "app/api/cases/export": { GET: "AMTDS" },
  "app/api/cases/[id]/materials": { GET: "AMTS" },
  "app/api/device-statements/[id]": { GET: "AMTDS" },
  "app/api/lots/[id]/trace": { GET: "AMTS" },
  "app/api/recalls/[id]/pdf": { GET: "AMTS" },
  "app/api/conversations/[id]": { GET: "AMTDS" },
  "app/api/conversations/[id]/attachments": { PUT: "AMTDS" },
  "app/api/credit-notes/[id]/pdf": { GET: "AMDS" },
  "app/api/departments/costs": { GET: "AM" },
  "app/api/events": { GET: "AMTDSV" },
  "app/api/erasures/[id]/pdf": { GET: "A" },
  "app/api/exports/[id]": { GET: "A" },
  "app/api/files": { PUT: "AMTDS" },
  "app/api/files/[id]": { GET: "AMTDS", DELETE: "AMTDS" },
  "app/api/files/[id]/preview": { GET: "AMTDS" },
  "app/api/files/[id]/restore": { POST: "AMTDS" },
  "app/api/files/[id]/share": { POST: "AMTDS" },
  "app/api/health": { GET: "open" },
  "app/api/accounts/[id]/pdf": { GET: "AMDS" },
  "app/api/invoices/[id]/pdf": { GET: "AMDS" },
  "app/api/statements/[id]/pdf": { GET: "AMDS" },
  "app/api/journal": { GET: "AM" },
  "app/api/inventory/items": { GET: "AMTS" },
  "app/api/inventory/to-order": { GET: "AMTS" },
  "app/api/inventory/certificates/[id]": { GET: "AMTS" },
  "app/api/inventory/lots/[id]/certificates": { PUT: "AMS" },
  "app/api/road/day": { GET: "V" },
  "app/api/road/log": { POST: "V" },
  "app/api/road/photos/[id]": { PUT: "V" },
  "app/api/machine-files": { PUT: "AM" },
  "app/api/machine-files/[id]": { GET: "AM" },
  "app/api/prices/[id]/export": { GET: "AMS" },
  "app/api/reports/[report]/[kind]": { GET: "AM" },
  "app/api/scanner-exports": { PUT: "AMDS" },
  "app/api/search": { GET: "AMTDSV" },
  "app/api/stop-photos/[id]": { GET: "AMTDSV" },
  "app/apply/[lab]/documents": { PUT: "open" },
};
const LETTER: Record<UserRole, string> = {
  admin: "A",
  manager: "M",
  technician: "T",
  dentist: "D",
  staff: "S",
  driver: "V",
};

/** The one thing that is not there outside of a web server: the request's cookies and headers. */
const request = vi.hoisted(() => ({ cookie: null as string | null }));
vi.mock("next/headers", () => ({
  headers: async () => new Headers({ "user-agent": "test" }),
  cookies: async () => ({
    getAll: () => (request.cookie ? [{ name: "next-auth.session-token", value: request.cookie }] : []),
    get: () => undefined,
    has: () => false,
  }),
}));

const ALL = "AMTDSV";
const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"];
type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

const database = useDatabase();
const root = path.resolve(import.meta.dirname, "../..");
const cookieOf = {} as Record<UserRole, string>;
let owner: PoolClient;
const handlers: { route: string; method: string; call: Handler }[] = [];

beforeAll(async () => {
  owner = await database.ownerPool.connect();
  const lab = await buildLab(owner);
  for (const role of USER_ROLES) {
    const session = await owner.query<{ id: string }>(
      "INSERT INTO sessions (user_id, lab_id, practice_id, device, expires_at) VALUES ($1, $2, $3, 'test', now() + interval '1 hour') RETURNING id",
      [lab.actors[role].userId, lab.id, role === "dentist" ? lab.practiceId : null],
    );
    cookieOf[role] = await encode({
      token: { sessionId: session.rows[0]?.id },
      secret: process.env.NEXTAUTH_SECRET as string,
    });
  }
  const files = readdirSync(path.join(root, "app"), { recursive: true, encoding: "utf8" });
  for (const file of files.filter((one) => /(^|\/)route\.tsx?$/.test(one))) {
    const found = (await import(path.join(root, "app", file))) as Record<string, Handler>;
    for (const method of METHODS.filter((name) => name in found))
      handlers.push({ route: `app/${path.dirname(file)}`, method, call: found[method] as Handler });
  }
}, 60_000);
afterAll(() => owner.release());

async function statusOf({ route, method, call }: (typeof handlers)[number], cookie: string | null): Promise<number> {
  request.cookie = cookie;
  const params = Object.fromEntries(
    [...route.matchAll(/\[(?:\.\.\.)?(\w+)\]/g)].map(([, name]) => [name, crypto.randomUUID()]),
  );
  const url = `http://casepan.test/${route.replace(/^app\//, "").replaceAll(/\([^)]*\)\//g, "")}`;
  const stopped = new AbortController();
  const asked = new Request(url, { method, signal: stopped.signal, ...(method === "PUT" ? { body: "x" } : {}) });
  try {
    return (await call(asked, { params: Promise.resolve(params) })).status;
  } catch (thrown) {
    return /;(\d{3})/.exec(String((thrown as { digest?: string }).digest))?.[1] === "404" ? 404 : 500;
  } finally {
    stopped.abort();
  }
}

it("every route and method stands in the table, and nothing that is gone", () => {
  const declared = Object.entries(MATRIX).flatMap(([route, methods]) =>
    Object.keys(methods).map((method) => `${method} ${route}`),
  );
  expect(handlers.map(({ method, route }) => `${method} ${route}`).toSorted()).toEqual(declared.toSorted());
});

it("whoever is signed out is answered 401 by all but the open ones", async () => {
  const wrong: string[] = [];
  for (const one of handlers.filter(({ route, method }) => MATRIX[route]?.[method] !== "open")) {
    const status = await statusOf(one, null);
    if (status !== 401) wrong.push(`${one.method} ${one.route}: ${status}`);
  }
  expect(wrong).toEqual([]);
});

// What everybody signed in may ask is left out: one of them, the stream of events, would keep its connection.
it.each(USER_ROLES)("%s is answered 403 by what the role may not ask, and by nothing else", async (role) => {
  const wrong: string[] = [];
  for (const one of handlers.filter(({ route, method }) => !["open", ALL].includes(MATRIX[route]?.[method] ?? ""))) {
    const may = MATRIX[one.route]?.[one.method]?.includes(LETTER[role]);
    const status = await statusOf(one, cookieOf[role]);
    const refused = status === 401 || status === 403;
    if (refused === may || status === 500) wrong.push(`${one.method} ${one.route}: ${status}`);
  }
  expect(wrong).toEqual([]);
});
