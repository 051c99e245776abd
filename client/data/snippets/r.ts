import { addressOf, fileOf, type Request, TOKEN } from "./request.ts";

/** R with sf. */
export function r(request: Request): string {
  const { signedIn } = request;
  const headers = signedIn ? `,\n  headers = c(Authorization = paste("Bearer", Sys.getenv("${TOKEN}")))` : "";
  return [
    ...libraries(request),
    "",
    `address <- ${JSON.stringify(addressOf(request))}`,
    `file <- ${JSON.stringify(fileOf(request))}`,
    "options(timeout = 600)",
    `download.file(address, file, mode = "wb"${headers})`,
    "",
    `layer <- ${reading(request)}`,
    "print(nrow(layer))",
    "print(head(layer))",
  ].join("\n");
}

const libraries = ({ format }: Request): string[] => {
  if (format.name === "csv") return [];
  return format.name === "xlsx" ? ["library(readxl)"] : ["library(sf)"];
};

function reading({ format }: Request): string {
  if (format.name === "csv") return 'read.csv(file, fileEncoding = "UTF-8-BOM")';
  if (format.name === "xlsx") return "read_excel(file)";
  return format.name === "shp" ? 'st_read(paste0("/vsizip/", file))' : "st_read(file)";
}
