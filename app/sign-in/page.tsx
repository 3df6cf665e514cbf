import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { FlaskConical } from "lucide-react";
import { currentSession } from "@/auth";
import { isDemoOpen, DEMO_PEOPLE } from "@/flows/people";
import { homeOf } from "@/lib/roles";
import { PageWords } from "../page-words";
import { Brand } from "./brand";
import { ExamplePanel } from "./example-panel";
import { LanguageSwitch } from "./language-switch";
import { returnPath } from "./return-path";
import { SignInForm } from "./sign-in-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations({ locale: await getLocale(), namespace: "signIn" });
  return { title: t("title") };
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ to?: string }> }) {
  const to = returnPath((await searchParams).to);
  // With a dead database the form still stands, and says so when it is sent.
  const session = await currentSession().catch(() => null);
  if (session) redirect(to ?? homeOf(session.role));
  const isDemo = await isDemoOpen().catch(() => false);
  return (
    <PageWords names={["signIn", "errors"]}>
      <div className="grid min-h-dvh bg-bg lg:grid-cols-[61fr_39fr]">
        <ExamplePanel />
        <div className="flex flex-col p-5 lg:p-7">
          <header className="flex items-center justify-between gap-3 lg:justify-end">
            <Brand className="text-title lg:hidden" />
            <LanguageSwitch />
          </header>
          <main className="mx-auto flex w-full max-w-[380px] flex-1 flex-col justify-center py-8">
            <Title />
            <SignInForm to={to} />
            {isDemo ? <DemoHint /> : null}
          </main>
        </div>
      </div>
    </PageWords>
  );
}

async function Title() {
  const t = await getTranslations("signIn");
  return (
    <>
      <h1 className="text-kpi font-strong text-ink">{t("title")}</h1>
      <p className="mt-1 text-body text-ink-2">{t("subtitle")}</p>
    </>
  );
}

/** Only where the demo people exist; their password is nowhere but in the terminal. */
async function DemoHint() {
  const t = await getTranslations("signIn");
  return (
    <aside className="mt-7 flex gap-3 border-t border-line pt-5">
      <span className="flex size-8 shrink-0 items-center justify-center rounded-full bg-lapis-soft text-lapis-ink">
        <FlaskConical size={16} strokeWidth={1.75} aria-hidden="true" />
      </span>
      <div>
        <h2 className="text-card-title">{t("demoTitle")}</h2>
        <ul dir="ltr" className="mt-0.5 flex flex-wrap gap-x-3 text-meta text-ink rtl:justify-end">
          {DEMO_PEOPLE.map(({ email }) => (
            <li key={email}>{email}</li>
          ))}
        </ul>
        <p className="mt-0.5 text-meta text-ink-2">{t("demoText")}</p>
      </div>
    </aside>
  );
}
