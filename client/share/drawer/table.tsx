export default function ShareTable() {
  return null;
}
