import { cookies, headers } from "next/headers";
import { getToken } from "next-auth/jwt";

/** Where a request came from, as far as it says. `ip` is the first address of X-Forwarded-For, else null. */
export async function requestOrigin(): Promise<{ ip: string | null; userAgent: string | null }> {
  const all = await headers();
  return {
    ip: all.get("x-forwarded-for")?.split(",")[0]?.trim() || null,
    userAgent: all.get("user-agent")?.slice(0, 400) || null,
  };
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
