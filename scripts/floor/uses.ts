// Where code uses what newer browsers alone have.
import { relative } from 'node:path';
import ts from 'typescript';
import { nameOf, NAMESPACES, newerApis, newerCss, olderMembers } from './newer.ts';

export interface Use {
  /** As `nameOf` says it, or as it is written in CSS. */
  readonly name: string;
  /** `file:line`, or the library. */
  readonly at: string;
}

const names = new Set(newerApis.map(nameOf));

/** What takes in a mixin, which the compiler knows by name and MDN's data does not. */
const WITH_MIXIN: Readonly<Record<string, string>> = {
  ARIAMixin: 'Element',
  Animatable: 'Element',
  Body: 'Response',
  ChildNode: 'Element',
  ElementContentEditable: 'HTMLElement',
  ElementCSSInlineStyle: 'HTMLElement',
  GlobalEventHandlers: 'HTMLElement',
  HTMLOrSVGElement: 'HTMLElement',
  InnerHTML: 'Element',
  NonDocumentTypeChildNode: 'Element',
  ParentNode: 'Element',
  PopoverInvokerElement: 'HTMLButtonElement',
  PopoverTargetAttributes: 'HTMLButtonElement',
  Slottable: 'Element',
};

/** What our own code uses, told by the compiler: `list.with(…)` is an array's, `html.with(…)` is not. */
export function usesIn(files: readonly string[], root: string, options: ts.CompilerOptions): Use[] {
  const program = ts.createProgram([...files], options);
  const checker = program.getTypeChecker();
  const own = new Set(files);
  const uses: Use[] = [];

  const newerIn = (symbol: ts.Symbol | undefined): string | undefined =>
    symbol?.declarations
      ?.filter((each) => program.isSourceFileDefaultLibrary(each.getSourceFile()))
      .flatMap((each) => namesOf(each, symbol.name))
      .find((name) => names.has(name));

  for (const source of program.getSourceFiles().filter(({ fileName }) => own.has(fileName))) {
    const add = (name: string, position: number): void => {
      const { line } = source.getLineAndCharacterOfPosition(position);
      uses.push({ name, at: `${relative(root, source.fileName)}:${line + 1}` });
    };
    const visit = (node: ts.Node): void => {
      ts.forEachChild(node, visit);
      if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'css')
        for (const { name, index } of newerCssIn(node.template.getText()))
          add(name, node.template.getStart() + index);
      if (!ts.isIdentifier(node) || ts.isPartOfTypeNode(node)) return;
      const name = newerIn(checker.getSymbolAtLocation(node));
      if (name !== undefined) add(name, node.getStart());
    };
    visit(source);
  }
  return uses;
}

/**
 * What a library's text uses. Its types are not known, so a member counts when no older object has one of that name; the run without newer
 * APIs (`test/e2e/oldest-browsers.test.ts`) finds the others.
 */
export function usesInLibrary(library: string, text: string): Use[] {
  const isWritten = (written: string, before = ''): boolean =>
    new RegExp(`${before}${written.replaceAll('.', '\\.')}(?![\\w$'"\`:-])`).test(text);
  // Not another object's member of that name, nor a word in a text.
  const alone = `(?<![\\w$'"\`-]|(?<!globalThis|window)\\.)`;
  return newerApis
    .filter(({ owner, member, isStatic }) => {
      if (member === undefined) return isWritten(owner, alone);
      if (isStatic) return isWritten(`${owner}.${member}`, alone);
      return !olderMembers.has(member) && isWritten(`.${member}`);
    })
    .map((each) => ({ name: nameOf(each), at: library }));
}

export function newerCssIn(text: string): { readonly name: string; readonly index: number }[] {
  const plain = text.replace(/\/\*[\s\S]*?\*\/|\$\{[^}]*\}/g, (each) => ' '.repeat(each.length));
  return [...plain.matchAll(/(?<=[;{]\s*)[a-z-]+:(?=\s)|@[a-z-]+|:[a-z-]+|[a-z-]+\(|&/g)]
    .filter(([name]) => newerCss.has(name))
    .map(({ 0: name, index }) => ({ name, index }));
}

/** As MDN's data may say what the standard library declares there. */
function namesOf(declaration: ts.Declaration, name: string): readonly string[] {
  const { parent } = declaration;
  if (ts.isInterfaceDeclaration(parent)) {
    const declared = parent.name.text.replace(/^Readonly(?=Array|Set|Map)/, '');
    const owner = `${isInIntl(parent) ? 'Intl.' : ''}${WITH_MIXIN[declared] ?? declared.replace(/Constructor$/, '')}`;
    if (declared === 'WindowOrWorkerGlobalScope') return [name, `Window#${name}`];
    const isStatic = declared.endsWith('Constructor') || NAMESPACES.includes(owner);
    return [nameOf({ owner, member: name, isStatic })];
  }
  // `declare var AbortSignal: { any(…): … }`.
  if (ts.isTypeLiteralNode(parent) && ts.isVariableDeclaration(parent.parent))
    return [`${parent.parent.name.getText()}.${name}`];
  if (ts.isModuleBlock(parent)) return [`${parent.parent.name.getText()}.${name}`];
  return [name, `Window#${name}`];
}

function isInIntl(node: ts.Node): boolean {
  return ts.isModuleBlock(node.parent) && node.parent.parent.name.getText() === 'Intl';
}
