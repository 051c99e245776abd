/** Line icons on a 20-unit grid. They always stand beside a word or carry a label on their button. */
const PATHS = {
  layout: "M3 3h14v14H3zM3 9h14M9 9v8",
  yield: "M4 17v-5M10 17V4M16 17V9",
  slack: "M3 4h14v12H3zM3 10l6-6M3 16 15 4M9 16l8-8",
  share: "M9 4a7 7 0 1 0 7 7H9zM12 2a6 6 0 0 1 6 6h-6z",
  plan: "M5 18V3M5 4h11l-3 3.5 3 3.5H5",
  play: "M6 4l10 6-10 6z",
  pause: "M6 4v12M14 4v12",
  rectangle: "M3 5h14v10H3z",
  polygon: "M4 7l7-4 6 6-3 8-9-2z",
  seen: "M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4M7 10h6",
  data: "M10 3v9M6 9l4 4 4-4M4 17h12",
  search: "M9 15A6 6 0 1 0 9 3a6 6 0 0 0 0 12zM13.5 13.5 18 18",
  close: "M5 5l10 10M15 5 5 15",
  layers: "M10 3 3 7l7 4 7-4zM3 10.5l7 4 7-4M3 14l7 4 7-4",
  plus: "M10 4v12M4 10h12",
  minus: "M4 10h12",
  home: "M3 10l7-6 7 6M5 9v8h10V9",
  locate: "M10 14a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM10 2v3M10 15v3M2 10h3M15 10h3",
  fullscreen: "M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4",
  leaveFullscreen: "M7 3v4H3M17 7h-4V3M13 17v-4h4M3 13h4v4",
  north: "M10 3l4 13-4-3-4 3z",
  dark: "M16 12.5A6.5 6.5 0 0 1 7.5 4a6.5 6.5 0 1 0 8.5 8.5z",
  light:
    "M10 13.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM10 2v2M10 16v2M2 10h2M16 10h2M4.5 4.5l1.4 1.4M14.1 14.1l1.4 1.4M15.5 4.5l-1.4 1.4M5.9 14.1l-1.4 1.4",
  link: "M8.5 11.5a3 3 0 0 0 4.2 0l3-3a3 3 0 0 0-4.2-4.2l-1 1M11.5 8.5a3 3 0 0 0-4.2 0l-3 3a3 3 0 0 0 4.2 4.2l1-1",
  eye: "M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5zM10 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4z",
  eyeOff:
    "M3 3l14 14M8 5.3A8 8 0 0 1 10 5c5 0 8 5 8 5a14 14 0 0 1-2.4 2.9M5 6.6A14 14 0 0 0 2 10s3 5 8 5a8 8 0 0 0 3.4-.8",
  district: "M4 4l6-1 6 3-1 9-6 2-5-4z",
  park: "M3 17V8l4 3V8l4 3V8l6 4v5z",
  parcel: "M3 4h14v12H3zM10 4v12M10 10h7",
  enterprise: "M4 17V4h8v13M12 8h4v9M7 7h2M7 10h2M7 13h2",
  offer: "M3 17V9l5-4v4l5-4v4h4v8zM7 17v-4h4v4",
  need: "M4 17V5h6v12M6.5 8h1M6.5 11h1M13 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM15.2 14.2 18 17",
  feature: "M10 17s5-5.2 5-9A5 5 0 0 0 5 8c0 3.8 5 9 5 9zM10 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4z",
  zoomTo: "M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4M10 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4z",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}

export function Mark() {
  return (
    <svg className="mark" width="26" height="26" viewBox="0 0 26 26" aria-hidden="true">
      <rect x="1" y="1" width="24" height="24" rx="6" fill="var(--accent)" />
      <path
        d="M1 10h24M9 10v15M17 1v9M17 17h8M17 10v15"
        stroke="var(--panel)"
        strokeWidth="1.8"
        fill="none"
      />
    </svg>
  );
}
