import { cookies, headers } from "next/headers";
import { getToken } from "next-auth/jwt";
import { clientAddress, trustedProxies } from "./forwarded-for";
import { isActivity, PRESENCE_COOKIE } from "./presence";

/**
 * Where a request came from. `ip` is the address of the connection (Next hands it on as X-Forwarded-For, see next.config.ts), or,
 * behind TRUST_PROXY proxies, the one the outermost of them saw.
 */
export async function requestOrigin(): Promise<{ ip: string | null; userAgent: string | null }> {
  const all = await headers();
  return {
    ip: clientAddress(all.get("x-forwarded-for"), trustedProxies()),
    userAgent: all.get("user-agent")?.slice(0, 400) || null,
  };
}

/** Whether the request counts as somebody using their session, and not a screen that keeps itself up to date. */
export async function requestIsActivity(): Promise<boolean> {
  return isActivity((await headers()).get("sec-fetch-mode"), (await cookies()).has(PRESENCE_COOKIE));
}

/** The id of the `sessions` row that the request's signed cookie names, or null. The row decides whether it still counts. */
export async function requestSessionId(): Promise<string | null> {
  const req = {
    headers: Object.fromEntries(await headers()),
    cookies: Object.fromEntries((await cookies()).getAll().map((c) => [c.name, c.value])),
  };
  const token = await getToken({ req: req as unknown as Parameters<typeof getToken>[0]["req"] }).catch(() => null);
  return typeof token?.sessionId === "string" ? token.sessionId : null;
}
