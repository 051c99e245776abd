export default function Scenario() {
  return null;
}
