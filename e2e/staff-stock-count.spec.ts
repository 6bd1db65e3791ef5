import { DateTime } from "luxon";
import { expect, type Page, test } from "./fixtures";

/** A line of a list that shows these words. */
const line = (page: Page, words: string) => page.getByRole("row").filter({ hasText: words });

test("staff receive a scanned delivery into a new place and count it, and a manager approves what differs", async ({
  openAs,
}) => {
  const own = DateTime.now().toMillis().toString().slice(-7);
  const [place, item, lot] = [`Drawer ${own}`, `Opaquer ${own}`, `LOT${own}`];
  const staff = await openAs("staff");

  await staff.goto("/inventory/locations");
  await staff.getByRole("button", { name: "New location" }).click();
  const dialog = staff.getByRole("dialog", { name: "New location" });
  await dialog.getByLabel("Name").fill(place);
  await dialog.getByRole("button", { name: "Add location" }).click();
  await expect(line(staff, place)).toBeVisible();

  await staff.goto("/inventory/items/new");
  await staff.getByRole("textbox", { name: "Name", exact: true }).fill(item);
  await staff.getByRole("textbox", { name: "Code", exact: true }).fill(`OPQ-${own}`);
  await staff.getByRole("combobox", { name: "Unit", exact: true }).fill("bottle");
  await staff.getByLabel("Usual location").selectOption({ label: place });
  await staff.getByRole("textbox", { name: "Order at" }).fill("3");
  await staff.getByRole("button", { name: "Add item" }).click();
  await expect(staff.getByRole("heading", { level: 1, name: item })).toBeVisible();

  await staff.goto("/inventory/deliveries/new");
  await staff.getByLabel("Scan a package").fill(`OPQ-${own}`);
  await staff.keyboard.press("Enter");
  await expect(staff.getByRole("heading", { name: item })).toBeVisible();
  await staff.getByRole("textbox", { name: "Lot number" }).fill(lot);
  await staff.getByLabel("Expires", { exact: true }).fill("2031-05-31");
  await staff.getByRole("textbox", { name: /^Quantity/ }).fill("10");
  await staff.getByRole("textbox", { name: /^Cost per unit/ }).fill("12.50");
  await staff.getByRole("button", { name: "Book delivery" }).click();
  await expect(staff.getByText("Delivery booked")).toBeVisible();

  await staff.goto("/inventory/counts");
  await staff.getByRole("button", { name: "New count" }).click();
  const begin = staff.getByRole("dialog", { name: "Begin a count" });
  await begin.getByLabel("Name").fill(`Count ${own}`);
  await begin.getByLabel("Location").selectOption({ label: place });
  await begin.getByRole("button", { name: "Begin" }).click();
  await expect(staff.getByRole("heading", { level: 1, name: `Count ${own}` })).toBeVisible();
  await expect(staff.getByText("Expected", { exact: true })).toHaveCount(0);
  const address = staff.url();

  // A technician counts at the same time, on a tablet.
  const technician = await openAs("technician", { viewport: { width: 820, height: 1180 } });
  await technician.goto(address);
  for (const [page, quantity] of [
    [staff, "5"],
    [technician, "3"],
  ] as const) {
    await page.getByLabel("Each scan adds").last().fill(quantity);
    await page.getByLabel("Scan a package or type a lot number").fill(lot);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("status").filter({ hasText: `+${quantity} ${item}` })).toBeVisible();
  }
  await expect(line(technician, lot)).toContainText("8 bottle");
  await technician.getByLabel("Scan a package or type a lot number").fill("NO-SUCH-LOT");
  await technician.keyboard.press("Enter");
  await expect(technician.getByRole("alert").filter({ hasText: "is no lot" })).toBeVisible();

  const manager = await openAs("manager");
  await manager.goto(address);
  await expect(line(manager, lot)).toContainText("−2");
  await expect(line(manager, lot)).toContainText("25.00");
  await manager.getByRole("button", { name: "Approve" }).click();
  await manager.getByRole("alertdialog").getByRole("button", { name: "Approve and book" }).click();
  await expect(manager.getByText("1 difference booked")).toBeVisible();
  await expect(manager.getByText("Approved", { exact: true }).first()).toBeVisible();
  await expect(staff.getByText("Approved", { exact: true }).first()).toBeVisible();

  await manager.goto(`/inventory?q=${lot}`);
  await expect(line(manager, item)).toContainText("8 bottle");
  await expect(line(manager, item)).toContainText("100.00");
  await line(manager, item).getByRole("link", { name: item }).click();
  await expect(line(manager, `Counted: Count ${own}`)).toContainText("−2 bottle");
});
