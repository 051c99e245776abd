import { lazy, StrictMode, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { isDossier } from "./slack/dossier/address.ts";
import { isPrint } from "./yield/print/address.ts";

const PrintPage = lazy(() => import("./yield/print/print-page.tsx"));
const DossierPage = lazy(() => import("./slack/dossier/dossier-page.tsx"));

createRoot(document.getElementById("root") as HTMLElement).render(
  <StrictMode>
    {isPrint(location.search) ? (
      <Suspense>{isDossier(location.search) ? <DossierPage /> : <PrintPage />}</Suspense>
    ) : (
      <App />
    )}
  </StrictMode>,
);
