// CQL's own types (CQL 1.5, appendix B) as the model info the translator asks for: @cqframework/cql 5.3.0 does not ship it.

const SIMPLE = ["Boolean", "Integer", "Long", "Decimal", "String", "DateTime", "Date", "Time"];
const CLASSES = {
  Quantity: { value: "Decimal", unit: "String" },
  Ratio: { numerator: "Quantity", denominator: "Quantity" },
  Code: { code: "String", system: "String", version: "String", display: "String" },
  Concept: { codes: ["Code"], display: "String" },
  Vocabulary: { id: "String", version: "String" },
  ValueSet: {},
  CodeSystem: {},
};
const BASES = { ValueSet: "Vocabulary", CodeSystem: "Vocabulary" };

const element = ([name, type]) =>
  Array.isArray(type)
    ? `<m:element name="${name}"><m:typeSpecifier xsi:type="m:ListTypeSpecifier" elementType="System.${type[0]}"/></m:element>`
    : `<m:element name="${name}" type="System.${type}"/>`;

const typeInfo = (kind, name, base, elements = {}) =>
  `<m:typeInfo xsi:type="m:${kind}" name="System.${name}"${base ? ` baseType="System.${base}"` : ""}>` +
  `${Object.entries(elements).map(element).join("")}</m:typeInfo>`;

export const SYSTEM_MODEL = [
  `<m:modelInfo name="System" version="1.0.0" url="urn:hl7-org:elm-types:r1" targetQualifier="system"`,
  ` xmlns:m="urn:hl7-org:elm-modelinfo:r1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`,
  typeInfo("SimpleTypeInfo", "Any"),
  ...SIMPLE.map((name) => typeInfo("SimpleTypeInfo", name, "Any")),
  ...Object.entries(CLASSES).map(([name, elements]) => typeInfo("ClassInfo", name, BASES[name] ?? "Any", elements)),
  "</m:modelInfo>",
].join("");
