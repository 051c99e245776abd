export const drawer = {
  name: "代码、预览与接口",
  open: "展开代码与预览",
  close: "收起代码与预览",
  height: "面板高度",
  tabs: { code: "取用代码", preview: "预览", services: "瓦片与接口" },
  languages: {
    url: "网址",
    curl: "curl",
    python: "Python",
    r: "R",
    qgis: "QGIS",
    ogr2ogr: "ogr2ogr",
  },
  language: "用什么取",
  notes: {
    url: "这个网址就是所选的文件：浏览器、表格软件和任何能取网址的程序都能用。数据更新后，同一网址给出新数据。",
    curl: "在 Linux、macOS 或 Git Bash 里运行；文件名由服务器给出，失败时不留下文件。",
    python: "先安装：pip install requests geopandas（表格格式要 pandas，Excel 还要 openpyxl）。",
    r: '先安装：install.packages("sf")；Excel 要 readxl。',
    qgis: "两种连法：整个服务，随看随取；或者只连所选的这一份。",
    ogr2ogr: "GDAL 直接隔着网络读取所选要素，写成所选格式。",
  },
  token: "读取需要登录：请先在“账户”里建一个访问令牌，放进环境变量 TOKEN。",
  qgisSteps: {
    service: {
      title: "整个服务（OGC API – Features）",
      step: "图层 → 添加图层 → 添加 WFS / OGC API – Features 图层 → 新建，网址填：",
    },
    remote: {
      title: "只要所选的（FlatGeobuf，边看边读）",
      step: "图层 → 添加图层 → 添加矢量图层，来源类型选“协议：HTTP(S)”，URI 填：",
    },
    tiles: {
      title: "只作底图（矢量瓦片）",
      step: "图层 → 添加图层 → 添加矢量瓦片图层 → 新建通用连接，网址填：",
    },
  },
  qgisToken: "需要登录时，在连接里选“配置”认证，方式用 API Header：Authorization = Bearer 加令牌。",
  copyOf: (what: string) => `复制：${what}`,
  preview: {
    name: (layer: string) => `${layer}：前几行`,
    note: (shown: string, count: string) => `所选 ${count} 个要素的前 ${shown} 个；下载的文件里是全部。`,
    few: (count: string) => `全部 ${count} 个要素。`,
    id: "标识",
    empty: "没有符合的要素。",
    noColumns: "没有选任何列，文件里只有几何。",
    yes: "是",
    no: "否",
  },
  services: {
    tiles: "矢量瓦片",
    api: "OGC API",
    zooms: (least: number, most: number) => `缩放级 ${least}–${most}，EPSG:3857`,
    links: {
      tilejson: "TileJSON（MapLibre、Mapbox）",
      xyz: "瓦片地址",
      tileset: "瓦片集说明",
      landing: "服务首页",
      collection: "图层说明",
      items: "要素，一页一页",
      queryables: "可用于条件的列",
      schema: "要素的结构（JSON Schema）",
      document: "接口文档（OpenAPI）",
    },
    notes: {
      xyz: "先行号、后列号：{z}/{y}/{x}",
      items: "每页至多 10,000 个，next 链接指向下一页",
    },
  },
};

export type DrawerWords = typeof drawer;
