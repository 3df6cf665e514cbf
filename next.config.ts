import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  deploymentId: process.env.NEXT_DEPLOYMENT_ID,
  images: { unoptimized: true },
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ["pg-boss", "postgres"],
  // `npm test` checks the types of everything, tests included; a start need not wait for it again.
  typescript: { ignoreBuildErrors: true },
};

export default createNextIntlPlugin("./app/i18n.ts")(config);
