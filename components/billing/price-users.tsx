import Link from "next/link";
import type { ListUser } from "@/lib/billing/prices/users-of-list";

type PriceUsersProps = { users: readonly ListUser[]; listId: string };

/** Who pays by a list, with the way there. */
export function PriceUsers({ users, listId }: PriceUsersProps) {
  if (users.length === 0) return <p className="text-sm text-muted">No practice or dentist has it by agreement.</p>;
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {users.map((user) => (
        <li key={`${user.practiceId} ${user.dentist}`}>
          <Link href={`/practices/${user.practiceId}`} className="text-accent-text hover:underline">
            {user.dentist ? `${user.dentist}, ${user.practice}` : user.practice}
          </Link>
          {user.agreedId !== listId && <span className="text-muted"> (by the list before)</span>}
        </li>
      ))}
    </ul>
  );
}
