import type { Router } from "express";
import { NewPairing, PairingChange } from "../../domain/api/workshops.ts";
import { may } from "../accounts/may.ts";
import { whoOf } from "../accounts/who.ts";
import { asking } from "../asking.ts";
import { numbered } from "../http/numbered.ts";
import { parsed } from "../http/validate.ts";
import type { Services } from "../services.ts";
import { addPairing, changePairing } from "./pairings.ts";
import { onePairing } from "./reading.ts";

/** Offers and needs brought together; what came of it is read with either. */
export function addPairings(router: Router, { read, write }: Services): void {
  router
    .post(
      "/workshops/pairings",
      may("workshops"),
      parsed({ body: NewPairing }, async ({ body, signal }, request, response) => {
        const id = await write((trx) => addPairing(trx, whoOf(request), body), signal);
        response.status(201).json(await onePairing(asking(read, signal), id));
      }),
    )
    .put(
      "/workshops/pairings/:id",
      may("workshops"),
      parsed(
        { ...numbered, body: PairingChange },
        async ({ params: { id }, body, signal }, request, response) => {
          await write((trx) => changePairing(trx, whoOf(request), id, body), signal);
          response.json(await onePairing(asking(read, signal), id));
        },
      ),
    );
}
