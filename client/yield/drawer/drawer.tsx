export default function Drawer(_: { phone: boolean }) {
  return null;
}
