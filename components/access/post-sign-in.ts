/**
 * Signs in through next-auth's own route, which keeps the session in a cookie. Answers null when that went well, else why not:
 * `wrong_password`, `locked`, or `failed`. Throws when the server cannot be reached.
 */
export async function postSignIn(email: string, password: string): Promise<string | null> {
  const { csrfToken } = (await (await fetch("/api/auth/csrf")).json()) as { csrfToken: string };
  const answer = await fetch("/api/auth/callback/credentials", {
    method: "POST",
    body: new URLSearchParams({ email, password, csrfToken, json: "true" }),
  });
  if (answer.ok) return null;
  const { url } = (await answer.json().catch(() => ({}))) as { url?: string };
  return (url && new URL(url, window.location.href).searchParams.get("error")) || "failed";
}
