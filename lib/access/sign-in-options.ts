import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { z } from "zod";
import { log } from "@/lib/log";
import { Refusal } from "./errors";
import { requestOrigin } from "./request";
import { revokeSession } from "./revoke";
import { SESSION_DAYS, signIn } from "./sign-in";

const credentials = z.object({ email: z.string().min(1).max(254), password: z.string().min(1).max(200) });

/**
 * next-auth with e-mail and password. Its signed cookie carries nothing but the id of a `sessions` row, and that row is read on
 * each request. The reason of a refusal reaches the form as the error's message: `wrong_password`, `locked` or `failed`.
 */
export const signInOptions: NextAuthOptions = {
  session: { strategy: "jwt", maxAge: SESSION_DAYS * 24 * 60 * 60 },
  pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/sign-in" },
  providers: [
    CredentialsProvider({
      credentials: { email: {}, password: {} },
      async authorize(given) {
        const parsed = credentials.safeParse(given);
        if (!parsed.success) throw new Error("wrong_password");
        try {
          return { id: await signIn(parsed.data, await requestOrigin()) };
        } catch (thrown) {
          if (thrown instanceof Refusal) throw new Error(thrown.reason);
          log.error({ err: thrown }, "sign-in failed");
          throw new Error("failed");
        }
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => ({ sessionId: user ? user.id : token.sessionId }),
    session: ({ session }) => ({ expires: session.expires }),
  },
  events: {
    signOut: async ({ token }) => {
      if (typeof token?.sessionId === "string") await revokeSession(token.sessionId, "signed_out");
    },
  },
  logger: {
    error: (code, metadata) => log.warn({ code, metadata }, "next-auth"),
    warn: () => {},
    debug: () => {},
  },
};
