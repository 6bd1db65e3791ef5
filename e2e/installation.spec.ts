import { expect, roles, signIn, test } from "./fixtures";

test("the installation tells that it is well, to anybody and without a secret", async ({ request }) => {
  await expect.poll(async () => (await (await request.get("/api/health")).json()).jobs.alive).toBe(true);
  const answer = await request.get("/api/health");
  expect(answer.status()).toBe(200);
  expect(answer.headers()["cache-control"]).toBe("no-store");
  expect(await answer.json()).toEqual({
    status: "ok",
    database: "up",
    migrations: { applied: expect.any(Number), pending: 0 },
    jobs: { alive: true, lastSeen: expect.any(String) },
    backup: expect.objectContaining({ stale: expect.any(Boolean) }),
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
  });
});

for (const lab of ["demo", "second"] as const) {
  test(`the six accounts of the lab "${lab}" that npm start prints each sign in`, async ({ openAs }) => {
    for (const role of roles) {
      const page = await openAs(role, { lab });
      await expect(page, `${role} stays signed in`).not.toHaveURL(/\/sign-in/);
      await expect(page.getByRole("main"), `${role} has a home`).toBeVisible();
    }
  });
}

test("a wrong password does not sign in and says so", async ({ page }) => {
  await signIn(page, "manager@demo.casepan.test", "not the password");
  await expect(page.getByRole("alert").filter({ hasText: /./ })).toContainText("do not match");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("input of 10 MB to a server action is refused as too large, whoever sends it", async ({ request }) => {
  const answer = await request.post("/cases", {
    headers: { "next-action": "00".repeat(21), "content-type": "text/plain;charset=UTF-8" },
    data: JSON.stringify(["x".repeat(10_000_000)]),
  });
  expect(answer.status()).toBe(413);
});
