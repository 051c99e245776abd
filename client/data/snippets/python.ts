import { fileOf, type Request, TOKEN } from "./request.ts";

/** Python with requests and geopandas; JSON's texts are Python's, too. */
export function python(request: Request): string {
  const { items, query, format, signedIn } = request;
  const table = format.table ?? false;
  const headers = signedIn ? `{"Authorization": f"Bearer {os.environ['${TOKEN}']}"}` : null;
  return [
    ...(signedIn ? ["import os", ""] : []),
    `import ${table ? "pandas" : "geopandas"}`,
    "import requests",
    "",
    `items = ${JSON.stringify(items)}`,
    "query = {",
    ...query.map(([name, value]) => `    ${JSON.stringify(name)}: ${JSON.stringify(value)},`),
    "}",
    `file = ${JSON.stringify(fileOf(request))}`,
    "",
    `with requests.get(items, params=query${headers ? `, headers=${headers}` : ""}, stream=True, timeout=600) as answer:`,
    "    answer.raise_for_status()",
    '    with open(file, "wb") as copy:',
    "        for part in answer.iter_content(1 << 20):",
    "            copy.write(part)",
    "",
    `layer = ${reading(request)}`,
    `print(len(layer)${table || !request.geometry ? "" : ", layer.crs"})`,
    "print(layer.head())",
  ].join("\n");
}

function reading({ format, geometry }: Request): string {
  if (format.name === "csv") return 'pandas.read_csv(file, encoding="utf-8-sig")';
  if (format.name === "xlsx") return "pandas.read_excel(file)";
  return geometry ? "geopandas.read_file(file)" : "geopandas.read_file(file, ignore_geometry=True)";
}
