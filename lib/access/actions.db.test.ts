import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { encode } from "next-auth/jwt";
import type { PoolClient } from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { useDatabase } from "@/lib/db/testing";
import { buildLab } from "@/lib/testing/build";
import { USER_ROLES, type UserRole } from "./roles";
import { ALLOWED } from "./testing/action-matrix";

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

const database = useDatabase();
const root = path.resolve(import.meta.dirname, "../..");
type Answer = { ok: boolean; code?: string };
type Action = (input: unknown) => Promise<Answer>;

let owner: PoolClient;
const cookieOf = {} as Record<UserRole, string>;
const actions: { file: string; name: string; call: Action }[] = [];

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
  const files = ["lib", "app"].flatMap((top) =>
    readdirSync(path.join(root, top), { recursive: true, encoding: "utf8" }).map((file) => `${top}/${file}`),
  );
  for (const file of files.filter(
    (f) => /(?<!\.test)\.tsx?$/.test(f) && readFileSync(path.join(root, f), "utf8").startsWith('"use server"'),
  )) {
    if (file === "lib/access/session-actions.ts") continue; // sign-out and switching: they act on the caller's own session alone, tested beside it
    const found = (await import(path.join(root, file))) as Record<string, Action>;
    for (const [name, call] of Object.entries(found)) actions.push({ file, name, call });
  }
}, 60_000);
afterAll(() => owner.release());

/** Input that no action knows: who is let in is told what is wrong with it, the others never get that far. */
const NONSENSE = { nonsense: true };
const call = async (action: Action, role: UserRole | null, input: unknown = NONSENSE) => {
  request.cookie = role ? cookieOf[role] : null;
  return action(input);
};

const said = ({ file, name }: { file: string; name: string }) => `${file} ${name}`;
const allowed = (action: { file: string; name: string }) => ALLOWED.get(said(action)) ?? "";

describe("server actions", () => {
  it("are all declared, and all that is declared exists", () => {
    expect(actions.map(said).sort()).toEqual([...ALLOWED.keys()].sort());
  });

  it("refuse whoever is not signed in, but for those that are open", async () => {
    for (const action of actions) {
      const answer = await call(action.call, null);
      expect(answer.code, said(action)).toBe(allowed(action) === "open" ? "invalid" : "not_signed_in");
    }
  });

  it.each(USER_ROLES)("let in or refuse a %s as declared", async (role) => {
    const wrong: string[] = [];
    for (const action of actions) {
      const expected = allowed(action) === "open" || allowed(action).includes(LETTER[role]) ? "invalid" : "forbidden";
      const { code } = await call(action.call, role);
      if (code !== expected) wrong.push(`${said(action)}: ${code}, declared ${expected}`);
    }
    expect(wrong).toEqual([]);
  });

  it("answer bad input with what is wrong, whatever its shape", async () => {
    const hostile: unknown[] = [
      undefined,
      null,
      "text",
      7,
      [],
      [NONSENSE],
      { id: { not: "" } },
      { id: "x".repeat(1_000_000) },
      JSON.parse('{"__proto__": {"id": "1"}}'),
    ];
    for (const action of actions) {
      const role = USER_ROLES.find((r) => allowed(action).includes(LETTER[r])) ?? null;
      for (const input of hostile) {
        const answer = await call(action.call, role, input);
        if (answer.ok && JSON.stringify(input) === "{}") continue; // an action without particulars takes an empty object
        expect(answer, `${said(action)} ${JSON.stringify(input)?.slice(0, 60)}`).toMatchObject({
          ok: false,
          code: "invalid",
        });
      }
    }
  });

  it("of an account are answered also when more are sent at once than there are connections", async () => {
    const change = actions.find(({ name }) => name === "changeParticulars") as (typeof actions)[number];
    const input = { name: "Many at once", toothNotation: "fdi" };
    const answers = await Promise.all(Array.from({ length: 24 }, () => call(change.call, "driver", input)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(24);
  });
});
