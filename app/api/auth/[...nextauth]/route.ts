import NextAuth from "next-auth";
import { signInOptions } from "@/lib/access/sign-in-options";

const handler = NextAuth(signInOptions);

export { handler as GET, handler as POST };
