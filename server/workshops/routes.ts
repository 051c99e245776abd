import { Router } from "express";
import {
  NeedChange,
  NeedQuery,
  NewNeed,
  NewOffer,
  OfferChange,
  OfferQuery,
} from "../../domain/api/workshops.ts";
import type { Services } from "../services.ts";
import { needDetail, offerDetail } from "./detail.ts";
import { addLists } from "./list-routes.ts";
import { createMarket } from "./market.ts";
import { addNeed, changeNeed } from "./needs.ts";
import { addOffer, changeOffer } from "./offers.ts";
import { addPairings } from "./pairing-routes.ts";
import { oneNeed, oneOffer, pageOfNeeds, pageOfOffers } from "./reading.ts";
import { addSide } from "./side-routes.ts";

/** Standard workshops (标准厂房): floor area on offer, what firms need, and who was brought together. What is open is kept for all of them. */
export function workshops(services: Services): Router {
  const router = Router();
  const marketNow = createMarket();
  addLists(router, services, marketNow);
  addPairings(router, services);
  addSide(router, services, marketNow, {
    ...{ path: "/workshops/offers", query: OfferQuery, body: NewOffer, change: OfferChange },
    ...{ page: pageOfOffers, one: oneOffer, detail: offerDetail, add: addOffer, alter: changeOffer },
  });
  addSide(router, services, marketNow, {
    ...{ path: "/workshops/needs", query: NeedQuery, body: NewNeed, change: NeedChange },
    ...{ page: pageOfNeeds, one: oneNeed, detail: needDetail, add: addNeed, alter: changeNeed },
  });
  return router;
}
