import { expect, type Page } from "../fixtures";

/** Draws a name into the signature field of the open dialog. */
export async function sign(page: Page): Promise<void> {
  const field = page.getByRole("img", { name: /^Signature/ });
  await field.scrollIntoViewIfNeeded();
  const box = await field.boundingBox();
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

/** Waits until the phone could do without a connection: its worker watches over the page and keeps it. */
export async function keptForOffline(page: Page): Promise<void> {
  const kept = () =>
    page.evaluate(async () => {
      const worker = (await navigator.serviceWorker.getRegistration("/driver"))?.active;
      const parts = (await caches.keys()).find((name) => name.startsWith("driver-parts"));
      const all = parts ? (await (await caches.open(parts)).keys()).length : 0;
      return Boolean(worker && all > 5 && (await caches.match("/driver")));
    });
  await expect.poll(kept, { timeout: 60_000 }).toBe(true);
}

/** Hands over what is on board for the stop at hand, against a name and a signature. */
export async function handOver(page: Page, receiver: string): Promise<void> {
  await page.getByRole("button", { name: "Delivered", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Received by").fill(receiver);
  await sign(page);
  await dialog.getByRole("button", { name: "Confirm delivery" }).click();
  await expect(dialog).toBeHidden();
}

/** Takes what waits at the stop at hand. */
export async function collectHere(page: Page, giver: string): Promise<void> {
  await page.getByRole("button", { name: "Collected", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Given by").fill(giver);
  await dialog.getByRole("button", { name: /^Collect \d+ parcels?$/ }).click();
  await expect(dialog).toBeHidden();
}

/** Records that the stop at hand could not be served; what is on board comes back to the lab. */
export async function failHere(page: Page, note: string): Promise<void> {
  await page.getByRole("button", { name: "Failed", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio").first().check();
  await dialog.getByLabel("Note").fill(note);
  await dialog.getByRole("button", { name: "Record as not delivered" }).click();
  await expect(dialog).toBeHidden();
}
