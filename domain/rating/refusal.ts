/** Why a year cannot be rated under a scheme. Nothing is stored; whoever asked is told the field and the reason, in both languages. */
export class RatingRefusal extends Error {
  override readonly name = "RatingRefusal";

  constructor(
    /** Path of the field at fault, in the request or in the scheme: `year`, `indicators.2.fixed`. */
    readonly field: string,
    message: string,
    readonly zh: string,
  ) {
    super(message);
  }
}
