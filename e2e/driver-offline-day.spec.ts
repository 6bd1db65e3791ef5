import { readFileSync } from "node:fs";
import path from "node:path";
import { devices } from "@playwright/test";
import { expect, type Page, signIn, test } from "./fixtures";
import { finishNightGuard } from "./pages/finished-case";
import { collectHere, failHere, handOver, keptForOffline } from "./pages/road";

const ROWS = readFileSync(path.join(import.meta.dirname, "data/practices-glasgow.csv"), "utf8").split(/\r?\n/);
const TWELVE = ROWS.slice(0, 13).join("\n");
/** Eleven to fetch from, and one to bring something to. */
const NAMES = ROWS.slice(1, 12).map((row) => row.split(",")[0] as string);
const GUARDED = (ROWS[12] as string).split(",")[0] as string;
const ROUTE = `Glasgow twelve ${Date.now() % 100_000}`;

/** Twelve real practices on one route, driven without a connection and through a restart; all of it reaches the lab once. */
test("a driver drives twelve practices without a connection, and the lab hears of each stop once", async ({
  openAs,
  browser,
  baseURL,
}) => {
  test.setTimeout(300_000);
  const staff = await openAs("staff");
  await importPractices(staff);
  const numbers: string[] = [];
  for (const name of NAMES) numbers.push(await askPickup(staff, name));
  await finishNightGuard(staff, await openAs("technician"), GUARDED);
  const parcel = await pack(staff, GUARDED);
  await planRoute(staff, [...numbers, parcel.number]);

  const context = await browser.newContext({ ...devices["Pixel 7"], baseURL });
  const driver = await context.newPage();
  await signIn(driver, "second.driver@demo.casepan.test");
  await driver.waitForURL(/\/driver/);
  const line = driver.getByRole("status").filter({ hasText: /sent|send|Saved|connection/ });
  await expect(line).toContainText("All sent");
  await chooseRoute(driver);
  await keptForOffline(driver);

  await context.setOffline(true);
  await driver.reload();
  await chooseRoute(driver);
  await driver.getByLabel("Scan parcels onto the van").fill("S-1999-000001-1");
  await driver.keyboard.press("Enter");
  await expect(driver.getByRole("alert").filter({ hasText: "not on this route" })).toBeVisible();
  await driver.getByLabel("Scan parcels onto the van").fill(`${parcel.number}-1`);
  await driver.keyboard.press("Enter");
  await expect(driver.getByText("1/1")).toBeVisible();
  await driver.getByRole("button", { name: "Start route" }).click();

  const arrived = driver.getByRole("button", { name: "Arrived", exact: true });
  let failed = "";
  for (let stops = 0; stops < 12; stops++) {
    await arrived.click();
    const name = (await driver.getByRole("article").getByRole("heading", { level: 2 }).textContent()) as string;
    if (name === parcel.practice) await handOver(driver, "Offline Reception");
    else if (failed === "") {
      failed = name;
      await failHere(driver, "Shutters down");
    } else await collectHere(driver, "Offline Desk");
    if (stops === 6) {
      await expect(line).toContainText(/Saved on this phone, \d+ to send/);
      await driver.reload();
      await chooseRoute(driver);
    }
  }
  const van = driver.getByRole("list", { name: "Should be on the van" });
  await expect(van.getByRole("checkbox")).toHaveCount(10);
  for (const box of await van.getByRole("checkbox").all()) await box.check();
  await driver.getByRole("button", { name: "Everything is here, end the route" }).click();
  await expect(driver.getByText("Route done")).toBeVisible();

  await context.setOffline(false);
  await expect(line).toContainText("All sent", { timeout: 60_000 });
  await expect(driver.getByText(/^Not taken over/)).toHaveCount(0);
  await driver.reload();
  await chooseRoute(driver);
  await expect(driver.getByText("Route done")).toBeVisible();
  await context.close();

  await staff.goto("/shipments?show=pickups");
  await staff.goto(`/shipments/${parcel.id}`);
  await expect(staff.getByText("Offline Reception").first()).toBeVisible();
  await expect(staff.getByRole("img", { name: /^Signature of Offline Reception/ })).toBeVisible();
  await staff.goto("/routes");
  const card = staff.getByRole("listitem").filter({ hasText: ROUTE });
  await expect(card).toContainText("Completed");
  await card.getByRole("link").first().click();
  await expect(staff.getByText(/Shutters down/).first()).toBeVisible();
});

