import { jawFile } from "./data/jaws";
import { expect, test } from "./fixtures";
import { addFiles, drawingOf, drawnShare, fileTile, idOf } from "./pages/scan-viewer";

test("a technician looks at both jaws, cuts and measures them, and adds a new version", async ({ openAs }) => {
  const page = await openAs("technician", { viewport: { width: 820, height: 1180 } });
  await page.goto("/cases?status=designing");
  await page
    .getByRole("link", { name: /^C-\d{4}-\d{6}/ })
    .first()
    .click();
  await page
    .getByRole("navigation", { name: "Parts of the case" })
    .getByRole("link", { name: /^Files/ })
    .click();
  await expect(page).toHaveURL(/\/files$/);

  const upper = `upper ${Date.now()}.stl`;
  const lower = `lower ${Date.now()}.stl`;
  await addFiles(page, [jawFile(upper, true), jawFile(lower, false)]);
  await fileTile(page, upper).click();
  const scans = page.getByRole("list", { name: "Scans" });
  await expect(scans.getByRole("checkbox", { name: upper })).toBeChecked();
  for (const scan of await scans.getByRole("listitem").all()) {
    const words = (await scan.textContent()) ?? "";
    const own = words.includes(upper) || words.includes(lower);
    await scan.getByRole("checkbox").first().setChecked(own);
  }
  const drawing = await drawingOf(page, [upper, lower]);
  await page.getByRole("button", { name: "Front", exact: true }).click();
  await expect.poll(() => drawnShare(drawing)).toBeGreaterThan(0.05);

  const both = await drawnShare(drawing);
  await scans.getByRole("slider", { name: `Opacity of ${lower}` }).fill("0");
  await expect.poll(() => drawnShare(drawing)).toBeLessThan(both * 0.8);
  await scans.getByRole("slider", { name: `Opacity of ${lower}` }).fill("100");
  await expect.poll(() => drawnShare(drawing)).toBeGreaterThan(both * 0.95);

  await page.getByRole("button", { name: "Section" }).click();
  await page.getByRole("radiogroup", { name: "Cut along" }).getByRole("radio", { name: "Left–right" }).check();
  await expect.poll(() => drawnShare(drawing)).toBeLessThan(both * 0.7);
  await page.getByRole("button", { name: "Section" }).click();
  await expect.poll(() => drawnShare(drawing)).toBeGreaterThan(both * 0.95);

  await page.getByRole("button", { name: "Top", exact: true }).click();
  await scans.getByRole("checkbox", { name: upper }).uncheck();
  await page.getByRole("button", { name: "Show all of it" }).click();
  await page.getByRole("button", { name: "Front", exact: true }).click();
  await page.getByRole("button", { name: "Distance" }).click();
  const place = await drawing.boundingBox();
  if (!place) throw new Error("There is no drawing.");
  // Symmetric places on the front of an arch that fills 1/1.1 of the width: a fifth of its 68 mm apart, and some depth.
  for (const x of [0.4, 0.6]) await drawing.click({ position: { x: place.width * x, y: place.height * 0.5 } });
  const distance = page.getByRole("status", { name: "Distance" });
  await expect(distance).toHaveText(/^\d+\.\d\d mm$/);
  const millimetres = Number.parseFloat((await distance.textContent()) ?? "");
  expect(millimetres).toBeGreaterThan(13);
  expect(millimetres).toBeLessThan(18);

  await drawing.focus();
  await page.keyboard.press("Enter");
  await expect(distance).toHaveText("Now tap the second point.");

  await page.getByLabel("New version", { exact: true }).setInputFiles([jawFile(upper, true, 4)]);
  await expect(page.getByRole("heading", { level: 2, name: upper })).toContainText("Version 2");
  await page.getByRole("button", { name: "Open version 1" }).click();
  await expect(page.getByText("This is version 1; there is a newer one.")).toBeVisible();
  await drawingOf(page, [upper]);
  await expect(drawing).not.toHaveAccessibleName(/version 2/);
});

test("a dentist on a phone does not see what the lab keeps to itself, and a damaged scan says so", async ({
  openAs,
}) => {
  const technician = await openAs("technician");
  const dentist = await openAs("dentist", { viewport: { width: 390, height: 844 } });
  await dentist.getByRole("link", { name: /./ }).and(dentist.locator('a[href^="/portal/cases/"]')).first().click();
  await expect(dentist).toHaveURL(/\/portal\/cases\/[0-9a-f-]{36}/);
  const id = new URL(dentist.url()).pathname.split("/")[3];

  const [hidden, shared] = [`inside ${Date.now()}.stl`, `shared ${Date.now()}.stl`];
  await technician.goto(`/cases/${id}/files`);
  await addFiles(technician, [jawFile(hidden, true)]);
  await technician
    .getByRole("radiogroup", { name: "Who sees what is added" })
    .getByRole("radio", { name: "Shared with the practice" })
    .check();
  await addFiles(technician, [jawFile(shared, false)]);

  await dentist.goto(`/portal/cases/${id}/files`);
  await expect(fileTile(dentist, shared)).toBeVisible();
  await expect(fileTile(dentist, hidden)).toHaveCount(0);
  const file = `/api/files/${await idOf(fileTile(dentist, shared))}`;
  const sent = await dentist.request.get(file);
  expect(sent.headers()).toMatchObject({
    "content-type": "model/stl",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
    "x-content-type-options": "nosniff",
  });
  await dentist.route(`**${file}`, (route) => route.fulfill({ body: "solid cut off", contentType: "model/stl" }));
  await fileTile(dentist, shared).click();
  const damaged = dentist.getByRole("list", { name: "Scans" }).getByRole("listitem").filter({ hasText: shared });
  await expect(damaged.getByRole("alert")).toContainText("cut off");
});
