import { readFileSync } from "node:fs";
import { expect, type Page, test } from "./fixtures";

const rowOf = (page: Page, number: string) => page.getByRole("row").filter({ hasText: number });
const numbersShown = (page: Page) =>
  page
    .getByRole("region", { name: "Cases" })
    .getByRole("link", { name: /^C-\d{4}-\d{6}$/ })
    .allTextContents();

/** A manager narrows the list, keeps it as a view, works on several cases at once, takes the list away as a file, and jumps to a case. */
test("the case list is narrowed, kept, worked on and taken away", async ({ openAs }) => {
  test.setTimeout(180_000);
  const name = `Open work ${Date.now()}`;
  const manager = await openAs("manager");

  await manager.goto("/cases?view=all");
  await manager.getByRole("button", { name: "Filters" }).click();
  await manager.getByRole("dialog").getByLabel("Status").selectOption({ label: "All open" });
  await expect(manager).toHaveURL(/status=open/);
  await manager.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  await expect(manager.getByRole("link", { name: "Status: All open: take this filter off" })).toBeVisible();
  await manager.getByRole("link", { name: "Ship by" }).click();
  await expect(manager).toHaveURL(/sort=ship/);

  await manager.getByRole("button", { name: "Columns" }).click();
  const columns = manager.getByRole("dialog", { name: "Columns" });
  await columns.getByRole("checkbox", { name: "Stands at" }).check();
  await columns.getByRole("checkbox", { name: "Urgency" }).uncheck();
  await columns.getByRole("button", { name: "Move Stands at forward" }).click();
  await manager.keyboard.press("Escape");
  await expect(manager).toHaveURL(/cols=number/);
  await expect(manager.getByRole("columnheader", { name: "Urgency" })).toBeHidden();
  await expect(manager.getByRole("columnheader").last()).toHaveText("Due");

  await manager.getByRole("button", { name: /^All cases/ }).click();
  await manager.getByRole("menuitem", { name: "Save as a view…" }).click();
  await manager.getByLabel("Name").fill(name);
  await manager.getByRole("button", { name: "Save", exact: true }).click();
  await expect(manager.getByRole("button", { name })).toBeVisible();
  await manager.goto("/cases?view=all");
  await manager.getByRole("button", { name: /^All cases/ }).click();
  await manager.getByRole("menuitem", { name }).click();
  await expect(manager).toHaveURL(/status=open/);
  await expect(manager.getByRole("columnheader", { name: "Stands at" })).toBeVisible();

  const shown = await numbersShown(manager);
  const [download] = await Promise.all([
    manager.waitForEvent("download"),
    manager.getByRole("link", { name: "CSV" }).click(),
  ]);
  const lines = readFileSync(await download.path(), "utf8").split("\r\n");
  expect(lines[0]).toBe("\uFEFFCase,Status,Patient,Items,Practice,Ship by,Stands at,Due");
  expect(lines.slice(1, 1 + shown.length).map((line) => line.split(",")[0])).toEqual(shown);

  const rows = manager.getByRole("row");
  const held = (await rows.filter({ hasText: "On hold" }).first().getByRole("link").textContent()) as string;
  const moving = (await rows
    .filter({ hasNotText: "On hold" })
    .filter({ has: manager.getByRole("link", { name: /^C-/ }) })
    .first()
    .getByRole("link")
    .textContent()) as string;
  for (const number of [held, moving]) await manager.getByRole("checkbox", { name: number }).check();
  await expect(manager.getByText("2 selected")).toBeVisible();
  await manager.getByRole("button", { name: "Hold", exact: true }).click();
  const asked = manager.getByRole("dialog", { name: "Put on hold: 2 cases" });
  await asked.getByRole("button", { name: "Put on hold" }).click();
  await expect(asked.getByRole("alert")).toHaveText("Choose a reason.");
  await asked.getByLabel("Reason").selectOption({ index: 1 });
  await asked.getByRole("button", { name: "Put on hold" }).click();
  const result = manager.getByRole("dialog", { name: "Put on hold" });
  await expect(result.getByRole("status")).toHaveText("Done: 1 case, refused: 1 case");
  await expect(result.getByRole("listitem").filter({ hasText: held })).toContainText("is already on hold");
  await expect(result.getByRole("listitem").filter({ hasText: moving })).toContainText("Done");
  await result.getByRole("button", { name: "Close" }).last().click();
  await expect(rowOf(manager, moving)).toContainText("On hold");
  await manager.getByRole("checkbox", { name: moving }).check();
  await manager.getByRole("button", { name: "Release" }).click();
  await expect(manager.getByRole("dialog").getByRole("status")).toHaveText("Done: 1 case");
  await manager.getByRole("button", { name: "Close" }).last().click();
  await expect(rowOf(manager, moving)).not.toContainText("On hold");

  await manager.getByRole("button", { name }).click();
  await manager.getByRole("menuitem", { name: "Delete view" }).click();
  await expect(manager.getByText(`View “${name}” deleted`)).toBeVisible();

  await manager.keyboard.press("Control+k");
  await expect(manager.getByRole("combobox", { name: "Search or go to" })).toBeFocused();
  await manager.keyboard.type(moving);
  await expect(manager.getByRole("option", { name: new RegExp(`^${moving}`), selected: true })).toBeVisible();
  await manager.keyboard.press("Enter");
  await expect(manager).toHaveURL(/\/cases\/[0-9a-f-]{36}$/);
  await expect(manager.getByRole("heading", { level: 1 })).toContainText(moving);
});

test("the list is walked, selected and searched by keys", async ({ openAs }) => {
  test.setTimeout(180_000);
  const manager = await openAs("manager");
  await manager.goto("/cases?view=all&sort=number");
  const list = manager.getByRole("region", { name: "Cases" });
  await expect(list).toHaveAttribute("aria-keyshortcuts", "j k x / ?");
  const [first, second] = await numbersShown(manager);
  await manager.keyboard.press("j");
  await expect(manager.getByRole("link", { name: first })).toBeFocused();
  await manager.keyboard.press("ArrowDown");
  await expect(manager.getByRole("link", { name: second })).toBeFocused();
  await manager.keyboard.press("x");
  await expect(manager.getByRole("checkbox", { name: second })).toBeChecked();
  await manager.keyboard.press("/");
  await expect(manager.getByRole("searchbox", { name: "Search cases" })).toBeFocused();
  await manager.keyboard.type("jkx?");
  await expect(manager.getByRole("searchbox", { name: "Search cases" })).toHaveValue("jkx?");
  await manager.goto("/cases?view=all&sort=number");
  await expect(list).toHaveAttribute("aria-keyshortcuts", "j k x / ?");
  await manager.keyboard.press("?");
  await manager.getByRole("dialog").getByLabel("Single letters work as keys").uncheck();
  await manager.keyboard.press("Escape");
  await expect(list).toHaveAttribute("aria-keyshortcuts", "ArrowDown ArrowUp");
  await manager.keyboard.press("j");
  await expect(manager.getByRole("link", { name: first })).not.toBeFocused();
  await manager.getByRole("button", { name: "Keys of this list" }).click();
  await manager.getByRole("dialog").getByLabel("Single letters work as keys").check();
  await manager.keyboard.press("Escape");
  await expect(list).toHaveAttribute("aria-keyshortcuts", "j k x / ?");
});