async function importPractices(staff: Page): Promise<void> {
  await staff.goto("/practices/import");
  const file = { name: "twelve.csv", mimeType: "text/csv", buffer: Buffer.from(TWELVE) };
  await staff.getByLabel("CSV file").setInputFiles(file);
  const add = staff.getByRole("button", { name: /^Import \d+ practices?$/ });
  const known = staff.getByText("Every row of this file is in the lab already.");
  await expect.poll(async () => (await known.isVisible()) || (await add.isEnabled())).toBe(true);
  if (await known.isVisible()) return;
  await add.click();
  await expect(staff.getByRole("heading", { name: /practices? imported from/ })).toBeVisible();
}

/** The front desk asks for a parcel to be fetched; answers the pick-up's number. */
async function askPickup(staff: Page, practice: string): Promise<string> {
  await staff.goto(`/practices?q=${encodeURIComponent(practice)}`);
  const href = (await staff.getByRole("link", { name: practice, exact: true }).first().getAttribute("href")) as string;
  await staff.goto(`/shipments/pickup?practice=${href.split("/").at(-1)}`);
  await staff.getByRole("button", { name: "Make the pick-up" }).click();
  await staff.waitForURL(/\/shipments\/[0-9a-f-]{36}$/);
  return ((await staff.getByRole("heading", { level: 1 }).textContent()) as string).match(
    /S-\d{4}-\d{6}/,
  )?.[0] as string;
}

/** Packs what waits for a practice, so that something is handed over too. */
async function pack(staff: Page, practice: string): Promise<{ id: string; number: string; practice: string }> {
  await staff.goto("/shipments");
  await staff.getByRole("button", { name: new RegExp(`^Make a shipment of \\d+ for ${practice}$`) }).click();
  const packed = staff.getByText(/^S-\d{4}-\d{6} packed$/);
  await expect(packed).toBeVisible();
  const number = ((await packed.textContent()) as string).slice(0, 13);
  await staff.goto("/shipments?show=ready");
  const href = (await staff.getByRole("link", { name: number }).getAttribute("href")) as string;
  return { id: href.split("/").at(-1) as string, number, practice };
}

/** Plans today's route for the second driver, in the best order, and locks it. */
async function planRoute(staff: Page, numbers: string[]): Promise<void> {
  for (const [list, own] of [
    ["pickups", numbers.slice(0, -1)],
    ["ready", numbers.slice(-1)],
  ] as const) {
    await staff.goto(`/shipments?show=${list}`);
    for (const number of own) await staff.getByRole("row").filter({ hasText: number }).getByRole("checkbox").check();
    await staff.getByRole("button", { name: "Put on a route" }).click();
    const dialog = staff.getByRole("dialog");
    const route = dialog.getByLabel("Route", { exact: false }).first();
    const known = await route
      .locator("option")
      .filter({ hasText: ROUTE })
      .getAttribute("value")
      .catch(() => null);
    await route.selectOption(list === "ready" && known ? known : "new");
    if (list === "pickups") {
      await dialog.getByLabel("Driver").selectOption({ label: "Isla Boyd" });
      await dialog.getByLabel("Name").fill(ROUTE);
    }
    await dialog.getByRole("button", { name: /^(Plan route and put on|Put on the route)$/ }).click();
    await expect(dialog).toBeHidden();
  }
  await staff.goto("/routes");
  await staff.getByRole("listitem").filter({ hasText: ROUTE }).getByRole("link").first().click();
  await staff.getByRole("button", { name: "Best order" }).click();
  await staff.getByRole("button", { name: "Lock route" }).click();
  await expect(staff.getByRole("button", { name: "Unlock route" })).toBeVisible();
}

/** Shows this test's route, should the driver have others today. */
async function chooseRoute(driver: Page): Promise<void> {
  const own = driver.getByRole("region", { name: ROUTE });
  const button = driver.getByRole("button", { name: ROUTE });
  await expect(own.or(button).first()).toBeVisible();
  if (!(await own.isVisible())) await button.click();
  await expect(own).toBeVisible();
}
