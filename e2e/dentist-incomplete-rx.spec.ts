import { expect, type Page, test } from "./fixtures";
import { tabTo } from "./pages/keyboard";

const summaryOf = (page: Page) => page.getByRole("complementary", { name: "Summary" });

/** What is asked comes from the manager's rules; a prescription that lacks it is stopped, mended and sent. */
test("an incomplete prescription is stopped with what is missing, mended, and sent", async ({ openAs }) => {
  test.setTimeout(180_000);
  const manager = await openAs("manager");
  await manager.goto("/settings/restorations?type=veneers");
  await manager.getByLabel("Shade photo, every material").selectOption("required");
  await expect(manager.getByText("Shade photo changed")).toBeVisible();

  const dentist = await openAs("dentist");
  await dentist.goto("/portal/new");
  await dentist.getByLabel("Restoration", { exact: true }).selectOption({ label: "Veneer" });
  await dentist.getByRole("button", { name: /^11,/ }).click();
  const summary = summaryOf(dentist);
  await expect(summary).toContainText("4 things still missing");
  await expect(summary).toContainText("Veneer 11: Choose a shade.");
  await dentist.getByRole("button", { name: "Submit case" }).click();
  await expect(dentist.getByLabel("Patient reference")).toBeFocused();
  await expect(dentist.getByLabel("Patient reference")).toHaveAttribute("aria-invalid", "true");
  await expect(dentist).toHaveURL(/\/portal\/new/);
  await dentist.keyboard.type(`E2E-${Date.now()}`);

  await summary.getByRole("button", { name: "Veneer 11: Choose a material." }).click();
  const item = dentist.getByRole("list", { name: "Items" }).getByRole("listitem");
  await expect(item.getByLabel("Material")).toBeFocused();
  await item.getByLabel("Material").selectOption({ label: "Feldspathic ceramic" });
  await item.getByRole("combobox", { name: "Shade", exact: true }).selectOption("2M2");
  await item.getByRole("button", { name: /More particulars/ }).click();
  await item.getByLabel("Stump shade").selectOption("ND4");
  await item.getByLabel("Incisal shade").selectOption("1M2");
  await expect(summary).toContainText("1 thing still missing");
  await dentist.getByRole("button", { name: "Submit case" }).click();
  await expect(summary).toContainText("Add a photo of the shade.");
  await expect(dentist).toHaveURL(/\/portal\/new/);

  await dentist
    .getByLabel("Files", { exact: true })
    .setInputFiles({ name: "shade.png", mimeType: "image/png", buffer: Buffer.from(PNG, "base64") });
  await expect(summary).toContainText("Complete. Ready to submit.");
  await dentist.getByRole("button", { name: "Submit case" }).click();
  await dentist.waitForURL(/\/sent\//);
  await dentist.getByRole("link", { name: "Open the case" }).click();
  await expect(dentist.getByText(/Shade 2M2, incisal 1M2 · Stump ND4/)).toBeVisible();

  await manager.reload();
  await manager.getByRole("button", { name: "Back to the defaults" }).click();
  await expect(manager.getByLabel("Shade photo, every material")).toHaveValue("asked");
});

test("a single crown is prescribed by keyboard alone in under two minutes", async ({ openAs }) => {
  const dentist = await openAs("dentist");
  await dentist.goto("/portal/new");
  const summary = summaryOf(dentist);
  await expect(summary).toContainText("still missing");
  const begun = Date.now();
  await tabTo(dentist, dentist.getByLabel("Patient reference"));
  await dentist.keyboard.type(`E2E-K-${begun}`);
  await tabTo(dentist, dentist.getByLabel("Material").first());
  await dentist.keyboard.type("Zirconia, f");
  await tabTo(dentist, dentist.getByLabel("Shade", { exact: true }).first());
  await dentist.keyboard.type("A2");
  await tabTo(dentist, dentist.getByRole("button", { name: /^11,/ }));
  await dentist.keyboard.type("14");
  await expect(dentist.getByRole("button", { name: /^14,/ })).toBeFocused();
  await dentist.keyboard.press("Enter");
  await expect(dentist.getByRole("button", { name: /^14,.*: Crown/ })).toHaveAttribute("aria-pressed", "true");
  await dentist.keyboard.press("ArrowLeft");
  await dentist.keyboard.press("Space");
  await dentist.keyboard.press("+");
  await expect(summary).toContainText("Bridge 15–14");
  await dentist.keyboard.press("Shift+Enter");
  await expect(dentist.getByRole("button", { name: /^15,.*pontic/ }).first()).toBeVisible();
  await dentist.keyboard.press("-");
  await expect(summary).toContainText("Crown 15");
  await dentist.keyboard.press("Space");
  await expect(summary).not.toContainText("Crown 15");
  await expect(summary).toContainText("Complete. Ready to submit.");
  await tabTo(dentist, dentist.getByRole("button", { name: "Submit case" }));
  await dentist.keyboard.press("Enter");
  await dentist.waitForURL(/\/sent\//);
  expect(Date.now() - begun).toBeLessThan(120_000);
});

/** One white pixel. */
const PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";
