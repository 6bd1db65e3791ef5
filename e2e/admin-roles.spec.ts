import { expect, test } from "./fixtures";

/** In the second lab, where no other journey needs a technician to see the board. */
test("a permission that is taken away bites at once, and one's own role is made and given", async ({ openAs }) => {
  const technician = await openAs("technician", { lab: "second" });
  await technician.goto("/board");
  await expect(technician.getByRole("heading", { level: 1 })).toBeVisible();

  const admin = await openAs("admin", { lab: "second" });
  await admin.goto("/users?tab=roles");
  const board = admin.getByRole("checkbox", { name: "Technician: See the board of all stages" });
  await board.uncheck();
  await expect(admin.getByText("Technician may no longer: See the board of all stages")).toBeVisible();
  expect((await technician.goto("/board"))?.status()).toBe(403);
  await expect(technician.getByRole("link", { name: "Board" })).toBeHidden();

  await admin.getByRole("button", { name: "Undo" }).click();
  await expect(board).toBeChecked();
  await expect.poll(async () => (await technician.goto("/board"))?.status()).toBe(200);

  const name = `Ceramist ${Date.now().toString(36)}`;
  await admin.getByRole("button", { name: "New role" }).click();
  await admin.getByLabel("Begins with what may be done by").selectOption({ label: "Technician" });
  await admin.getByLabel("Name").fill(name);
  await admin.getByRole("button", { name: "Make role" }).click();
  await expect(admin.getByRole("checkbox", { name: `${name}: Start, pause and complete stages` })).toBeChecked();
  await expect(admin.getByRole("checkbox", { name: "Driver: See cases" })).toBeHidden();
  await admin.getByRole("button", { name: `Actions for ${name}` }).click();
  await admin.getByRole("menuitem", { name: "Take away" }).click();
  await expect(admin.getByRole("columnheader", { name })).toBeHidden();
});
