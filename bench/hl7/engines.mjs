// One CQL library, translated once and decided by either engine: each takes a woman's tuple and names, gives booleans.

import {
  CqlCompilerOptions,
  CqlTranslator,
  LibraryManager,
  ModelManager,
  createLibrarySourceProvider,
  createModelInfoProvider,
  createUcumService,
  stringAsSource,
} from "@cqframework/cql/cql-to-elm";
import * as official from "@cqframework/cql/engine";
import { KtMap, KtMutableList, KtMutableMap, KtMutableSet, Pair } from "@cqframework/cql/kotlin-kotlin-stdlib";
import execution from "cql-execution";
import { SYSTEM_MODEL } from "./system_model.mjs";

const ANSWERS = "answers";
const refused = (what) => () => {
  throw new Error(`a fullterm library has no units, yet the translator asked to ${what}`);
};

/** Translate, with one definition more that lists the answers; throws on any error, for a library with errors still
 *  evaluates, and wrongly. */
export function translate(name, exported, names) {
  const text = `${exported}\ndefine "${ANSWERS}": { ${names.map((one) => JSON.stringify(one)).join(", ")} }\n`;
  const models = new ModelManager();
  models.modelInfoLoader.registerModelInfoProvider(
    createModelInfoProvider((id) => (id === "System" ? stringAsSource(SYSTEM_MODEL) : null)),
  );
  const { Options } = CqlCompilerOptions;
  // no result types: written beside every mention of the woman, her tuple makes the ELM nine times as large
  const options = new CqlCompilerOptions().withOptions([Options.DisableListDemotion, Options.DisableListPromotion]);
  const units = createUcumService(refused("convert"), refused("check"), refused("multiply"), refused("divide"));
  const manager = new LibraryManager(models, options, null, units);
  // the engine asks for the library again, by its name
  manager.librarySourceLoader.registerProvider(
    createLibrarySourceProvider((id) => (id === name ? stringAsSource(text) : null)),
  );
  const translator = CqlTranslator.fromText(text, manager);
  const errors = [...translator.errors.asJsReadonlyArrayView()];
  if (errors.length > 0) {
    throw new Error(`the translator found ${errors.length} errors, the first: ${errors[0].message}`);
  }
  return { name, names, elm: JSON.parse(translator.toJson()), manager };
}

// Each engine is asked in the way measured to be its fastest here, so that a comparison with it is fair.

/** cql-execution: parameters are plain JSON. One context a woman; the definitions one by one beat the list of answers,
 *  and both beat its Executor. */
function cqlExecution({ names, elm }) {
  const library = new execution.Library(elm);
  const asked = names.map((name) => library.expressions[name]);
  return {
    prepare: (woman) => ({ woman }),
    decide: async (parameters) => {
      const context = new execution.UnfilteredContext(library, new execution.Results(), undefined, parameters);
      const answers = [];
      for (const one of asked) answers.push(await one.exec(context));
      return answers;
    },
  };
}

/** @cqframework/cql: parameters are its own values. One list of answers beats the definitions one by one. */
function cqframework({ name, manager }) {
  const { EnableExpressionCaching } = official.CqlEngine.Options;
  const options = KtMutableSet.fromJsSet(new Set([EnableExpressionCaching]));
  const engine = new official.CqlEngine(new official.Environment(manager), options);
  let visits = 0;
  return {
    prepare: (woman) => KtMap.fromJsMap(new Map([["woman", officialValue(woman)]])),
    decide: async (parameters) => {
      const library = new official.EvaluationParams.LibraryParams.Builder();
      library.expressionsByName([ANSWERS]);
      const asked = new official.EvaluationParams.Builder();
      asked.libraryByName(name, library.build());
      asked.parameters = parameters;
      visits += 1; // it answers for the woman before, from its cache, unless the context changes too
      asked.contextParameter = new Pair("Woman", String(visits));
      const answers = engine.evaluate(asked.build()).onlyResultOrThrow.getByName(ANSWERS).value;
      return official.iterableToList(answers.value).asJsReadonlyArrayView();
    },
  };
}

function officialValue(json) {
  if (typeof json === "boolean") return new official.Boolean(json);
  if (typeof json === "number") return new official.Integer(json);
  if (typeof json === "string") return new official.String(json);
  if (Array.isArray(json)) return new official.List(KtMutableList.fromJsArray(json.map(officialValue)));
  const elements = Object.entries(json).map(([key, value]) => [key, officialValue(value)]);
  return new official.Tuple().withElements(KtMutableMap.fromJsMap(new Map(elements)));
}

export const ENGINES = { "cql-execution": cqlExecution, "@cqframework/cql": cqframework };
