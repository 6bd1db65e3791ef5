import { Client } from "pg";
import { expect, test } from "vitest";
import { enableAppRole } from "./app-role";
import { useDatabase } from "./testing";

const { ownerPool, ownerUrl } = useDatabase();

/** Roles belong to the whole server, which other test files share; so this one has a name of its own. */
function roleUrl(role: string, password: string): string {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = password;
  return url.href;
}

async function signsIn(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  client.on("error", () => {});
  return client.connect().then(
    () => client.end().then(() => true),
    () => false,
  );
}

test("the role signs in with the given password, and after a change with the new one alone", async () => {
  await ownerPool.query("create role tried_app nologin");
  try {
    await enableAppRole(ownerUrl, roleUrl("tried_app", "it's one"));
    expect(await signsIn(roleUrl("tried_app", "it's one"))).toBe(true);
    const both = [1, 2, 3].map(() => enableAppRole(ownerUrl, roleUrl("tried_app", "two")));
    await Promise.all(both);
    expect([await signsIn(roleUrl("tried_app", "it's one")), await signsIn(roleUrl("tried_app", "two"))]).toEqual([
      false,
      true,
    ]);
  } finally {
    await ownerPool.query("drop role tried_app");
  }
});

test("a role that row-level security would not bind is refused", async () => {
  await expect(enableAppRole(ownerUrl, ownerUrl)).rejects.toThrow(
    "must not be a superuser, bypass row-level security or own the tables",
  );
});

test("a role that is not there is told of, without its password", async () => {
  const failure = enableAppRole(ownerUrl, roleUrl("tried_nobody", "hidden"));
  await expect(failure).rejects.toThrow("set APP_DATABASE_URL");
  await expect(failure).rejects.not.toThrow("hidden");
});
