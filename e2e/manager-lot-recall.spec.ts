import { expect, test } from "./fixtures";
import { completeStages, openByScan } from "./pages/bench";
import { prescribeCrowns, receiveInPan } from "./pages/intake";

const NAME = "Zirconia disc, full contour white, 14 mm";

/** A lot comes in, is scanned at the bench, traced from its number, recalled, and the practice it went to says that it knows. */
test("a lot that was scanned at the bench is recalled, and its practice acknowledges", async ({ openAs }) => {
  test.setTimeout(240_000);
  const run = String(Date.now()).slice(-7);
  const lot = `RC-${run}`;
  const dentist = await openAs("dentist");
  const number = await prescribeCrowns(dentist, `E2E-R-${run}`, [14]);
  const staff = await openAs("staff");
  await receiveInPan(staff, number, `R-${run}`);

  await staff.goto("/inventory/deliveries/new");
  await staff.getByLabel("Scan a package").fill("ZR-FC-W-14");
  await staff.keyboard.press("Enter");
  await expect(staff.getByRole("heading", { name: NAME })).toBeVisible();
  await staff.getByLabel("Lot number").fill(lot);
  await staff.getByLabel("Expires").fill("2031-05-31");
  await staff.getByLabel("Quantity").fill("3");
  await staff.getByLabel("Cost per unit").fill("64.00");
  await staff.getByRole("button", { name: "Book delivery" }).click();
  await expect(staff.getByText("Delivery booked")).toBeVisible();

  const technician = await openAs("technician", { viewport: { width: 820, height: 1180 } });
  await openByScan(technician, number);
  await completeStages(technician, ["Impression scan", "Design"]);
  await technician.getByRole("button", { name: "Start", exact: true }).click();
  const materials = technician.getByRole("region", { name: "Materials" });
  await expect(materials).toContainText("Zirconia disc");
  await materials.getByRole("button", { name: "Change Zirconia disc" }).click();
  const change = technician.getByRole("dialog", { name: "Zirconia disc" });
  const field = change.getByLabel("Lot in hand", { exact: true });
  await field.fill("NO-SUCH-LOT");
  await field.press("Enter");
  await expect(change.getByText("No lot NO-SUCH-LOT")).toBeVisible();
  await field.fill(lot.toLowerCase());
  await field.press("Enter");
  await expect(change.getByRole("list", { name: "Lots in hand" })).toContainText(lot);
  await change.getByRole("button", { name: "Use this" }).click();
  await expect(materials).toContainText(`In hand: lot ${lot}`);
  await technician.getByRole("button", { name: "Complete", exact: true }).click();
  await expect(technician.getByRole("heading", { level: 2, name: "Sintering" })).toBeVisible();

  const manager = await openAs("manager");
  await manager.goto(`/inventory/trace?q=${lot}`);
  await manager.getByRole("link", { name: lot }).click();
  await expect(manager.getByRole("heading", { level: 1 })).toContainText(lot);
  const uses = manager.getByRole("region", { name: "Uses of this lot" });
  await expect(uses.getByRole("row").filter({ hasText: number })).toContainText("Crown 14");
  await manager.getByRole("button", { name: "Recall" }).click();
  const recall = manager.getByRole("dialog", { name: `Recall lot ${lot}` });
  await expect(recall).toContainText("1 case at 1 practice");
  await recall.getByLabel("Why").fill("Cracks after sintering");
  await recall.getByLabel("Reference").fill(`FSN-${run}`);
  await recall.getByRole("button", { name: "Recall the lot" }).click();
  await expect(manager.getByRole("heading", { level: 1 })).toContainText(`Recall of lot ${lot}`);
  await expect(manager.getByText("0 of 1 acknowledged").first()).toBeVisible();
  await manager.getByLabel("Why they are held").selectOption({ label: "Waiting for material" });
  await manager.getByRole("button", { name: "Put 1 on hold" }).click();
  await expect(manager.getByText("On hold").first()).toBeVisible();

  await dentist.goto("/portal/recalls");
  await dentist.getByRole("link", { name: new RegExp(lot) }).click();
  await expect(dentist.getByRole("list", { name: "Your cases" })).toContainText(number);
  await expect(dentist.getByText("Cracks after sintering")).toBeVisible();
  await dentist.getByLabel("A word to").fill("The patient is called in");
  await dentist.getByRole("button", { name: "Acknowledge" }).click();
  await expect(dentist.getByText("Acknowledged by")).toBeVisible();

  await expect(manager.getByText("All acknowledged").first()).toBeVisible({ timeout: 20_000 });
  await expect(manager.getByText("The patient is called in")).toBeVisible();
  await manager.getByRole("button", { name: "Close", exact: true }).click();
  const close = manager.getByRole("dialog", { name: "Close the recall" });
  await close.getByLabel("Outcome").fill("One crown, made anew");
  await close.getByRole("button", { name: "Close the recall" }).click();
  await expect(manager.getByText("One crown, made anew")).toBeVisible();
});
