import { holderOf, may, type Permission } from "@greenroom/identity/permissions";
import type { MeView } from "@greenroom/identity/schema";
import {
  Boxes,
  Diff,
  Home,
  KeyRound,
  LayoutGrid,
  type LucideIcon,
  MessageSquareText,
  PlayCircle,
  ScrollText,
  Wallet,
} from "lucide-react";

interface NavItem {
  key: "home" | "catalog" | "requests" | "environments" | "runs" | "drift" | "costs" | "audit" | "accounts";
  href: string;
  icon: LucideIcon;
  /** Without it there is nothing to do there. */
  permission?: Permission;
}

const NAV_ITEMS: readonly NavItem[] = [
  { key: "home", href: "/", icon: Home },
  { key: "catalog", href: "/catalog", icon: LayoutGrid },
  { key: "requests", href: "/requests", icon: MessageSquareText },
  { key: "environments", href: "/environments", icon: Boxes },
  { key: "runs", href: "/runs", icon: PlayCircle },
  { key: "drift", href: "/drift", icon: Diff },
  { key: "costs", href: "/costs", icon: Wallet },
  { key: "audit", href: "/audit", icon: ScrollText },
  { key: "accounts", href: "/settings/accounts", icon: KeyRound, permission: "account.manage" },
];

/** The parts that somebody has something to do in. */
export const navItemsOf = (me: MeView | undefined): readonly NavItem[] =>
  NAV_ITEMS.filter(
    ({ permission }) =>
      permission === undefined || (me !== undefined && may(holderOf(me), permission, { teamId: "" })),
  );

/** Whether the page at `pathname` belongs to the part that begins at `href`. */
export function isInside(pathname: string, href: string): boolean {
  return href === "/" ? pathname === "/" : pathname === href || pathname.startsWith(`${href}/`);
}
