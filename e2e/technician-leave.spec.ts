import type { Locator } from "@playwright/test";
import { expect, type Page, test } from "./fixtures";

const dayFromNow = (days: number) =>
  new Intl.DateTimeFormat("en-CA", { timeZone: "America/New_York" }).format(new Date(Date.now() + days * 86_400_000));

/** The earliest day of a crown as the dentist's form says it, with why not earlier. */
async function earliest(dentist: Page): Promise<{ day: string; why: string }> {
  await dentist.goto("/portal/new");
  await dentist.getByRole("button", { name: /^14,/ }).click();
  const status = dentist.getByRole("status").filter({ hasText: "Earliest at the practice" });
  await expect(status).toBeVisible();
  const why = dentist.getByRole("list", { name: "Why not earlier" });
  const words = async (of: Locator) => (await of.allTextContents()).join(" ").trim();
  return { day: await words(status), why: await words(why) };
}

async function putInDepartment(manager: Page, department: string): Promise<void> {
  await manager.getByLabel("Department", { exact: true }).selectOption({ label: department });
  await manager.getByRole("button", { name: "Save profile" }).click();
  await expect(manager.getByText("Profile saved")).toBeVisible();
}

/** The lab's only person at a furnace asks for leave; once it is approved, what a dentist is promised moves, and says why. */
test("leave that is approved moves the day a dentist is promised", async ({ openAs }) => {
  test.setTimeout(180_000);
  const manager = await openAs("manager", { lab: "second" });
  await manager.goto("/people");
  await manager.getByLabel("Search people").fill("Theo");
  await manager.getByRole("link", { name: "Theo Lind" }).click();
  await expect(manager.getByRole("heading", { level: 1, name: "Theo Lind" })).toBeVisible();
  await putInDepartment(manager, "Sintering and finishing");
  const profile = manager.url();

  const dentist = await openAs("dentist", { lab: "second" });
  const before = await earliest(dentist);
  expect(before.why).not.toContain("short of people");

  const technician = await openAs("technician", { lab: "second" });
  await technician.goto("/people/leave");
  const form = technician.getByRole("form", { name: "Ask for leave" });
  await form.getByLabel("Kind").selectOption({ label: "Unpaid leave" });
  await form.getByRole("textbox", { name: "First day" }).fill(dayFromNow(1));
  await form.getByRole("textbox", { name: "Last day" }).fill(dayFromNow(21));
  await form.getByLabel("Words to it").fill("A journey");
  await form.getByRole("button", { name: "Ask for leave" }).click();
  const mine = technician
    .getByRole("list", { name: "My leave" })
    .getByRole("listitem")
    .filter({ hasText: "A journey" });
  await expect(mine.first()).toContainText("Requested");
  expect((await earliest(dentist)).day).toBe(before.day);

  await manager.goto("/people/leave");
  await manager
    .getByRole("list", { name: "Waiting for an answer" })
    .getByRole("listitem")
    .filter({ hasText: "A journey" })
    .getByRole("link", { name: /^Theo Lind/ })
    .click();
  await expect(manager.getByRole("heading", { level: 1, name: "Leave of Theo Lind" })).toBeVisible();
  const effect = manager.getByRole("table", { name: /What Sintering and finishing can do/ });
  await expect(effect.getByText("Nobody there").first()).toBeVisible();
  await manager.getByLabel("Words to the person").fill("Enjoy it");
  await manager.getByRole("button", { name: "Approve" }).click();
  await expect(manager.getByText("Approved", { exact: true })).toBeVisible();

  const after = await earliest(dentist);
  expect(after.day).not.toBe(before.day);
  expect(after.why).toContain("Sintering and finishing is short of people");

  await technician.reload();
  await expect(mine.first()).toContainText("Approved");
  await expect(mine.first()).toContainText("Enjoy it");
  await technician.goto("/people/rota");
  await expect(technician.getByRole("heading", { level: 1, name: "Rota" })).toBeVisible();
  await technician.goto("/people/leave");
  await mine
    .getByRole("button", { name: /^Withdraw/ })
    .first()
    .click();
  await expect(technician.getByText("Leave withdrawn")).toBeVisible();
  expect((await earliest(dentist)).day).toBe(before.day);

  await manager.goto(profile);
  await putInDepartment(manager, "Scan and design");
});
