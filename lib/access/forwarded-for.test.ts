import { createServer, get } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { clientAddress, dropForgedAddresses, trustedProxies } from "./forwarded-for";

test("only what a believed proxy added is taken for the person's address", () => {
  expect(clientAddress("6.6.6.6, 81.2.3.4", 1)).toBe("81.2.3.4");
  expect(clientAddress("6.6.6.6, 81.2.3.4, 10.0.0.7", 2)).toBe("81.2.3.4");
  expect(clientAddress("::ffff:127.0.0.1", 0)).toBe("127.0.0.1");
  expect(clientAddress("81.2.3.4", 2)).toBe("81.2.3.4");
  expect(clientAddress(null, 0)).toBeNull();
});

test("TRUST_PROXY is a number of proxies", () => {
  expect([undefined, "", "0", "2", "true", "yes", "-1"].map((text) => trustedProxies(text ?? ""))).toEqual([
    0, 0, 0, 2, 1, 0, 0,
  ]);
});

test("a forged header is gone before the server answers", async () => {
  dropForgedAddresses();
  const server = createServer((request, response) => response.end(String(request.headers["x-forwarded-for"])));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const said = await new Promise<string>((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    get({ port, host: "127.0.0.1", headers: { "x-forwarded-for": "6.6.6.6" } }, async (response) => {
      let text = "";
      for await (const chunk of response) text += chunk;
      resolve(text);
    }).on("error", reject);
  });
  server.close();
  expect(said).toBe("undefined");
});
