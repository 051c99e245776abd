/** The year where time is: in the bar at the top. */
export default function Years(_: { phone: boolean }) {
  return null;
}
