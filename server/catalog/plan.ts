import { synthetic } from "./columns.ts";
import { type Layer, string, strings } from "./layer.ts";

/** What the plan shows on the map. */

export const clusters: Layer = {
  id: "clusters",
  title: { zh: "先进制造业集群", en: "Advanced-manufacturing clusters" },
  description: {
    zh: "五个国家级集群在新兴七区的主要承载地和协同发展地，一区一集群一条，范围为所在行政区。",
    en: "The five national clusters: which of the seven districts carries or supports each, and in which fields. The outline is that of the district.",
  },
  geometry: "polygon",
  reads: ["cluster", "district", "english_name"],
  from: "cluster c join district d on d.code = c.district_code",
  joins: { english: "left join english_name n on n.zh = c.name" },
  key: "c.id",
  code: "cluster_code",
  geom: "d.geom",
  geom3857: "d.geom_3857",
  zoom: { min: 4, max: 12 },
  columns: [
    string("cluster_code", "('C' || c.id)", "编号", "Number", { tile: true }),
    string("cluster", "c.name", "集群", "Cluster", { tile: true }),
    string("cluster_en", "coalesce(n.en, c.name)", "集群英文名", "Cluster in English", {
      join: "english",
      tile: true,
    }),
    string("role", "c.role", "分工", "Part", { tile: true, values: ["main", "cooperating"] }),
    strings("fields", "c.fields", "细分领域", "Fields"),
    string("district_code", "c.district_code", "行政区代码", "District code", { tile: true }),
    string("district_name", "d.name", "行政区", "District", { tile: true }),
    synthetic("false"),
  ],
};
