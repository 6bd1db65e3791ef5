import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { hashPassword } from "@/lib/access/password";
import { freePort } from "@/lib/db/postgres/free-port";
import { type Figure, figure } from "./figure";
import type { SeededDatabase } from "./seeded-database";

const MEGABYTES = 200;
const TRIANGLE = 50;
const SECRET = "a secret for as long as this benchmark runs";

/** How many megabytes the web process grows by at most while it takes in a scan of 200 MB. Needs a build. */
export async function uploadFigures({ ownerUrl, appUrl, actor }: SeededDatabase): Promise<Figure[]> {
  const files = mkdtempSync(path.join(tmpdir(), "casepan-bench-files-"));
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const args = ["node_modules/next/dist/bin/next", "start", "--port", String(port), "--hostname", "127.0.0.1"];
  const env = { ...process.env, NODE_ENV: "production" as const, APP_DATABASE_URL: appUrl, NEXTAUTH_SECRET: SECRET };
  const web = spawn(process.execPath, args, {
    env: { ...env, NEXTAUTH_URL: address, FILES_DIR: files },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const owner = new pg.Client(ownerUrl);
  try {
    await owner.connect();
    await untilUp(`${address}/api/health`);
    const { rows } = await owner.query<{ id: string }>("SELECT id FROM cases WHERE lab_id = $1 LIMIT 1", [
      actor.lab.id,
    ]);
    const cookie = await signIn(address, owner, actor.userId as string);
    const send = (megabytes: number) =>
      sendScan(`${address}/api/files?case=${rows[0]?.id}&name=large.stl`, cookie, megabytes);
    await send(8); // the route and its buffers are loaded once
    const before = residentMegabytes(web.pid as number);
    let most = before;
    const watching = setInterval(() => {
      most = Math.max(most, residentMegabytes(web.pid as number));
    }, 50);
    await send(MEGABYTES).finally(() => clearInterval(watching));
    return [figure(`MB the web process grows by during an upload of ${MEGABYTES} MB`, "<= 100", most - before)];
  } finally {
    const ended = new Promise((resolve) => web.once("exit", resolve));
    web.kill("SIGTERM");
    await Promise.all([ended, owner.end()]);
    rmSync(files, { recursive: true, force: true });
  }
}

async function untilUp(url: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (
      await fetch(url).then(
        (response) => response.ok,
        () => false,
      )
    )
      return;
    await pause(100);
  }
  throw new Error("The web server did not start.");
}

/** Gives the person a password and signs in with it, as a browser does. Answers the session's cookie. */
async function signIn(address: string, owner: pg.Client, userId: string): Promise<string> {
  const password = "only for this benchmark";
  const { rows } = await owner.query<{ email: string }>(
    "UPDATE users SET password_hash = $2, status = 'active' WHERE id = $1 RETURNING email",
    [userId, await hashPassword(password)],
  );
  const asked = await fetch(`${address}/api/auth/csrf`);
  const { csrfToken } = (await asked.json()) as { csrfToken: string };
  const answered = await fetch(`${address}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie: cookiesOf(asked), "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ csrfToken, email: rows[0]?.email ?? "", password, json: "true" }),
  });
  const cookie = cookiesOf(answered);
  if (!cookie.includes("session-token")) throw new Error(`Signing in was answered ${answered.status}.`);
  return cookie;
}

const cookiesOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");

/** Sends a binary STL of so many megabytes as a stream, so that this process does not hold it either. */
async function sendScan(url: string, cookie: string, megabytes: number): Promise<void> {
  const batch = 20_000;
  let batches = Math.floor((megabytes * 1024 * 1024) / (batch * TRIANGLE));
  const head = new Uint8Array(84);
  new DataView(head.buffer).setUint32(80, batches * batch, true);
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(head),
    pull: (controller) => (batches-- > 0 ? controller.enqueue(new Uint8Array(batch * TRIANGLE)) : controller.close()),
  });
  const response = await fetch(url, { method: "PUT", headers: { cookie }, body, duplex: "half" } as RequestInit);
  if (response.status !== 201) throw new Error(`The upload was answered ${response.status}: ${await response.text()}`);
}

function residentMegabytes(pid: number): number {
  return Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" })) / 1024;
}
