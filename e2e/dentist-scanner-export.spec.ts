import { archive, exampleEntries, exampleXml } from "@/lib/cases/scanner/testing/build-archive";
import { expect, type Page, test } from "./fixtures";
import { openByScan } from "./pages/bench";
import { receiveInPan } from "./pages/intake";

type Dropped = { name: string; data: Buffer };

/** Drops files on the import as a person does, from outside of the page. */
async function drop(page: Page, files: readonly Dropped[]): Promise<void> {
  const carried = files.map(({ name, data }) => ({ name, text: data.toString("base64") }));
  const dataTransfer = await page.evaluateHandle((all) => {
    const transfer = new DataTransfer();
    for (const { name, text } of all)
      transfer.items.add(new File([Uint8Array.from(atob(text), (c) => c.charCodeAt(0))], name));
    return transfer;
  }, carried);
  await page.getByRole("button", { name: "Import a scanner export" }).dispatchEvent("drop", { dataTransfer });
}

/** A day in a good month, as a scanner writes it: month first. */
function inAMonth(): string {
  const day = new Date(Date.now() + 33 * 86_400_000);
  return `${day.getUTCMonth() + 1}/${day.getUTCDate()}/${day.getUTCFullYear()}`;
}

test("an iTero export dropped in the portal becomes a case at its first bench stage", async ({ openAs }) => {
  test.setTimeout(180_000);
  const orderId = String(Date.now());
  const patient = `Quill ${orderId}, Robin`;

  const dentist = await openAs("dentist");
  await dentist.goto("/portal/new");
  const prescriber = dentist.getByLabel("Prescribing dentist").locator("option").filter({ hasText: "DL-" }).first();
  const licence = (await prescriber.textContent())?.match(/DL-\d+/)?.[0] ?? "";
  const files = exampleEntries(
    exampleXml({
      "90011223</OrderID>": `${orderId}</OrderID>`,
      "Quill, Robin": patient,
      "99887": licence,
      "12/13/2026": inAMonth(),
    }),
  );

  await drop(dentist, files.slice(0, 3));
  await expect(dentist.getByRole("alert").filter({ hasText: "90011223_shell_occlusion_u.stl" })).toContainText(
    "Nothing was imported",
  );

  await drop(dentist, files);
  await dentist.waitForURL(/draft=/);
  await expect(dentist.getByText(`From iTero order ${orderId}`)).toBeVisible();
  await expect(dentist.getByText(/^Taken: patient Quill/)).toContainText(`by licence ${licence}, wanted`);
  await expect(dentist.getByLabel("Patient reference")).toHaveValue(patient);
  await expect(dentist.getByRole("list", { name: "Files" }).getByRole("listitem")).toHaveCount(3);
  const summary = dentist.getByRole("complementary", { name: "Summary" });
  await expect(summary).toContainText("Pick what is to be made.");

  await dentist.getByLabel("Material").first().selectOption({ label: "Zirconia, full contour" });
  await dentist.getByLabel("Shade").first().selectOption("A2");
  await dentist.getByRole("button", { name: /^14,/ }).click();
  await dentist.getByRole("button", { name: /^Earliest:/ }).click();
  await expect(dentist.getByText("Earliest at the practice:")).toBeVisible();
  await expect(summary).toContainText("Complete. Ready to submit.");
  await dentist.getByRole("button", { name: "Submit case" }).click();
  await dentist.waitForURL(/\/sent\//);
  const number = (await dentist.getByText(/^C-\d{4}-\d{6}$/).textContent()) as string;

  await dentist.goto("/portal/new");
  await drop(dentist, [{ name: "export.zip", data: archive(files) }]);
  await expect(dentist.getByText(`Order ${orderId} was imported already: it is case ${number}.`)).toBeVisible();
  await dentist.getByRole("link", { name: "Open it" }).click();
  await dentist.waitForURL(/\/portal\/cases\//);

  const staff = await openAs("staff");
  await receiveInPan(staff, number, orderId);

  const technician = await openAs("technician", { viewport: { width: 820, height: 1180 } });
  await openByScan(technician, number);
  await expect(technician.getByRole("heading", { level: 2, name: "Impression scan" })).toBeVisible();
});
