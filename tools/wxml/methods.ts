import ts from 'typescript';

/**
 * The names in `methods` of the script's `Component({ … })`, spreads of objects in the same file
 * included; undefined when the script has none. Read from the syntax alone, which takes no time.
 */
export function methodsOf(script: string): Set<string> | undefined {
  const source = ts.createSourceFile('script.ts', script, ts.ScriptTarget.Latest, true);
  const definition = findCall(source, 'Component')?.arguments[0];
  if (definition === undefined) return undefined;
  const object = asObject(definition, source);
  const methods = object?.properties.find((property) => nameOf(property) === 'methods');
  if (methods === undefined) return undefined;
  const value = ts.isPropertyAssignment(methods)
    ? methods.initializer
    : (methods.name as ts.Expression);
  const literal = asObject(value, source);
  return literal && new Set(namesOf(literal, source));
}

function namesOf(object: ts.ObjectLiteralExpression, source: ts.SourceFile): string[] {
  return object.properties.flatMap((property) => {
    if (!ts.isSpreadAssignment(property)) return nameOf(property) ?? [];
    const spread = asObject(property.expression, source);
    return spread ? namesOf(spread, source) : [];
  });
}

function nameOf(property: ts.ObjectLiteralElementLike): string | undefined {
  const { name } = property;
  return name && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? name.text : undefined;
}

/** The object literal behind an expression: itself, or what a constant of the file holds. */
function asObject(
  expression: ts.Expression,
  source: ts.SourceFile,
): ts.ObjectLiteralExpression | undefined {
  if (ts.isObjectLiteralExpression(expression)) return expression;
  if (ts.isAsExpression(expression) || ts.isSatisfiesExpression(expression)) {
    return asObject(expression.expression, source);
  }
  if (!ts.isIdentifier(expression)) return undefined;
  const declaration = source.statements
    .filter(ts.isVariableStatement)
    .flatMap((statement) => [...statement.declarationList.declarations])
    .find(({ name }) => ts.isIdentifier(name) && name.text === expression.text);
  return declaration?.initializer && asObject(declaration.initializer, source);
}

function findCall(node: ts.Node, name: string): ts.CallExpression | undefined {
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
    if (node.expression.text === name) return node;
  }
  return ts.forEachChild(node, (child) => findCall(child, name));
}
