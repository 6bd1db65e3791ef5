import { Check } from "lucide-react";
import { moduleOf, PERMISSIONS, type Permission } from "@/lib/access/permissions";
import { isKept, permissionsOfKind } from "@/lib/access/role-rights/of-kind";
import type { RoleRow } from "@/lib/access/users/queries";
import { RightBox } from "./right-box";
import { RoleMenu } from "./role-menu";

const all = Object.keys(PERMISSIONS) as Permission[];
const modules = [...new Set(all.map(moduleOf))];

type RoleMatrixProps = { roles: readonly RoleRow[]; mayChange: boolean };

/** What each role of the lab may do, a line per permission, grouped by module; who may change it ticks and unticks. */
export function RoleMatrix({ roles, mayChange }: RoleMatrixProps) {
  return (
    <section
      aria-label="What each role may do"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
      tabIndex={0}
      className="relative max-h-[calc(100dvh-12rem)] overflow-auto rounded-lg border bg-surface"
    >
      <table className="w-full text-sm">
        <thead className="sticky top-0 z-20 bg-surface shadow-[0_1px_0_var(--line)]">
          <tr className="text-left text-xs text-muted">
            <th scope="col" className="sticky left-0 bg-surface px-4 py-2 font-medium">
              May
            </th>
            {roles.map((role) => (
              <th
                key={role.id}
                scope="col"
                className="px-3 py-2 text-center font-medium"
                title={role.description ?? ""}
              >
                <span className="inline-flex items-center gap-1">
                  {role.name}
                  {mayChange && <RoleMenu role={role} />}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        {modules.map((module) => (
          <tbody key={module}>
            <tr className="border-b bg-sunken">
              <th scope="rowgroup" colSpan={roles.length + 1} className="px-4 py-1.5 text-left text-xs font-semibold">
                {module[0]?.toUpperCase() + module.slice(1)}
              </th>
            </tr>
            {all
              .filter((permission) => moduleOf(permission) === module)
              .map((permission) => (
                <tr key={permission} className="border-b last:border-b-0">
                  <th scope="row" className="sticky left-0 min-w-48 bg-surface px-4 py-2 text-left font-normal">
                    {PERMISSIONS[permission]}
                  </th>
                  {roles.map((role) => (
                    <td key={role.id} className="px-3 py-2 text-center">
                      <Cell role={role} permission={permission} mayChange={mayChange} />
                    </td>
                  ))}
                </tr>
              ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

function Cell({ role, permission, mayChange }: { role: RoleRow; permission: Permission; mayChange: boolean }) {
  const granted = role.permissions.includes(permission);
  if (mayChange && (granted || permissionsOfKind(role.kind).includes(permission)))
    return (
      <RightBox
        role={{ id: role.id, name: role.name }}
        permission={permission}
        granted={granted}
        kept={granted && isKept(role.kind, permission)}
      />
    );
  if (granted) return <Check role="img" aria-label="Yes" className="inline size-4 text-success-text" />;
  return (
    <span className="text-muted">
      <span aria-hidden>–</span>
      <span className="sr-only">No</span>
    </span>
  );
}
