import { redirect } from "next/navigation";
import { gate } from "@/auth";
import { homeOf } from "@/lib/roles";

/** The bare address leads to the first page of the reader's role. */
export default async function RootPage() {
  const { role } = await gate();
  redirect(homeOf(role));
}
