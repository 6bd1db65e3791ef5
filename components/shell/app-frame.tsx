import type { ReactNode } from "react";
import { cn } from "../ui/cn";
import { OfflineIndicator } from "../ui/live-refresh";
import { type Region, RegionProvider } from "../ui/region";
import { BottomNav } from "./bottom-nav";
import { LabSwitcher } from "./lab-switcher";
import type { NavItem, ShellLab, ShellUser } from "./nav";
import { Preload } from "./preload";
import { Sidebar } from "./sidebar";
import { ThemeToggle } from "./theme-toggle";
import { TopNav } from "./top-nav";
import { UserMenu, type UserMenuItem } from "./user-menu";

export type AppFrameProps = {
  /** lab: sidebar; portal: places in the top bar, narrower page; driver: phone first, big targets, no sidebar. */
  variant: "lab" | "portal" | "driver";
  nav: readonly NavItem[];
  user: ShellUser;
  labs: readonly ShellLab[];
  region: Region;
  /** Server actions. */
  signOut: () => Promise<unknown>;
  switchLab?: (labId: string) => Promise<unknown>;
  userMenu?: readonly UserMenuItem[];
  search?: ReactNode;
  notifications?: ReactNode;
  /** Above the page: a notice for everyone. */
  banner?: ReactNode;
  children: ReactNode;
};

/** The frame around every signed-in screen: skip link, navigation, top bar and the main landmark. */
export function AppFrame(props: AppFrameProps) {
  const { variant, nav, user, labs, region, signOut, switchLab, children } = props;
  const lab = variant === "lab";
  const switcher = <LabSwitcher labs={labs} switchLab={switchLab} what={variant === "portal" ? "practice" : "lab"} />;
  return (
    <RegionProvider region={region}>
      <a
        href="#main"
        className="sr-only rounded-md bg-accent text-accent-fg focus:not-sr-only focus:px-3 focus:py-2 focus:fixed focus:top-2 focus:left-2 focus:z-[70]"
      >
        Skip to the page
      </a>
      <div
        data-density={variant === "driver" ? "touch" : undefined}
        className="flex min-h-dvh [--topbar-height:3rem] print:block"
      >
        {lab && <Sidebar nav={nav} head={switcher} />}
        <div className="flex min-w-0 flex-1 flex-col">
          <header
            data-shell
            className="sticky top-0 z-30 flex h-12 shrink-0 items-center gap-2 border-b bg-surface px-3 sm:px-6"
          >
            <div className={cn("flex min-w-0 items-center", lab ? "md:hidden" : "-ml-1.5")}>{switcher}</div>
            {!lab && <TopNav nav={nav} />}
            <div className={cn("flex-1", props.search ? "min-w-11" : "min-w-0")}>{props.search}</div>
            <OfflineIndicator />
            {props.notifications}
            <ThemeToggle />
            <UserMenu user={user} items={props.userMenu} signOut={signOut} />
          </header>
          {props.banner}
          <main
            id="main"
            tabIndex={-1}
            className={cn(
              "w-full flex-1 p-4 outline-none max-md:pb-24 sm:px-6",
              variant === "portal" && "mx-auto max-w-6xl",
              variant === "driver" && "mx-auto max-w-2xl",
            )}
          >
            {children}
          </main>
        </div>
        <BottomNav nav={nav} />
        {variant === "driver" && <Preload />}
      </div>
    </RegionProvider>
  );
}
