import type { Permission } from "./permissions";
import type { Audience, UserRole } from "./roles";

export type ToothNotation = "fdi" | "universal" | "palmer";

/** The lab an actor works in. `timeZone` is an IANA zone, `currency` an ISO 4217 code, `locale` a BCP 47 tag. */
export type ActingLab = { id: string; name: string; slug: string; timeZone: string; currency: string; locale: string };

/** Who acts, where, with which rights. Capabilities take it as an argument and never read the session. */
export type Actor = {
  /** Null for the system itself (jobs). */
  userId: string | null;
  name: string;
  email: string | null;
  lab: ActingLab;
  audience: Audience;
  role: { id: string | null; kind: UserRole; name: string };
  /** The practice a portal user acts for; null for everyone else. */
  practice: { id: string; name: string } | null;
  permissions: ReadonlySet<Permission>;
  toothNotation: ToothNotation;
  sessionId: string | null;
  ip: string | null;
  userAgent: string | null;
};

/** Whether the actor holds a permission. Screens use it to leave out what would be refused; the write path decides. */
export const may = (actor: Actor, permission: Permission): boolean => actor.permissions.has(permission);

/** The lab's own machinery, for jobs that follow from what people did. It holds no permission and needs none. */
export function systemActor(lab: ActingLab): Actor {
  return {
    userId: null,
    name: "Casepan",
    email: null,
    lab,
    audience: "lab",
    role: { id: null, kind: "admin", name: "System" },
    practice: null,
    permissions: new Set(),
    toothNotation: "fdi",
    sessionId: null,
    ip: null,
    userAgent: null,
  };
}
