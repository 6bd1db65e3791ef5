import type { Locator } from "@playwright/test";
import sharp from "sharp";
import { expect, type Page } from "../fixtures";

/** Sends files to a case from its Files tab and waits until they are there. */
export async function addFiles(page: Page, files: { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> {
  await page.getByLabel("Files to add").setInputFiles(files);
  for (const { name } of files) await expect(fileTile(page, name)).toBeVisible();
}

export const fileTile = (page: Page, name: string): Locator =>
  page.getByRole("list", { name: "Files", exact: true }).getByRole("link", { name });

/** The id of the version that a tile leads to. */
export const idOf = async (tile: Locator): Promise<string> =>
  new URLSearchParams((await tile.getAttribute("href"))?.split("?")[1]).get("file") ?? "";

/** The drawing, once it shows these scans. */
export async function drawingOf(page: Page, names: readonly string[]): Promise<Locator> {
  const drawing = page.getByRole("application", { name: /^3D view/ });
  for (const name of names) await expect(drawing).toHaveAccessibleName(new RegExp(name.replace(/[.()]/g, "\\$&")));
  await expect(drawing).toHaveAttribute("aria-busy", "false");
  return drawing;
}

/** The share of a drawing's pixels that are not of its background, 0 to 1. */
export async function drawnShare(drawing: Locator): Promise<number> {
  await drawing.page().evaluate(() => window.scrollTo(0, 0)); // the page's head would lie over it
  const { data, info } = await sharp(await drawing.screenshot())
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => (y * info.width + x) * 3;
  const ground = data.subarray(at(12, 12), at(12, 12) + 3);
  let drawn = 0;
  for (let pixel = 0; pixel < data.length; pixel += 3) {
    const apart = [0, 1, 2].reduce((sum, c) => sum + Math.abs((data[pixel + c] as number) - (ground[c] as number)), 0);
    if (apart > 30) drawn++;
  }
  return drawn / (info.width * info.height);
}
