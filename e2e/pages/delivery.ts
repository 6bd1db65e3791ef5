import { expect, type Page } from "../fixtures";

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

/** Drives to a practice's stop, arrives, and hands over against a name and a signature. */
export async function deliverTo(page: Page, practice: string, receiver: string): Promise<void> {
  await page.goto("/driver");
  const start = page.getByRole("button", { name: "Start route" });
  const arrived = page.getByRole("button", { name: "Arrived", exact: true });
  await expect(start.or(arrived)).toBeVisible();
  if (await start.isVisible()) await start.click();
  await expect(arrived).toBeVisible();
  const stop = page.getByRole("list", { name: "All stops" }).getByRole("listitem").filter({ hasText: practice });
  await expect(stop).toBeVisible();
  if ((await stop.getAttribute("aria-current")) !== "step") await stop.getByRole("button").click();
  await arrived.click();
  await page.getByRole("button", { name: "Delivered", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Received by").fill(receiver);
  await sign(page);
  await dialog.getByRole("button", { name: "Confirm delivery" }).click();
  await expect(dialog).toBeHidden();
  await expect(stop).toContainText(receiver);
}

async function sign(page: Page): Promise<void> {
  const box = await page.getByRole("img", { name: /^Signature/ }).boundingBox();
  if (!box) throw new Error("There is no place to sign.");
  const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const;
  await page.mouse.move(...at(0.2, 0.6));
  await page.mouse.down();
  for (const [x, y] of [
    [0.35, 0.2],
    [0.45, 0.8],
    [0.6, 0.3],
    [0.8, 0.6],
  ] as const)
    await page.mouse.move(...at(x, y), { steps: 4 });
  await page.mouse.up();
}
