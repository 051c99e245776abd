import { lazy, StrictMode, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { isPlanPrint } from "./plan/print/address.ts";
import { isDossier } from "./slack/dossier/address.ts";
import { isPrint } from "./yield/print/address.ts";

const PrintPage = lazy(() => import("./yield/print/print-page.tsx"));
const DossierPage = lazy(() => import("./slack/dossier/dossier-page.tsx"));
const PlanPrint = lazy(() => import("./plan/print/plan-print.tsx"));

function Printed() {
  if (isPlanPrint(location.search)) return <PlanPrint />;
  return isDossier(location.search) ? <DossierPage /> : <PrintPage />;
}

createRoot(document.getElementById("root") as HTMLElement).render(
  <StrictMode>
    {isPrint(location.search) ? (
      <Suspense>
        <Printed />
      </Suspense>
    ) : (
      <App />
    )}
  </StrictMode>,
);
