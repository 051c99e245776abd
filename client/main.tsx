import { lazy, StrictMode, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { isPrint } from "./yield/print/address.ts";

const PrintPage = lazy(() => import("./yield/print/print-page.tsx"));

createRoot(document.getElementById("root") as HTMLElement).render(
  <StrictMode>
    {isPrint(location.search) ? (
      <Suspense>
        <PrintPage />
      </Suspense>
    ) : (
      <App />
    )}
  </StrictMode>,
);
