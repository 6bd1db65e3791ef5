import { expect, type Page } from "../fixtures";
import { handOver } from "./road";

export { sign } from "./road";

/** Packs what waits for a practice and puts it on the driver's next route, or a new one. */
export async function shipTo(page: Page, practice: string): Promise<string> {
  await page.goto("/shipments");
  await page.getByRole("button", { name: new RegExp(`^Make a shipment of \\d+ for ${practice}$`) }).click();
  const packed = page.getByText(/^S-\d{4}-\d{6} packed$/);
  await expect(packed).toBeVisible();
  const number = ((await packed.textContent()) as string).slice(0, 13);
  await page.goto("/shipments?show=ready");
  await page.getByRole("link", { name: number }).click();
  await page.getByRole("button", { name: "Put on a route" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: /^(Plan route and put on|Put on the route)$/ }).click();
  await expect(dialog).toBeHidden();
  return number;
}

/** Drives to a practice's stop, arrives, and hands over against a name and a signature; ends when the lab has heard of it. */
export async function deliverTo(page: Page, practice: string, receiver: string): Promise<void> {
  await page.goto("/driver");
  const start = page.getByRole("button", { name: "Start route" });
  const arrived = page.getByRole("button", { name: "Arrived", exact: true });
  const stop = page.getByRole("list", { name: "All stops" }).getByRole("listitem").filter({ hasText: practice });
  await expect(start.or(arrived)).toBeVisible();
  // A driver may have several routes on a day.
  for (const route of await page.getByRole("navigation", { name: "Routes of the day" }).getByRole("button").all()) {
    if (await stop.isVisible()) break;
    await route.click();
  }
  await expect(start.or(arrived)).toBeVisible();
  if (await start.isVisible()) await start.click();
  await expect(arrived).toBeVisible();
  await expect(stop).toBeVisible();
  if ((await stop.getAttribute("aria-current")) !== "step") await stop.getByRole("button").click();
  await arrived.click();
  await handOver(page, receiver);
  await expect(stop).toContainText(receiver);
  await expect(page.getByRole("status").filter({ hasText: "All sent" })).toBeVisible();
}
